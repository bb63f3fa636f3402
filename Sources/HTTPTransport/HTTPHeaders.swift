/// The fields of a message's head, in order; names are looked up without regard to case.
public struct HTTPHeaders: Sendable {
  /// Every field as it was sent; a name may come more than once.
  public private(set) var fields: [(name: String, value: String)]

  /// Makes headers from fields in order.
  public init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  /// Names the field that says how many bytes a compressed body has once it is unpacked.
  static let unpackedLength = "X-Unpacked-Length"

  /// The value of the first field with the name, or nil.
  public subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  /// Adds a field at the end.
  public mutating func add(_ name: String, _ value: String) {
    fields.append((name, value))
  }

  mutating func removeAll() {
    fields.removeAll()
  }

  /// Whether a text may be a field's name: a token of RFC 9110.
  static func isValidName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { tokenBytes.contains($0) }
  }

  /// Whether a text may be a field's value: a line break in it would begin another field.
  static func isValidValue(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
  }

  private static let tokenBytes = Set(
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
