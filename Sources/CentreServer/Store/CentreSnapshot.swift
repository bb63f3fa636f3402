import EventModel
import SQLiteKit

/// One state of a store's data, which stays the same while it is read, whatever others write.
// Safe to pass between threads: one thread at a time uses it.
final class CentreSnapshot: @unchecked Sendable {
  private let reader: CentreReader
  private let giveBack: @Sendable (CentreReader) -> Void

  init(_ reader: CentreReader, giveBack: @escaping @Sendable (CentreReader) -> Void) throws {
    self.reader = reader
    self.giveBack = giveBack
    try reader.connection.execute("BEGIN DEFERRED")
  }

  deinit {
    // A connection that cannot end its transaction is not lent again.
    guard (try? reader.connection.execute("COMMIT")) != nil else { return }
    giveBack(reader)
  }

  /// What is known of a collection as a whole.
  struct Totals {
    /// The number of the change that touched it last.
    let revision: Int64
    /// How many records it has.
    let records: Int
    /// How many bytes their bodies have together.
    let bytes: Int
  }

  /// What is known of a collection as a whole.
  func totals(of collection: CentreCollection) throws -> Totals {
    let rows = try query(
      "SELECT revision, records, bytes FROM collections WHERE name = ?", [.text(collection.rawValue)]
    ) {
      Totals(
        revision: Int64(try $0.count()), records: try $0.count(), bytes: try $0.count())
    }
    return rows.first ?? Totals(revision: 0, records: 0, bytes: 0)
  }

  /// The number of the last change of all.
  func revision() throws -> Int64 {
    try query("SELECT max(revision) FROM collections") { Int64(try $0.count()) }.first ?? 0
  }

  /// What tells this data from other data that may be served at the same address.
  func instance() throws -> String {
    try query("SELECT instance FROM centre") { try $0.text() }.first ?? ""
  }

  /// Runs one statement and makes something of each row.
  func query<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], row: (inout SQLiteRow) throws -> Value
  ) throws -> [Value] {
    try reader.connection.query(sql, values, row: row)
  }

  /// The rows of a statement, to be fetched one at a time.
  func cursor(_ sql: String, _ values: [SQLiteValue] = []) throws -> SQLiteCursor {
    try SQLiteCursor(reader.connection.statement(sql), values)
  }
}
