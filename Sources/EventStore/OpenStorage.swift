/// Opens the storage at a location, and makes it where there is none yet.
///
/// - Parameter location: The path of a database file.
/// - Returns: The storage, with the newest schema.
/// - Throws: ``StorageError/unusable(_:)`` where the location cannot be used. What stands there is left as it is.
public func openStorage(at location: String) throws -> any EventStorage {
  let scheme = location.prefix { $0 != ":" }.lowercased()
  if ["postgres", "postgresql"].contains(scheme), location.contains("://") {
    // The location is not repeated: it may hold a password.
    throw StorageError.unusable(
      "A PostgreSQL database cannot be used yet; set PIVOTAL_DATABASE to the path of a file instead.")
  }
  return try SQLiteStorage(path: location)
}
