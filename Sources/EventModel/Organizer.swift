/// Someone who holds events: a library, a university, a society.
public struct Organizer: Equatable, Sendable, Identifiable {
  /// The row's number in the local database.
  public let id: Int64
  /// The Centre's own identifier; nil for one that was added here.
  public let externalID: String?
  /// The name, as an event saves it.
  public let name: String
  /// The address of its web site; may be empty.
  public let website: String

  /// Makes an organizer from its parts.
  public init(id: Int64, externalID: String?, name: String, website: String) {
    self.id = id
    self.externalID = externalID
    self.name = name
    self.website = website
  }
}
