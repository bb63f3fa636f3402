import EventModel

/// Makes a catalogue record of what came, or says what is wrong with it.
struct RecordParser: Sendable {
  /// The longest name and identifier, in code points.
  static let maximumNameLength = 500
  /// The longest text of any other member, in code points.
  static let maximumTextLength = 100_000

  private let collection: CatalogueCollection
  /// The members after the name: how each is called, and whether it may hold line breaks.
  private let members: [(name: String, isMultiline: Bool)]

  init(collection: CatalogueCollection) {
    self.collection = collection
    let multiline = collection.multilineMembers
    members = collection.members.map { ($0, multiline.contains($0)) }
  }

  func parse(_ raw: RawRecord) -> Result<CatalogueRecord, RecordDefect> {
    do throws(Reason) {
      let id = try identifier(raw.id)
      if ![.missing, .null].contains(raw.deletedAt) { return .success(try deletion(of: id, raw)) }
      return .success(
        CatalogueRecord(
          externalID: id, values: try texts(raw.members), remoteUpdatedAt: try instant(raw.updatedAt, "updated_at")))
    } catch {
      let problem = SyncProblem(
        id: try? identifier(raw.id), name: displayName(raw.members.first), reason: error.text)
      return .failure(RecordDefect(problem: problem, time: try? instant(raw.updatedAt, "updated_at")))
    }
  }

  /// A note that the Centre deleted a record, which holds no more than when.
  private func deletion(of id: String, _ raw: RawRecord) throws(Reason) -> CatalogueRecord {
    CatalogueRecord(
      externalID: id, values: collection.members.map { _ in "" },
      remoteUpdatedAt: try instant(raw.deletedAt, "deleted_at"), isDeleted: true)
  }

  /// The identifier as text: a number as it is written, so that 1 and 1.0 stay two.
  private func identifier(_ value: RawValue) throws(Reason) -> String {
    let text: String
    switch value {
    case .number(let digits): text = digits
    case .string(let characters): text = characters
    case .missing: throw Reason("id is missing")
    case .null: throw Reason("id is null")
    case .bool, .array, .object: throw Reason("id is \(value.kind), not a number or a text")
    }
    if text.isEmpty { throw Reason("id is empty") }
    if holdsControlCharacter(text) {
      throw Reason("id holds a control character")
    }
    // Two that were different may have become one.
    if text.unicodeScalars.contains("\u{FFFD}") { throw Reason("id holds a character that was lost (U+FFFD)") }
    try checkLength(of: text, member: "id", maximum: Self.maximumNameLength)
    return text
  }

  private func texts(_ values: ArraySlice<RawValue>) throws(Reason) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(values.count)
    for (member, value) in zip(members, values) {
      texts.append(
        texts.isEmpty ? try name(value) : try text(value, member: member.name, isMultiline: member.isMultiline))
    }
    return texts
  }

  /// Whether a text holds a control character; of ASCII, as most identifiers are, that is seen at once.
  private func holdsControlCharacter(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return false }
    return text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private func name(_ value: RawValue) throws(Reason) -> String {
    if value == .missing || value == .null { throw Reason("name is \(value.kind)") }
    let name = try text(value, member: "name", isMultiline: false, maximum: Self.maximumNameLength)
    if name.isEmpty { throw Reason("name is empty") }
    return name
  }

  private func text(
    _ value: RawValue, member: String, isMultiline: Bool, maximum: Int = RecordParser.maximumTextLength
  ) throws(Reason) -> String {
    switch value {
    case .missing, .null: return ""
    case .string(let text):
      let cleaned = isMultiline ? cleanedText(text) : cleanedLine(text)
      // Cleaning takes it out, so that a text of the same length held none.
      if cleaned.utf8.count != text.utf8.count, text.utf8.contains(0) {
        throw Reason("\(member) holds the character U+0000")
      }
      try checkLength(of: cleaned, member: member, maximum: maximum)
      return cleaned
    case .bool, .array, .object, .number: throw Reason("\(member) is \(value.kind), not a text")
    }
  }

  private func instant(_ value: RawValue, _ member: String) throws(Reason) -> Instant? {
    switch value {
    case .missing, .null: return nil
    case .string(let text):
      guard let instant = Instant(timestamp: text) else {
        throw Reason("\(member) \"\(shortened(cleanedLine(text)))\" is no timestamp")
      }
      return instant
    case .bool, .array, .object, .number: throw Reason("\(member) is \(value.kind), not a timestamp")
    }
  }

  private func checkLength(of text: String, member: String, maximum: Int) throws(Reason) {
    // A text has at most as many code points as bytes, and bytes are counted at once.
    if text.utf8.count > maximum && text.unicodeScalars.count > maximum {
      throw Reason("\(member) is longer than \(maximum) characters")
    }
  }

  /// The name to call a bad record by; nil where not even that can be used.
  private func displayName(_ value: RawValue?) -> String? {
    guard case .string(let text) = value else { return nil }
    let name = shortened(cleanedLine(text))
    return name.isEmpty ? nil : name
  }

  /// As much of a text as fits into a message.
  private func shortened(_ text: String) -> String {
    let head = text.unicodeScalars.prefix(80)
    return head.endIndex == text.unicodeScalars.endIndex ? text : String(head) + "…"
  }
}

/// A record that cannot be taken, as an error.
struct RecordDefect: Error, Equatable {
  let problem: SyncProblem
  /// When the Centre changed it, if that can be read.
  let time: Instant?
}

/// What is wrong with a record, in words.
private struct Reason: Error {
  let text: String

  init(_ text: String) { self.text = text }
}
