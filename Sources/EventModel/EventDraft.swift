/// What was typed into a form that has not been saved, so that a killed terminal loses nothing.
public struct EventDraft: Equatable, Sendable {
  /// Names the form it comes from; given anew to each form.
  public let id: String
  /// The event that was being edited, as it was when the form was opened; nil for a new one.
  public let base: Event?
  /// What stood in each field, as typed; fields without an entry were empty.
  public let texts: [EventField: String]
  /// What was chosen in the fields that are chosen from, which may differ from what stood there.
  public let choices: [EventField: String]
  /// The speakers that were chosen, in order.
  public let speakers: [String]
  /// When each date was typed, from which "tomorrow" is counted, however often the draft is kept after that; nil where
  /// that was not noted.
  public let typedAt: [EventField: Instant]?
  /// What stood in the small form of a record of the catalogue, where that was open with changes.
  public let record: RecordDraft?

  /// Makes a draft from its parts.
  public init(
    id: String, base: Event?, texts: [EventField: String], choices: [EventField: String], speakers: [String],
    typedAt: [EventField: Instant]? = nil, record: RecordDraft? = nil
  ) {
    self.id = id
    self.base = base
    self.texts = texts
    self.choices = choices
    self.speakers = speakers
    self.typedAt = typedAt
    self.record = record
  }

  /// What to call it when it is offered again.
  public var title: String {
    let typed = cleanedLine(texts[.title] ?? "")
    return typed.isEmpty ? "An event without a title" : "“\(typed)”"
  }
}

/// What was typed into the small form of a record of the catalogue that has not been saved.
public struct RecordDraft: Equatable, Sendable, Codable {
  /// Where the record belongs.
  public let collection: CatalogueCollection
  /// The row that was being changed; nil for a new record.
  public let row: Int64?
  /// Whether the Centre has the record, too.
  public let isCentres: Bool
  /// What each member held when the form was opened.
  public let original: [String]
  /// What stood in each member.
  public let texts: [String]

  /// Makes a draft from its parts.
  public init(collection: CatalogueCollection, row: Int64?, isCentres: Bool, original: [String], texts: [String]) {
    self.collection = collection
    self.row = row
    self.isCentres = isCentres
    self.original = original
    self.texts = texts
  }
}

/// A draft that was found in the store, and when it was kept.
public struct KeptDraft: Equatable, Sendable {
  /// The draft.
  public let draft: EventDraft
  /// When it was kept last.
  public let keptAt: Instant

  /// Makes one from its parts.
  public init(draft: EventDraft, keptAt: Instant) {
    self.draft = draft
    self.keptAt = keptAt
  }
}
