import EventModel
import Foundation
import SQLiteKit

extension SQLiteStorage {
  func history(of id: Event.ID) throws -> [HistoryEntry] {
    try read { connection in
      try connection.query(
        "SELECT kind, version, changed_by, changed_at, fields FROM changes WHERE event_id = ? ORDER BY id DESC",
        [.integer(id.rawValue)], row: HistoryEntry.init)
    }
  }
}

extension SQLiteConnection {
  /// Notes a change, in the transaction that makes it.
  ///
  /// A save that changes nothing is a version as well and is noted without fields.
  func note(_ kind: HistoryEntry.Kind, _ change: EventChange, by user: String, at now: Instant) throws {
    guard let id = change.id, let version = (change.after ?? change.before)?.version else { return }
    let isOfFields = kind == .changed || kind == .deleted
    let fields = isOfFields ? FieldChange.between(change.before?.details, change.after?.details) : []
    try execute(
      "INSERT INTO changes (event_id, kind, version, changed_by, changed_at, fields) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .integer(id.rawValue), .text(kind.rawValue), .integer(version), .text(user), .instant(now),
        try .json(fields.map(KeptField.init)),
      ])
  }
}

/// What the column of a change holds for one field.
private struct KeptField: Codable {
  let field: String
  let before: String
  let after: String

  init(_ change: FieldChange) {
    (field, before, after) = (change.field.rawValue, change.before, change.after)
  }

  /// The change; nil where another version of the program knows the field and this one does not.
  var change: FieldChange? {
    EventField(rawValue: field).map { FieldChange(field: $0, before: before, after: after) }
  }
}

extension HistoryEntry {
  /// Reads the columns of a change.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(
      kind: try row.historyKind(), version: Int64(try row.count()), user: try row.text(), at: try row.instant(),
      fields: try row.json([KeptField].self).compactMap(\.change))
  }
}
