import EventModel
import Foundation
import SQLiteKit

extension SQLiteStorage {
  func keep(_ draft: EventDraft, of user: String, at now: Instant) throws {
    let seat = try seats.own()
    let base = try draft.base.map { try json($0) }
    let fields = try json(DraftFields(draft))
    _ = try write { connection in
      try connection.execute(
        """
        INSERT INTO drafts (id, username, process, kept_at, event_id, base, fields)
        VALUES (?, ?, ?, ?, (SELECT id FROM events WHERE id = ?), ?, ?)
        ON CONFLICT (id) DO UPDATE
        SET process = excluded.process, kept_at = excluded.kept_at, event_id = excluded.event_id, base = excluded.base,
            fields = excluded.fields
        """,
        [
          .text(draft.id), .text(user), .integer(seat), .instant(now),
          draft.base.map { .integer($0.id.rawValue) } ?? .null, .optional(base), .text(fields),
        ])
    }
  }

  func dropDraft(_ id: String) throws {
    try write { try drop(id, in: $0) }
  }

  func claim(_ draft: KeptDraft, of user: String) throws -> Bool {
    let own = try seats.own()
    // Looked at and taken under the one lock, so that of two editors that ask at once one is refused.
    return try write { [seats] connection in
      let rows = try connection.query(
        "SELECT process, kept_at FROM drafts WHERE id = ? AND username = ?", [.text(draft.draft.id), .text(user)]
      ) { (seat: try $0.integer(), keptAt: try $0.instant()) }
      guard let row = rows.first, row.keptAt == draft.keptAt, try !seats.isTaken(row.seat) else { return false }
      try connection.execute("UPDATE drafts SET process = ? WHERE id = ?", [.integer(own), .text(draft.draft.id)])
      return true
    }
  }

  func drafts(of user: String) throws -> [KeptDraft] {
    let kept = try read { connection in
      try connection.query(
        "SELECT process, id, kept_at, base, fields FROM drafts WHERE username = ? ORDER BY kept_at, id", [.text(user)]
      ) { row in
        let seat = try row.integer()
        // One that cannot be read is nobody's loss but its own.
        return (seat, draft: try? KeptDraft(row: &row))
      }
    }
    return try kept.filter { try !seats.isTaken($0.0) }.compactMap(\.draft)
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// Forgets a draft, if there is one, as part of a larger change.
func drop(_ draft: String?, in connection: SQLiteConnection) throws {
  guard let draft else { return }
  try connection.execute("DELETE FROM drafts WHERE id = ?", [.text(draft)])
}

/// What a draft's column holds.
private struct DraftFields: Codable {
  let texts: [String: String]
  let choices: [String: String]
  let speakers: [String]
  /// When each date was typed; drafts of earlier versions do not say.
  let typedAt: [String: Instant]?
  let record: RecordDraft?

  init(_ draft: EventDraft) {
    texts = Dictionary(uniqueKeysWithValues: draft.texts.map { ($0.rawValue, $1) })
    choices = Dictionary(uniqueKeysWithValues: draft.choices.map { ($0.rawValue, $1) })
    speakers = draft.speakers
    record = draft.record
    typedAt = draft.typedAt.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.rawValue, $1) }) }
  }

  /// The values by field; what an older or newer version called otherwise is left out.
  static func byField<Value>(_ values: [String: Value]) -> [EventField: Value] {
    Dictionary(values.compactMap { name, value in EventField(rawValue: name).map { ($0, value) } }) { first, _ in first
    }
  }
}

extension KeptDraft {
  fileprivate init(row: inout SQLiteRow) throws {
    let id = try row.text()
    let keptAt = try row.instant()
    let base = try row.optionalText().map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
    let fields = try JSONDecoder().decode(DraftFields.self, from: Data(try row.text().utf8))
    self.init(
      draft: EventDraft(
        id: id, base: base, texts: DraftFields.byField(fields.texts), choices: DraftFields.byField(fields.choices),
        speakers: fields.speakers, typedAt: fields.typedAt.map(DraftFields.byField),
        record: fields.record),
      keptAt: keptAt)
  }
}
