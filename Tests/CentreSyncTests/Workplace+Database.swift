import CSQLite
import EventModel
import EventStore
import TestSupport

extension Workplace {
  /// Changes the database past the storage, as another program might.
  func execute(_ sql: String) throws {
    _ = try rows(sql)
  }

  /// All rows of a table, as text.
  func dump(_ table: String, _ columns: String = "*") throws -> [String] {
    try rows("SELECT \(columns) FROM \(table) ORDER BY 1").map { $0.joined(separator: "|") }
  }

  private func rows(_ sql: String) throws -> [[String]] {
    var connection: OpaquePointer?
    var statement: OpaquePointer?
    defer {
      sqlite3_finalize(statement)
      sqlite3_close(connection)
    }
    sqlite3_open(path, &connection)
    sqlite3_busy_timeout(connection, 5000)
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw TestFailure("\(sql): \(String(cString: sqlite3_errmsg(connection)))")
    }
    var rows: [[String]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "null"
          })
      case SQLITE_DONE: return rows
      default: throw TestFailure("\(sql): \(String(cString: sqlite3_errmsg(connection)))")
      }
    }
  }

  /// All rows of the catalogue, as text.
  func catalogue() throws -> [[String]] { try CatalogueCollection.allCases.map { try dump($0.rawValue) } }

  /// Adds an event that holds names, and gives the use that a note makes of it.
  func addEvent(
    _ title: String, speakers: [String] = [], organizer: String? = nil, sponsor: String? = nil
  ) throws -> EventUse {
    let details = EventDetails(
      title: title, starts: Workplace.now, ends: Workplace.now, timeZone: "UTC", organizer: organizer,
      sponsor: sponsor, speakers: speakers)
    return EventUse(id: try storage.add(details, by: "ada", at: Workplace.now).id.rawValue, title: title)
  }
}
