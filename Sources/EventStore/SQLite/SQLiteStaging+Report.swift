import EventModel
import SQLiteKit

extension SQLiteStaging {
  func notes(limit: Int) throws -> StagedNotes {
    try usingTemporaryTables { connection in
      try connection.read { connection in
        let staged = try connection.query(sql.notes, [.integer(Int64(limit))]) { row in
          (kind: try row.text(), id: try row.text(), name: try row.text(), newName: try row.optionalText())
        }
        let notes = staged.compactMap { row in
          SyncNote.Kind(rawValue: row.kind).map { kind in
            SyncNote(kind: kind, id: row.id, name: row.name, newName: row.newName)
          }
        }
        let gone = try missing(connection, limit: limit - notes.count)
        let counts = try connection.query(sql.countNotes) {
          (all: try $0.count(), returned: try $0.count())
        }.first
        return StagedNotes(
          notes: try addingEvents(to: notes + gone, connection),
          unnamed: max(0, (counts?.all ?? 0) - notes.count - gone.count), returned: counts?.returned ?? 0)
      }
    }
  }

  /// The rows that are going to be missing; all of them where no limit is given.
  private func missing(_ connection: SQLiteConnection, limit: Int = -1) throws -> [SyncNote] {
    try connection.query(sql.missing, [.integer(Int64(limit))]) {
      SyncNote(kind: .missing, id: try $0.text(), name: try $0.text())
    }
  }

  func addingEvents(to notes: [SyncNote], _ connection: SQLiteConnection) throws -> [SyncNote] {
    let isUsed: (SyncNote) -> Bool = { $0.newName != nil || $0.kind == .missing }
    let uses = try EventNames(of: collection, Set(notes.filter(isUsed).map(\.name)), connection)
    return notes.map { note in
      var note = note
      if isUsed(note) { note.events = uses[note.name] }
      return note
    }
  }
}
