import EventModel
import SQLiteKit
import Synchronization

/// Reads how often the parts of the database have been changed.
///
/// It has a connection of its own, so that asking never waits for somebody who reads a great deal.
final class RevisionReader: Sendable {
  private let opening: Opening
  private let last = Mutex<Answer?>(nil)

  private struct Answer: Sendable {
    let connection: SerialConnection
    /// Changes with every write of anybody's to the file.
    let version: Int64
    let revisions: Revisions
  }

  init(_ opening: Opening) {
    self.opening = opening
  }

  /// Looks into the file only where somebody has written to it.
  func revisions() throws -> Revisions {
    try last.withLock { last in
      let connection = try last?.connection ?? SerialConnection(opening.reader())
      let version = try connection.use { try $0.query("PRAGMA data_version") { try $0.integer() }.first ?? 0 }
      if let last, last.version == version { return last.revisions }
      let revisions = try connection.read { try $0.query(query, row: Revisions.init) }.first
      guard let revisions else { throw StorageError.failed("The database has no revisions; restore a backup of it.") }
      last = Answer(connection: connection, version: version, revisions: revisions)
      return revisions
    }
  }
}

private let query = """
  SELECT (SELECT number FROM revisions WHERE concern = 'events'),
    (SELECT number FROM revisions WHERE concern = 'catalogue'), (SELECT coalesce(max(id), 0) FROM sync_runs)
  """

/// Counts a change of the catalogue, in the transaction that makes it.
func countCatalogueChange(in connection: SQLiteConnection) throws {
  try connection.execute("UPDATE revisions SET number = number + 1 WHERE concern = 'catalogue'")
}

extension Revisions {
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(events: try row.integer(), catalogue: try row.integer(), syncs: try row.integer())
  }
}
