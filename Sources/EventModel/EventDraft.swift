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

  /// Makes a draft from its parts.
  public init(
    id: String, base: Event?, texts: [EventField: String], choices: [EventField: String], speakers: [String]
  ) {
    self.id = id
    self.base = base
    self.texts = texts
    self.choices = choices
    self.speakers = speakers
  }

  /// What to call it when it is offered again.
  public var title: String {
    let typed = cleanedLine(texts[.title] ?? "")
    return typed.isEmpty ? "An event without a title" : "“\(typed)”"
  }
}

/// A draft that was found in the store, and when it was kept.
public struct KeptDraft: Equatable, Sendable {
  /// The draft.
  public let draft: EventDraft
  /// When it was kept last.
  public let keptAt: Instant
  /// The process that kept it; while it lives the draft is its own.
  public let process: Int32

  /// Makes one from its parts.
  public init(draft: EventDraft, keptAt: Instant, process: Int32) {
    self.draft = draft
    self.keptAt = keptAt
    self.process = process
  }
}
