import EventModel

/// Why the storage did not do what it was asked.
public enum StorageError: Error, Equatable, Sendable {
  /// The location cannot be used as it is; the sentence says why and what to do.
  case unusable(String)
  /// Another program held the database for longer than is worth waiting.
  case busy
  /// Someone saved the event after it was read, so that this save would undo theirs.
  case changedMeanwhile(by: String, at: Instant)
  /// The event is not there: the number is wrong, or someone deleted it.
  case noSuchEvent(Event.ID)
  /// Another sync of the same database runs; by whom and since when, as far as it has said so.
  case syncIsRunning(by: String?, since: Instant?)
  /// Someone changed a row of the catalogue that a sync was about to change.
  case catalogueChanged
  /// Somebody changed the record after it was read, so that this change would undo theirs.
  case recordChanged
  /// Somebody who is none of the database's users; the admins are those who can change that.
  case notAUser(String, admins: [String])
  /// A user whose role does not allow it; the admins are those who can change that.
  case notAllowed(User, Permission, admins: [String])
  /// There is a user of that name already, with that role.
  case userExists(String, Role)
  /// There is no user of that name.
  case noSuchUser(String)
  /// The user is the only admin there is.
  case lastAdmin(String)
  /// The database failed: the disk is full, the file is damaged, and the like.
  case failed(String)

  /// One plain sentence: what is wrong, and the next step.
  public var message: String {
    switch self {
    case .unusable(let sentence), .failed(let sentence):
      sentence
    case .busy:
      "Another program is writing to the database and did not finish in time; try again in a moment."
    case .changedMeanwhile(let user, let instant):
      "\(user) saved this event at \(instant.iso8601), after you opened it; open it again and repeat your change."
    case .noSuchEvent(let id):
      "There is no event \(id.rawValue), perhaps because someone deleted it; see the list for those that are there."
    case .syncIsRunning(let user, let since):
      "A sync is running already, started by \(user ?? "another program")\(since.map { " at \($0.iso8601)" } ?? ""); "
        + "wait until it has ended, or stop it."
    case .catalogueChanged:
      "Someone changed the catalogue while it was being synced, so nothing of this collection was taken; start it again."
    case .recordChanged:
      "Somebody has changed this record meanwhile; close the form, open it again and repeat your change."
    case .notAUser(let name, let admins):
      "\(name) is not a user of this database; \(either(admins)) can change that with `pivotal user add \(name) staff`."
    case .notAllowed(let user, let permission, let admins):
      "\(user.name) is \(user.role.rawValue) here and may not \(permission.words); \(either(admins)) can change that "
        + "with `pivotal user role \(user.name) \(Role.least(with: permission).rawValue)`."
    case .userExists(let name, let role):
      "\(name) is a user already, as \(role.rawValue); `pivotal user role \(name) ROLE` gives another role."
    case .noSuchUser(let name):
      "There is no user \(name); `pivotal user list` shows those there are."
    case .lastAdmin(let name):
      "\(name) is the only admin; make somebody else one first, with `pivotal user add NAME admin` "
        + "or `pivotal user role NAME admin`."
    }
  }
}

extension StorageError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}

/// Some names as a choice: "ada or grace".
private func either(_ names: [String]) -> String {
  names.isEmpty ? "an admin" : names.joined(separator: " or ")
}
