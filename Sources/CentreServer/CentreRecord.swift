import EventModel
import JSONStream

/// An identifier as it is answered, a text or a number, and as text.
struct JSONIdentifier: Equatable, Sendable {
  let value: JSONValue
  let text: String
}

/// One record of a collection, checked; or the note that it was deleted.
struct CentreRecord: Sendable {
  /// The identifier as text.
  var id: String { identifier.text }
  /// What it is called; empty for one that was deleted.
  let name: String
  /// When it was made, as far as it says so.
  let createdAt: Instant?
  /// When it was changed last, as far as it says so.
  let updatedAt: Instant?
  /// When it was deleted; nil for one that is there.
  let deletedAt: Instant?
  private let identifier: JSONIdentifier
  /// The members that are answered besides the times, in order.
  private let members: [JSONMember]
  private let isDated: Bool

  /// What is wrong with a record, as the middle of a sentence.
  struct Flaw: Error, Equatable {
    let reason: String
  }

  /// Checks an object and takes what its collection answers; a member nobody asks for is left out.
  init(_ object: JSONValue, in collection: CentreCollection) throws(Flaw) {
    guard object.members != nil else { throw Flaw(reason: "it is not a JSON object") }
    let isDeleted = (object["deleted_at"] ?? .null) != .null
    let fields = isDeleted ? [.id] : collection.fields
    var members: [JSONMember] = []
    for field in fields { members.append(JSONMember(field.name, try field.checked(object[field.name] ?? .null))) }
    guard let identifier = members.first?.value.identifier else { throw Field.id.flaw }
    self.identifier = identifier
    self.members = members
    isDated = collection.isDated
    name = isDeleted ? "" : members.dropFirst().first?.value.text ?? ""
    createdAt = try Field.time("created_at", in: object)
    updatedAt = try Field.time("updated_at", in: object)
    deletedAt = try Field.time("deleted_at", in: object)
  }

  /// Stands for a record that is to be deleted.
  init(tombstoneOf identifier: JSONIdentifier) {
    self.identifier = identifier
    (members, isDated, name) = ([JSONMember("id", identifier.value)], false, "")
    (createdAt, updatedAt, deletedAt) = (nil, nil, nil)
  }

  /// The record as it is answered.
  func body(createdAt: Instant?, updatedAt: Instant?) -> String {
    let times = [JSONMember("created_at", .time(createdAt)), JSONMember("updated_at", .time(updatedAt))]
    return JSONValue.object(members + (isDated ? times : [])).json()
  }

  /// What is answered of it once it is deleted.
  func tombstone(at time: Instant) -> String {
    JSONValue.object([JSONMember("id", identifier.value), JSONMember("deleted_at", .time(time))]).json()
  }
}

extension Field {
  /// Checks what a record holds for the field, and fills in what stands for nothing.
  fileprivate func checked(_ value: JSONValue) throws(CentreRecord.Flaw) -> JSONValue {
    let isMissing = value == .null
    switch kind {
    case .identifier:
      guard let identifier = value.identifier else { throw flaw }
      try check(identifier: identifier.text)
    case .requiredText:
      guard let text = value.text, !cleanedLine(text).isEmpty else { throw flaw }
      try check(text)
    case .text:
      if isMissing { return .string("") }
      guard let text = value.text else { throw flaw }
      try check(text)
    case .optionalText:
      if isMissing || value.text == "" { return .null }
      guard let text = value.text else { throw flaw }
      try check(text)
    case .requiredTime:
      guard let time = value.text.flatMap({ Instant(timestamp: $0) }) else { throw flaw }
      return .time(time)
    case .names:
      if isMissing { return .array([]) }
      guard let names = value.elements, names.allSatisfy({ $0.text != nil }) else { throw flaw }
    }
    return value
  }

  /// Reads a time that a record may have; nil where it has none.
  fileprivate static func time(_ name: String, in object: JSONValue) throws(CentreRecord.Flaw) -> Instant? {
    guard let value = object[name], value != .null else { return nil }
    guard let time = value.text.flatMap({ Instant(timestamp: $0) }) else {
      throw Field(name, .requiredTime).flaw
    }
    return time
  }

  /// Refuses an identifier that no client could take; one with U+FFFD may have been another before it was lost.
  private func check(identifier: String) throws(CentreRecord.Flaw) {
    if identifier.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw CentreRecord.Flaw(reason: "its \"\(name)\" holds a control character")
    }
    if identifier.unicodeScalars.contains("\u{FFFD}") {
      throw CentreRecord.Flaw(reason: "its \"\(name)\" holds a character that was lost (U+FFFD)")
    }
    try check(identifier)
  }

  /// Refuses what no client could take: U+0000, or more than fits.
  private func check(_ text: String) throws(CentreRecord.Flaw) {
    let longest = [.requiredText, .identifier].contains(kind) ? 500 : 100_000
    if text.utf8.contains(0) { throw CentreRecord.Flaw(reason: "its \"\(name)\" holds a NUL character") }
    guard text.unicodeScalars.count <= longest else {
      throw CentreRecord.Flaw(reason: "its \"\(name)\" has more than \(longest) characters")
    }
  }

  /// Says what the field must be.
  fileprivate var flaw: CentreRecord.Flaw {
    let wanted =
      switch kind {
      case .identifier: "a text or a whole number"
      case .requiredText: "a text that is not empty"
      case .text, .optionalText: "a text"
      case .requiredTime: "an ISO 8601 time"
      case .names: "a list of texts"
      }
    return CentreRecord.Flaw(reason: "its \"\(name)\" must be \(wanted)")
  }
}

extension JSONValue {
  /// An instant as it is answered, in ISO 8601 with a Z.
  fileprivate static func time(_ time: Instant?) -> JSONValue { time.map { .string($0.iso8601) } ?? .null }

  /// An identifier: a text that is not blank, or a whole number as it is written.
  var identifier: JSONIdentifier? {
    switch self {
    case .string(let text) where !text.isBlank: JSONIdentifier(value: self, text: text)
    case .number(let digits) where digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }):
      JSONIdentifier(value: self, text: digits)
    default: nil
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}
