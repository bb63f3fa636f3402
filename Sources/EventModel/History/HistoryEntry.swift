/// Who changed an event, when, and what.
public struct HistoryEntry: Equatable, Sendable {
  /// What was done with the event.
  public enum Kind: String, CaseIterable, Sendable {
    /// It was added.
    case created
    /// Some of its fields were changed.
    case changed
    /// It was deleted; its fields are those that were lost with it.
    case deleted
    /// It was brought back after it had been deleted.
    case restored
  }

  /// What was done.
  public let kind: Kind
  /// The version that came of it; of a deleted event the last there was.
  public let version: Int64
  /// Who did it.
  public let user: String
  /// When.
  public let at: Instant
  /// Each field that has another value since; none for an event that was added.
  public let fields: [FieldChange]

  /// Makes an entry from its parts.
  public init(kind: Kind, version: Int64, user: String, at: Instant, fields: [FieldChange]) {
    self.kind = kind
    self.version = version
    self.user = user
    self.at = at
    self.fields = fields
  }
}

/// What a field held before a change and after it, as text; empty where nothing was set.
public struct FieldChange: Equatable, Sendable {
  /// The field.
  public let field: EventField
  /// What it held.
  public let before: String
  /// What it holds since.
  public let after: String

  /// Makes a change from its parts.
  public init(field: EventField, before: String, after: String) {
    self.field = field
    self.before = before
    self.after = after
  }
}

extension FieldChange {
  /// The fields in which two states of an event differ, in the order of the form; nil stands for no event.
  public static func between(_ before: EventDetails?, _ after: EventDetails?) -> [FieldChange] {
    EventField.allCases.compactMap { field in
      let change = FieldChange(
        field: field, before: before.map(field.text) ?? "", after: after.map(field.text) ?? "")
      if let before, let after { return field.isEqual(in: before, and: after) ? nil : change }
      return change.before == change.after ? nil : change
    }
  }
}
