import EventModel
import Foundation
import SQLiteKit
import Synchronization

/// The data of a Resources Centre in one SQLite file, which several programs may have open at once.
///
/// One connection writes. Each answer reads on a connection of its own, so that it sees one state from its first byte to
/// its last, however long its client takes.
public final class CentreStore: Sendable {
  let file: DatabaseFile
  private let opening: Opening
  private let writer: SerialConnection
  /// How many connections are kept for the next answers; what a crowd needed besides is closed after it.
  static let mostIdleReaders = 8
  private let idleReaders = Mutex<[CentreReader]>([])
  /// The directory to remove when nobody uses the store any more.
  private let temporaryDirectory: String?

  /// Opens the file, makes it where it is missing or empty, and brings it to the newest schema.
  ///
  /// - Throws: ``CentreError`` where the file cannot be used. What stands there is left as it is.
  public convenience init(path: String) throws {
    try self.init(path: path, temporaryDirectory: nil)
  }

  /// Makes a store that is gone when nobody uses it any more, and fills it.
  public static func temporary(holding data: CentreData) throws -> CentreStore {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("centre-\(UUID().uuidString)").path
    let store = try CentreStore(path: directory + "/centre.db", temporaryDirectory: directory)
    try store.load(data)
    return store
  }

  private init(path: String, temporaryDirectory: String?) throws {
    let file = DatabaseFile(path: path, kind: .centre)
    self.file = file
    self.temporaryDirectory = temporaryDirectory
    let opening = Opening(file: file)
    self.opening = opening
    writer = try translatingErrors(of: file) {
      try file.prepare()
      return SerialConnection(try opening.writer())
    }
  }

  deinit {
    guard let temporaryDirectory else { return }
    try? FileManager.default.removeItem(atPath: temporaryDirectory)
  }

  /// One state of the data, for as long as it is kept.
  func snapshot() throws -> CentreSnapshot {
    try translatingErrors(of: file) {
      let reader = try idleReaders.withLock { $0.popLast() } ?? CentreReader(try opening.reader())
      return try CentreSnapshot(reader) { [weak self] in self?.takeBack($0) }
    }
  }

  /// How many connections wait for the next answer.
  var idleReaderCount: Int { idleReaders.withLock { $0.count } }

  private func takeBack(_ reader: CentreReader) {
    idleReaders.withLock { readers in
      if readers.count < Self.mostIdleReaders { readers.append(reader) }
    }
  }

  /// Changes records in one transaction; an error undoes all of it.
  ///
  /// A record's time is never earlier than one that was given out before, whatever the present is.
  func change<Value: Sendable>(
    at now: Instant, _ body: @Sendable (CentreChanges) throws -> Value
  ) throws -> Value {
    try write { connection in
      let changes = try CentreChanges(connection, now: now)
      let value = try body(changes)
      try changes.finish()
      return value
    }
  }

  /// Runs the body in a transaction that holds the write lock; an error undoes all of it.
  func write<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try translatingErrors(of: file) { try writer.write(body) }
  }
}

/// A connection that only reads.
// Safe to pass between threads: a store lends it to one snapshot at a time, and that is used by one thread at a time.
final class CentreReader: @unchecked Sendable {
  let connection: SQLiteConnection

  init(_ connection: SQLiteConnection) throws {
    self.connection = connection
    // There may be hundreds, and the system keeps the file's pages anyway.
    try connection.executeScript("PRAGMA cache_size = -512;")
  }
}

/// Turns what SQLite says into a sentence for people.
func translatingErrors<Value>(of file: DatabaseFile, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as SQLiteError {
    throw CentreError(DatabaseError(error, file: file).message)
  } catch let error as DatabaseError {
    throw CentreError(error.message)
  }
}
