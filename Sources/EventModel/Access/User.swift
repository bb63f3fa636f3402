/// Somebody who may use a database, and what they are there.
public struct User: Equatable, Sendable {
  /// The name that the operating system, or a token, knows them by.
  public let name: String
  /// What they are.
  public let role: Role
  /// When they were added.
  public let createdAt: Instant

  /// Makes a user from its parts.
  public init(name: String, role: Role, createdAt: Instant) {
    self.name = name
    self.role = role
    self.createdAt = createdAt
  }
}

/// Reads the name of a user, which is one word.
public func readUserName(_ text: String) -> FieldReading<String> {
  guard !text.isEmpty else { return .invalid("A user's name is missing: write it as `id -un` prints it") }
  guard cleanedLine(text) == text, !text.contains(" "), text.unicodeScalars.count <= 200 else {
    return .invalid("\(quote(text)) is not a user's name: write one word, as `id -un` prints it")
  }
  return .valid(text)
}
