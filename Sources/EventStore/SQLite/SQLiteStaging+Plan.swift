import EventModel
import SQLiteKit

extension SQLiteStaging {
  /// For how many rows the events are looked through at a time: memory holds no more of a plan, and each time costs a
  /// look at every event.
  private static let batch = 20_000
  /// The most bytes of such rows, for those that are long.
  private static let batchBytes = 16 << 20

  func forEachPlanned(_ part: PlannedPart, limit: Int?, _ body: (PlannedRow) throws -> Void) throws {
    let limit = SQLiteValue.integer(Int64(limit ?? -1))
    try usingTemporaryTables { connection in
      try connection.read { connection in
        switch part {
        case .added: try added().forEachName(limit: limit) { try body(.added($0)) }
        case .changed: try forEachChange(limit, connection) { try body(.changed($0)) }
        case .missing: try forEachMissing(limit, connection) { try body(.missing($0)) }
        }
      }
    }
  }

  func plannedCount(_ part: PlannedPart) throws -> Int {
    switch part {
    case .added: try added().remaining
    case .changed: try count(sql.countChanged)
    case .missing: try count("SELECT count(*) FROM temp.gone")
    }
  }

  private func count(_ sql: String) throws -> Int {
    try usingTemporaryTables { try $0.query(sql) { try $0.count() }.first ?? 0 }
  }

  private func forEachChange(
    _ limit: SQLiteValue, _ connection: SQLiteConnection, _ body: (PlannedChange) throws -> Void
  ) throws {
    try inBatches(connection.statement(sql.changed), limit, row: change, bytes: \.bytes) { changes in
      let uses = try EventNames(of: collection, Set(changes.filter(\.isRename).map(\.name)), connection)
      for var change in changes {
        change.events = uses[change.name]
        try body(change)
      }
    }
  }

  private func forEachMissing(
    _ limit: SQLiteValue, _ connection: SQLiteConnection, _ body: (SyncNote) throws -> Void
  ) throws {
    let note: (inout SQLiteRow) throws -> SyncNote = {
      SyncNote(kind: .missing, id: try $0.text(), name: try $0.text())
    }
    try inBatches(connection.statement(sql.missing), limit, row: note, bytes: \.bytes) { notes in
      for note in try addingEvents(to: notes, connection) { try body(note) }
    }
  }

  /// Reads some rows at a time and hands them on.
  private func inBatches<Row>(
    _ statement: SQLiteStatement, _ limit: SQLiteValue, row: (inout SQLiteRow) throws -> Row,
    bytes: (Row) -> Int, _ body: ([Row]) throws -> Void
  ) throws {
    var rows: [Row] = []
    var size = 0
    try statement.run([limit]) {
      let next = try row(&$0)
      size += bytes(next)
      rows.append(next)
      guard rows.count == Self.batch || size >= Self.batchBytes else { return }
      try body(rows)
      rows.removeAll(keepingCapacity: true)
      size = 0
    }
    try body(rows)
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
}

extension PlannedChange {
  fileprivate var isRename: Bool { members.contains { $0.name == "name" } }

  fileprivate var bytes: Int {
    members.reduce(name.utf8.count) { $0 + $1.from.utf8.count + $1.to.utf8.count }
  }
}

extension SyncNote {
  fileprivate var bytes: Int { id.utf8.count + name.utf8.count }
}
