import CSQLite

/// The rows of a statement, fetched one at a time as somebody asks for them.
///
/// The connection stands in one read transaction meanwhile. For one thread at a time.
package final class SQLiteCursor {
  private let statement: SQLiteStatement

  /// Binds the values to the statement's placeholders and stands before its first row.
  package init(_ statement: SQLiteStatement, _ values: [SQLiteValue]) throws {
    self.statement = statement
    try statement.begin(values)
  }

  deinit {
    statement.end()
  }

  /// Goes to the next row, and tells whether there is one.
  package func next() throws -> Bool { try statement.advance() }

  /// The bytes of a text in the current row, which stay until the next is asked for.
  package func bytes(ofColumn column: Int32) -> UnsafeRawBufferPointer { statement.bytes(ofColumn: column) }
}
