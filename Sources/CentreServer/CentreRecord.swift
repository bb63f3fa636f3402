import EventModel
import JSONStream

/// One record of a collection, checked, as it is answered; or the note that it was deleted.
struct CentreRecord: Sendable {
  /// The identifier as text.
  let id: String
  /// The members that are answered, in order.
  let json: JSONValue
  /// When it was last changed or deleted; nil where nobody knows.
  let changedAt: Instant?
  /// Whether it was deleted.
  let isDeleted: Bool

  /// What is wrong with a record, as the middle of a sentence.
  struct Flaw: Error {
    let reason: String
  }

  /// Checks an object and takes what its collection answers; a member nobody asks for is left out.
  init(_ object: JSONValue, in collection: CentreCollection) throws(Flaw) {
    guard object.members != nil else { throw Flaw(reason: "it is no JSON object") }
    isDeleted = (object["deleted_at"] ?? .null) != .null
    let fields = isDeleted ? [.id, .deletedAt] : collection.fields
    var members: [JSONMember] = []
    for field in fields { members.append(JSONMember(field.name, try field.checked(object[field.name] ?? .null))) }
    json = .object(members)
    id = members.first?.value.identifier ?? ""
    changedAt = json[isDeleted ? "deleted_at" : "updated_at"]?.text.flatMap { Instant(timestamp: $0) }
  }
}

extension Field {
  /// Checks what a record holds for the field, and fills in what stands for nothing.
  fileprivate func checked(_ value: JSONValue) throws(CentreRecord.Flaw) -> JSONValue {
    let isMissing = value == .null
    switch kind {
    case .identifier:
      guard value.identifier != nil else { throw flaw("a text or a whole number") }
    case .requiredText:
      guard value.text?.isBlank == false else { throw flaw("a text that is not empty") }
    case .text:
      if isMissing { return .string("") }
      guard value.text != nil else { throw flaw("a text") }
    case .optionalText:
      if isMissing || value.text == "" { return .null }
      guard value.text != nil else { throw flaw("a text") }
    case .requiredTime, .time:
      if isMissing && kind == .time { return .null }
      guard value.text.flatMap({ Instant(timestamp: $0) }) != nil else { throw flaw("an ISO 8601 time") }
    case .names:
      if isMissing { return .array([]) }
      guard let names = value.elements, names.allSatisfy({ $0.text != nil }) else { throw flaw("a list of texts") }
    }
    return value
  }

  private func flaw(_ wanted: String) -> CentreRecord.Flaw {
    CentreRecord.Flaw(reason: "its \"\(name)\" must be \(wanted)")
  }
}

extension JSONValue {
  /// The text of an identifier: a text that is not blank, or a whole number as it is written.
  fileprivate var identifier: String? {
    switch self {
    case .string(let text) where !text.isBlank: text
    case .number(let digits) where digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }): digits
    default: nil
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}
