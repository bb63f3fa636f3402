/// Someone who speaks at events, as the Resources Centre or a colleague describes them.
public struct Speaker: Equatable, Sendable, Identifiable {
  /// The row's number in the local database.
  public let id: Int64
  /// The Centre's own identifier; nil for a speaker who was added here.
  public let externalID: String?
  /// The full name, as an event saves it.
  public let name: String
  /// What they are, for example "Professor"; may be empty.
  public let title: String
  /// Where they work; may be empty.
  public let company: String
  /// A few sentences about them; may be empty and may hold line breaks.
  public let bio: String

  /// Makes a speaker from its parts.
  public init(id: Int64, externalID: String?, name: String, title: String, company: String, bio: String) {
    self.id = id
    self.externalID = externalID
    self.name = name
    self.title = title
    self.company = company
    self.bio = bio
  }
}
