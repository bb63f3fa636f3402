import EventModel
import Foundation
import SQLiteKit

// How the model's own kinds of value are written in columns, and read again.

extension SQLiteValue {
  /// An instant, as text whose order is the order of time.
  static func instant(_ instant: Instant) -> SQLiteValue {
    .text(instant.canonicalText)
  }

  /// An instant, or null for nil.
  static func optional(_ instant: Instant?) -> SQLiteValue {
    instant.map(SQLiteValue.instant) ?? .null
  }

  /// Names, as a JSON array.
  static func names(_ names: [String]) throws -> SQLiteValue {
    try json(names)
  }

  /// Some values, as a JSON array.
  static func json(_ values: [some Encodable]) throws -> SQLiteValue {
    if values.isEmpty { return .text("[]") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return .text(String(decoding: try encoder.encode(values), as: UTF8.self))
  }
}

extension SQLiteRow {
  /// Reads the next column as an instant.
  mutating func instant() throws -> Instant {
    try parsed("a time", try text()) { Instant(iso8601: $0) }
  }

  /// Reads the next column as an instant, nil where it is null.
  mutating func optionalInstant() throws -> Instant? {
    guard let text = try optionalText() else { return nil }
    return try parsed("a time", text) { Instant(iso8601: $0) }
  }

  /// Reads the next column as an event's status.
  mutating func status() throws -> EventStatus {
    try parsed("a status", try text()) { EventStatus(rawValue: $0) }
  }

  /// Reads the next column as a JSON array of names.
  mutating func names() throws -> [String] {
    let text = try text()
    if let names = plainNames(text) { return names }
    return try parsed("a list of names", text) { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) }
  }

  /// Reads the next column as a JSON array.
  mutating func json<Value: Decodable>(_ type: [Value].Type) throws -> [Value] {
    let text = try text()
    if text == "[]" { return [] }
    return try parsed("a list", text) { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  /// Reads the next column as what a note is about.
  mutating func noteKind() throws -> SyncNote.Kind {
    try parsed("a kind of note", try text()) { SyncNote.Kind(rawValue: $0) }
  }

  /// Reads the next column as what was done with an event.
  mutating func historyKind() throws -> HistoryEntry.Kind {
    try parsed("a kind of change", try text()) { HistoryEntry.Kind(rawValue: $0) }
  }

  private func parsed<Value>(_ kind: String, _ text: String, _ parse: (String) -> Value?) throws -> Value {
    guard let value = parse(text) else {
      throw SQLiteError.mismatch("a column does not hold \(kind)")
    }
    return value
  }
}
