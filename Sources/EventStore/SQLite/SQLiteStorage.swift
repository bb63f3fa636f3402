import EventModel
import SQLiteKit

/// The storage in one SQLite file, which several programs may have open at once.
///
/// One connection writes and another reads, each used by one thread at a time: the log that SQLite keeps beside the
/// file lets readers see the last finished state while a long sync is being written.
final class SQLiteStorage: EventStorage {
  private let file: DatabaseFile
  private let opening: Opening
  private let writer: SerialConnection
  private let reader: SerialConnection
  private let revisionReader: RevisionReader
  /// Which editors still run, for the drafts that they keep.
  let seats: EditorSeats

  /// Opens the file, makes it where it is missing or empty, and brings it to the newest schema.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - migrations: The steps of the schema.
  ///   - busyTimeout: How many milliseconds to wait for other programs.
  /// - Throws: ``StorageError`` where the file cannot be used.
  init(path: String, migrations: [Migration] = Migration.all, busyTimeout: Int32 = 5_000) throws {
    let file = DatabaseFile(path: path, kind: .pivotal(migrations))
    self.file = file
    let opening = Opening(file: file, busyTimeout: busyTimeout)
    self.opening = opening
    revisionReader = RevisionReader(opening)
    seats = EditorSeats(besideDatabase: path)
    (writer, reader) = try translatingErrors(of: file) {
      try file.prepare()
      return (SerialConnection(try opening.writer()), SerialConnection(try opening.reader()))
    }
  }

  /// Runs the body in a transaction that only reads.
  func read<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try translatingErrors(of: file) { try reader.read(body) }
  }

  /// Runs the body in a transaction that holds the write lock; an error undoes all of it.
  func write<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try translatingErrors(of: file) { try writer.write(body) }
  }

  /// Runs the body as ``write(_:)`` does, without waiting for the disk; for what a sync says of itself.
  func writeWithoutWaiting<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try translatingErrors(of: file) { try writer.use { try $0.writeWithoutWaiting(body) } }
  }

  func beginSync(_ kind: SyncKind, by user: String, at now: Instant) throws -> any SyncTurn {
    let lock = try SyncLock(besideDatabase: file.path, kind, user: user, now: now)
    // Nothing is to keep the next one from running, least of all what there is to say of the last.
    if let run = lock.brokenOff.flatMap(SyncRun.init(brokenOff:)) { try? record(run) }
    // Who has read stays joined to the log of writes, which is written back by the last to leave it: that is not to be a
    // collection's connection in the middle of the sync.
    _ = try translatingErrors(of: file) {
      try writer.use { try $0.query("SELECT count(*) FROM revisions") { try $0.integer() } }
    }
    return SQLiteSyncTurn(lock: lock, reader: reader, opening: opening, at: now)
  }

  func revisions() throws -> Revisions {
    try translatingErrors(of: file) { try revisionReader.revisions() }
  }
}

/// Turns what SQLite says into a sentence for people.
func translatingErrors<Value>(of file: DatabaseFile, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as SQLiteError {
    throw StorageError(DatabaseError(error, file: file))
  } catch let error as DatabaseError {
    throw StorageError(error)
  }
}

extension DatabaseKind {
  /// A database of Pivotal's; the number is "Pvtl".
  static func pivotal(_ migrations: [Migration]) -> DatabaseKind {
    DatabaseKind(
      applicationID: 0x5076_746C, owner: "Pivotal", naming: "set PIVOTAL_DATABASE to", migrations: migrations)
  }
}
