/// A value that is bound to a placeholder of a statement.
package enum SQLiteValue: Equatable, Sendable {
  case null
  case integer(Int64)
  case text(String)

  /// A text, or null for nil.
  package static func optional(_ text: String?) -> SQLiteValue {
    text.map(SQLiteValue.text) ?? .null
  }

  /// An integer, or null for nil.
  package static func optional(_ integer: Int?) -> SQLiteValue {
    integer.map { .integer(Int64($0)) } ?? .null
  }
}
