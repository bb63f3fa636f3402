/// What the Resources Centre has lists of.
public enum CentreCollection: String, CaseIterable, Sendable {
  case speakers
  case organizers
  case sponsors
  case events

  /// What one of it is called.
  public var singular: String { String(rawValue.dropLast()) }

  /// Whether its records say when they were changed, so that a client can ask for changes alone.
  var isDated: Bool { self != .events }

  /// The members of a record besides its times, in the order they are answered.
  var fields: [Field] {
    switch self {
    case .speakers:
      [.id, Field("name", .requiredText), Field("title", .text), Field("company", .text), Field("bio", .text)]
    case .organizers, .sponsors:
      [.id, Field("name", .requiredText), Field("website", .text)]
    case .events:
      [
        .id, Field("title", .requiredText), Field("start", .requiredTime), Field("end", .requiredTime),
        Field("organizer", .optionalText), Field("sponsor", .optionalText), Field("speakers", .names),
      ]
    }
  }

  /// The names of all members that a file may give.
  var memberNames: [String] { fields.map(\.name) + ["created_at", "updated_at", "deleted_at"] }
}

/// A member of a record: its name and what it may hold.
struct Field: Sendable {
  enum Kind: Sendable {
    /// A text that is not blank, or a whole number.
    case identifier
    /// A text that is not blank.
    case requiredText
    /// A text; empty where it is missing.
    case text
    /// A text; null where it is missing or empty.
    case optionalText
    /// A timestamp.
    case requiredTime
    /// A list of texts; empty where it is missing.
    case names
  }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  static let id = Field("id", .identifier)
}
