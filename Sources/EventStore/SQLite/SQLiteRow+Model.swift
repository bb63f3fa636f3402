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
  ///
  /// Nearly all stand as this program writes them, without escapes, and need no decoder, which is most of the time.
  mutating func names() throws -> [String] {
    let text = try text()
    return try plainNames(text)
      ?? parsed("a list", text) { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) }
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

  private func parsed<Value>(_ kind: String, _ text: String, _ parse: (String) -> Value?) throws -> Value {
    guard let value = parse(text) else {
      throw SQLiteError.mismatch("a column does not hold \(kind)")
    }
    return value
  }
}

/// The names in a JSON array without escapes and white space between them; nil for any other.
private func plainNames(_ text: String) -> [String]? {
  var text = text
  return text.withUTF8 { bytes in
    if bytes.elementsEqual("[]".utf8) { return [] }
    let end = bytes.count - 2
    guard bytes.starts(with: "[\"".utf8), end > 1, bytes[end...].elementsEqual("\"]".utf8) else { return nil }
    var names: [String] = []
    var start = 2
    while let place = bytes[start...end].firstIndex(where: isSpecial) {
      guard bytes[place] == UInt8(ascii: "\"") else { return nil }
      names.append(String(decoding: bytes[start..<place], as: UTF8.self))
      if place == end { return names }
      guard bytes[(place + 1)...end].starts(with: ",\"".utf8), place + 3 <= end else { return nil }
      start = place + 3
    }
    return nil
  }
}

/// Whether a byte ends a text in JSON, or means that one has to look closer.
private func isSpecial(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
}
