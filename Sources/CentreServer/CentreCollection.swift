/// What the Resources Centre has lists of.
public enum CentreCollection: String, CaseIterable, Sendable {
  case speakers
  case organizers
  case sponsors
  case events

  /// The file it is read from, one object a line.
  var fileName: String { "\(rawValue).jsonl" }

  /// The members of a record, in the order they are answered.
  var fields: [Field] {
    switch self {
    case .speakers:
      [.id, Field("name", .requiredText), Field("title", .text), Field("company", .text), Field("bio", .text)]
        + Field.times
    case .organizers, .sponsors:
      [.id, Field("name", .requiredText), Field("website", .text)] + Field.times
    case .events:
      [
        .id, Field("title", .requiredText), Field("start", .requiredTime), Field("end", .requiredTime),
        Field("organizer", .optionalText), Field("sponsor", .optionalText), Field("speakers", .names),
      ]
    }
  }
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
    /// A timestamp; null where it is missing.
    case time
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
  static let times = [Field("created_at", .time), Field("updated_at", .time)]
  static let deletedAt = Field("deleted_at", .requiredTime)
}
