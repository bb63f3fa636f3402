import CSQLite

/// What SQLite refused, and in which statement.
///
/// It never holds a bound value, so it may be logged.
package struct SQLiteError: Error, Equatable, CustomStringConvertible {
  /// The extended result code, for example `SQLITE_CONSTRAINT_UNIQUE`.
  package let code: Int32
  /// The connection's own words, which name the table and column where the code alone does not.
  package let message: String
  /// The statement, with its placeholders; empty where there was none.
  package let sql: String

  /// Makes an error with words of our own.
  package init(code: Int32, message: String, sql: String) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// Takes the last error of a connection.
  package init(connection: OpaquePointer?, sql: String) {
    self.init(
      code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }

  /// A wrong use of the wrapper, or a value of a type that the schema rules out.
  package static func misuse(_ message: String, sql: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISUSE, message: message, sql: sql)
  }

  /// The code without its extension, for example `SQLITE_CONSTRAINT`.
  package var primaryCode: Int32 { code & 0xFF }

  package var description: String {
    "SQLite error \(code): \(message)" + (sql.isEmpty ? "" : " in: \(sql)")
  }
}
