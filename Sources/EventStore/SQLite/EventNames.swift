import EventModel
import SQLiteKit

/// Which events hold which names.
struct EventNames {
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
