/// A JSON document in memory, for small ones.
///
/// The members of an object keep their order. Where a name comes twice, both are kept and the last one counts, as in
/// most libraries. Two values are equal when they are written alike, numbers and the order of members included.
public indirect enum JSONValue: Equatable, Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number, as it is written.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, its members in order.
  case object([JSONMember])

  /// The value of an object's member; nil where there is none, or this is no object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The elements of an array; nil where this is something else.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object, in order; nil where this is something else.
  public var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The text of a string; nil where this is something else.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number that is written as an integer and fits; nil where this is something else.
  public var integer: Int64? {
    if case .number(let text) = self { Int64(text) } else { nil }
  }
}

/// One member of a JSON object.
public struct JSONMember: Equatable, Sendable {
  /// Its name.
  public let key: String
  /// Its value.
  public let value: JSONValue

  /// Makes a member from its parts.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
