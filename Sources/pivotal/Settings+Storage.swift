import EventModel
import EventStore

extension Settings {
  /// Opens the database as the operating system's user, and makes them its admin where nobody has used it yet.
  ///
  /// - Throws: `StorageError` where it cannot be used, and where the user is none of its users.
  func openStorage() throws -> AuthorizedStorage {
    try AuthorizedStorage(EventStore.openStorage(at: databaseLocation)).letIn()
  }
}

extension AuthorizedStorage {
  /// A storage as the operating system's user may use it.
  init(_ storage: any EventStorage) {
    self.init(storage, user: OperatingSystemUser.name)
  }

  /// Makes the user the admin of a database without users, and refuses one whom it does not know.
  func letIn() throws -> AuthorizedStorage {
    try claim(for: user, at: .present)
    _ = try role()
    return self
  }
}
