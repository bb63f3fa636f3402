import CSQLite

/// One prepared statement, owned: it is finalized with this object.
package final class SQLiteStatement {
  private let handle: OpaquePointer
  private let sql: String

  /// Prepares one statement to be run many times.
  ///
  /// - Throws: An error for SQL that is wrong, empty, or more than one statement.
  package init(_ sql: String, on connection: OpaquePointer) throws {
    var statement: OpaquePointer?
    let isWhole = try sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
      guard sqlite3_prepare_v3(connection, start, -1, flags, &statement, &tail) == SQLITE_OK else {
        throw SQLiteError(connection: connection, sql: sql)
      }
      return tail.map { String(cString: $0).allSatisfy(\.isWhitespace) } ?? true
    }
    guard let statement, isWhole else {
      sqlite3_finalize(statement)
      throw SQLiteError.misuse("not exactly one statement", sql: sql)
    }
    handle = statement
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds the values to the placeholders, in order, and calls `row` for each row of the answer.
  package func run(_ values: [SQLiteValue], row: (inout SQLiteRow) throws -> Void) throws {
    try run(nil, values, row: row)
  }

  /// Binds texts, which must stay as they are meanwhile, and then values, and calls `row` for each row of the answer.
  package func run(_ texts: TextBlock?, _ values: [SQLiteValue] = [], row: (inout SQLiteRow) throws -> Void) throws {
    try checkIdle()
    defer { end() }
    try bind(texts, values)
    while try advance() {
      var current = SQLiteRow(statement: handle, sql: sql)
      try row(&current)
    }
  }

  /// Runs it for its effect, and gives the number of rows it changed, added or deleted.
  @discardableResult
  package func execute(_ values: [SQLiteValue] = []) throws -> Int {
    try execute(nil, values)
  }

  /// Runs it with texts and values for its effect, and gives the number of rows it changed, added or deleted.
  package func execute(_ texts: TextBlock?, _ values: [SQLiteValue]) throws -> Int {
    let connection = sqlite3_db_handle(handle)
    let before = sqlite3_total_changes(connection)
    try run(texts, values) { _ in }
    return Int(sqlite3_total_changes(connection) &- before)
  }

  /// Binds the values, so that ``advance()`` goes to the first row.
  func begin(_ values: [SQLiteValue]) throws {
    try checkIdle()
    try bind(nil, values)
  }

  /// Goes to the next row, and tells whether there is one.
  func advance() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw error()
    }
  }

  /// Leaves the rows, so that it can be run again.
  func end() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// The bytes of a text in the current row.
  func bytes(ofColumn column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_text(handle, column)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  private func checkIdle() throws {
    guard sqlite3_stmt_busy(handle) == 0 else {
      throw SQLiteError.misuse("the statement is running already", sql: sql)
    }
  }

  private func bind(_ texts: TextBlock?, _ values: [SQLiteValue]) throws {
    let expected = sqlite3_bind_parameter_count(handle)
    var index: Int32 = 0
    try texts?.forEach { text in
      index += 1
      guard bind(text, at: index) == SQLITE_OK else { throw error() }
    }
    guard Int(index) + values.count == Int(expected) else {
      throw SQLiteError.misuse("\(expected) placeholders, \(Int(index) + values.count) values", sql: sql)
    }
    for value in values {
      index += 1
      guard bind(value, at: index) == SQLITE_OK else { throw error() }
    }
  }

  /// Binds bytes that SQLite need not copy.
  private func bind(_ text: UnsafeBufferPointer<UInt8>?, at index: Int32) -> Int32 {
    guard let text else { return sqlite3_bind_null(handle, index) }
    return csqlite_bind_borrowed_text(handle, index, text.baseAddress, UInt64(text.count))
  }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      // By byte length: text may hold a NUL.
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
        }
      }
    }
  }

  private func error() -> SQLiteError {
    SQLiteError(connection: sqlite3_db_handle(handle), sql: sql)
  }
}
