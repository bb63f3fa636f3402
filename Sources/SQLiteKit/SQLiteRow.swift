import CSQLite

/// The row that a statement stands on, read from left to right.
///
/// It is valid only inside the closure that is given it.
/// A column of another type than the one asked for is an error rather than a converted value.
package struct SQLiteRow {
  private let statement: OpaquePointer
  private let sql: String
  private var column: Int32 = 0

  /// Stands before the first column of the statement's current row.
  package init(statement: OpaquePointer, sql: String) {
    self.statement = statement
    self.sql = sql
  }

  /// Reads the next column as a 64-bit integer.
  package mutating func integer() throws -> Int64 {
    let column = try next(SQLITE_INTEGER)
    return sqlite3_column_int64(statement, column)
  }

  /// Reads the next column as a count: not negative, and so small that sums of many do not overflow.
  ///
  /// Whoever edits a database by hand may put any number there, and reckoning with it would end the program.
  package mutating func count() throws -> Int {
    let number = try integer()
    guard (0...Self.largestCount).contains(number) else {
      let name = sqlite3_column_name(statement, column - 1).map { String(cString: $0) } ?? "\(column - 1)"
      throw SQLiteError(code: SQLITE_MISMATCH, message: "column \(name) holds no count", sql: sql)
    }
    return Int(number)
  }

  private static let largestCount: Int64 = 1 << 53

  /// Reads the next column as a count, nil where it is null.
  package mutating func optionalCount() throws -> Int? {
    try skipNull() ? nil : count()
  }

  /// Reads the next column as text: all its bytes, those after a NUL too.
  package mutating func text() throws -> String {
    let column = try next(SQLITE_TEXT)
    // The pointer is asked for before the length, since asking for it may convert the text to UTF-8.
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Reads the next column as a 64-bit integer, nil where it is null.
  package mutating func optionalInteger() throws -> Int64? {
    try skipNull() ? nil : integer()
  }

  /// Reads the next column as text, nil where it is null.
  package mutating func optionalText() throws -> String? {
    try skipNull() ? nil : text()
  }

  private mutating func skipNull() throws -> Bool {
    try checkRange()
    guard sqlite3_column_type(statement, column) == SQLITE_NULL else { return false }
    column += 1
    return true
  }

  private mutating func next(_ type: Int32) throws -> Int32 {
    try checkRange()
    guard sqlite3_column_type(statement, column) == type else {
      let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "\(column)"
      throw SQLiteError(code: SQLITE_MISMATCH, message: "column \(name) holds another type", sql: sql)
    }
    column += 1
    return column - 1
  }

  private func checkRange() throws {
    guard column < sqlite3_column_count(statement) else {
      throw SQLiteError.misuse("only \(column) columns to read", sql: sql)
    }
  }
}
