/// One of the three collections that the Resources Centre owns and that are cached here.
public enum CatalogueCollection: String, CaseIterable, Hashable, Codable, Sendable {
  case speakers
  case organizers
  case sponsors

  /// The members of a record that are kept, by the names they have in the Centre's JSON and in the local tables.
  ///
  /// The first is always the name; a ``CatalogueRecord`` holds its values in this order.
  public var members: [String] {
    switch self {
    case .speakers: ["name", "title", "company", "bio"]
    case .organizers, .sponsors: ["name", "website"]
    }
  }

  /// The members that may hold line breaks.
  public var multilineMembers: Set<String> { ["bio"] }

  /// One of the collection, for messages: "speaker".
  public var singular: String { String(rawValue.dropLast()) }
}
