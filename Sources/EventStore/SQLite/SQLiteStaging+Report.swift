import EventModel
import SQLiteKit

extension SQLiteStaging {
  func notes(limit: Int) throws -> StagedNotes {
    try usingTemporaryTables { connection in
      try connection.read { connection in
        let staged = try connection.query(sql.notes, [.integer(Int64(limit))]) { row in
          (kind: try row.text(), id: try row.text(), name: try row.text(), newName: try row.text())
        }
        let notes = staged.compactMap { row in
          SyncNote.Kind(rawValue: row.kind).map { kind in
            SyncNote(kind: kind, id: row.id, name: row.name, newName: kind == .renamed ? row.newName : nil)
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

  func plannedChanges() throws -> PlannedChanges {
    try using { connection in
      try connection.read { connection in
        var plan = PlannedChanges()
        plan.added = try added.names()
        plan.changed = try connection.query(sql.changed) { try change(&$0) }
        plan.missing = try addingEvents(to: missing(connection), connection)
        let renamed = Set(plan.changed.filter(\.isRename).map(\.name))
        let uses = try EventNames(of: collection, renamed, connection)
        for index in plan.changed.indices { plan.changed[index].events = uses[plan.changed[index].name] }
        return plan
      }
    }
  }

  /// The rows that are going to be missing; all of them where no limit is given.
  private func missing(_ connection: SQLiteConnection, limit: Int = -1) throws -> [SyncNote] {
    try connection.query(sql.missing, [.integer(Int64(limit))]) {
      SyncNote(kind: .missing, id: try $0.text(), name: try $0.text())
    }
  }

  private func change(_ row: inout SQLiteRow) throws -> PlannedChange {
    let before = try collection.members.map { _ in try row.text() }
    let after = try collection.members.map { _ in try row.text() }
    let members = zip(collection.members, zip(before, after)).compactMap { name, values in
      values.0.utf8.elementsEqual(values.1.utf8)
        ? nil : PlannedChange.Member(name: name, from: values.0, to: values.1)
    }
    return PlannedChange(name: before.first ?? "", members: members, events: [])
  }

  private func addingEvents(to notes: [SyncNote], _ connection: SQLiteConnection) throws -> [SyncNote] {
    let isUsed: (SyncNote) -> Bool = { [.renamed, .missing].contains($0.kind) }
    let uses = try EventNames(of: collection, Set(notes.filter(isUsed).map(\.name)), connection)
    return notes.map { note in
      var note = note
      if isUsed(note) { note.events = uses[note.name] }
      return note
    }
  }
}

extension PlannedChange {
  fileprivate var isRename: Bool { members.contains { $0.name == "name" } }
}

/// Which events hold which names.
private struct EventNames {
  private var uses: [String: [EventUse]] = [:]

  /// Looks through all events once, unless there is nothing to look for.
  init(of collection: CatalogueCollection, _ names: Set<String>, _ connection: SQLiteConnection) throws {
    guard !names.isEmpty else { return }
    let column = collection == .speakers ? "speakers" : collection.singular
    let sql = "SELECT id, title, \(column) FROM events WHERE \(column) IS NOT NULL ORDER BY starts_at, id"
    try connection.statement(sql).run([]) { row in
      let use = EventUse(id: try row.integer(), title: try row.text())
      let held = collection == .speakers ? try row.names() : [try row.text()]
      for name in Set(held) where names.contains(name) { uses[name, default: []].append(use) }
    }
  }

  subscript(name: String) -> [EventUse] { uses[name] ?? [] }
}
