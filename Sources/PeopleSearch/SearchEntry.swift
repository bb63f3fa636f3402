/// One thing that can be picked: its name, which an event saves, and what tells it apart from others of that name.
public struct SearchEntry: Equatable, Sendable {
  /// What is shown first and saved.
  public let name: String
  /// What is shown behind it: "Title, Company" or a web site; may be empty.
  public let detail: String

  /// Makes an entry from its parts.
  public init(name: String, detail: String) {
    self.name = name
    self.detail = detail
  }
}
