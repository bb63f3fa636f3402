import CSQLite

/// A database file, read with SQL past the program, as anyone can who has `sqlite3`.
public final class DatabaseReader {
  private let connection: OpaquePointer

  /// Opens a file that must be there.
  public init(_ path: String) throws {
    var connection: OpaquePointer?
    let code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil)
    guard code == SQLITE_OK, let connection else {
      sqlite3_close(connection)
      throw TestFailure("\(path) does not open: SQLite says \(code)")
    }
    self.connection = connection
    sqlite3_busy_timeout(connection, 10_000)
  }

  deinit {
    sqlite3_close(connection)
  }

  /// The rows that a statement gives, all values as text.
  @discardableResult
  public func rows(_ sql: String) throws -> [[String?]] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { throw failure(sql) }
    var rows: [[String?]] = []
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) }
        })
      code = sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw failure(sql) }
    return rows
  }

  /// The values of a statement that gives one column, without those that are null.
  public func values(_ sql: String) throws -> [String] {
    try rows(sql).compactMap { $0.first ?? nil }
  }

  private func failure(_ sql: String) -> TestFailure {
    TestFailure("\(sql): \(String(cString: sqlite3_errmsg(connection)))")
  }
}

extension DatabaseReader {
  /// The names in a table of the catalogue, in the order in which they came in.
  public func names(in table: String) throws -> [String] {
    try values("SELECT name FROM \(table) ORDER BY id")
  }

  /// What SQLite itself says of the file: `ok`, or all that is wrong with it.
  public func integrity() throws -> String {
    try values("PRAGMA integrity_check").joined(separator: "; ")
  }
}
