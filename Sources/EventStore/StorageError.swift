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
    }
  }
}

extension StorageError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
