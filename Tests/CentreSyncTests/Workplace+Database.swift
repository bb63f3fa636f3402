import EventModel
import EventStore
import TestSupport

extension Workplace {
  /// Changes the database past the storage, as another program might.
  func execute(_ sql: String) throws {
    try DatabaseReader(path).rows(sql)
  }

  /// All rows of a table, as text.
  func dump(_ table: String, _ columns: String = "*") throws -> [String] {
    try DatabaseReader(path).rows("SELECT \(columns) FROM \(table) ORDER BY 1").map { row in
      row.map { $0 ?? "null" }.joined(separator: "|")
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
