import EventModel
import SQLiteKit

extension SQLiteStorage {
  func speakers() throws -> [Speaker] {
    try listed("id, external_id, name, title, company, bio", in: .speakers, name: \.name) { row in
      Speaker(
        id: try row.integer(), externalID: try row.optionalText(), name: try row.text(), title: try row.text(),
        company: try row.text(), bio: try row.text())
    }
  }

  func organizers() throws -> [Organizer] {
    try listed("id, external_id, name, website", in: .organizers, name: \.name) { row in
      Organizer(
        id: try row.integer(), externalID: try row.optionalText(), name: try row.text(), website: try row.text())
    }
  }

  func sponsors() throws -> [Sponsor] {
    try listed("id, external_id, name, website", in: .sponsors, name: \.name) { row in
      Sponsor(
        id: try row.integer(), externalID: try row.optionalText(), name: try row.text(), website: try row.text())
    }
  }

  func catalogueSummary() throws -> CatalogueSummary {
    try read { connection in
      CatalogueSummary(
        speakers: try count(.speakers, in: connection), organizers: try count(.organizers, in: connection),
        sponsors: try count(.sponsors, in: connection), lastSuccess: try lastSuccess(in: connection))
    }
  }

  /// The rows that the Centre has not dropped, by name.
  private func listed<Value: Sendable>(
    _ columns: String, in collection: CatalogueCollection, name: (Value) -> String,
    row: @Sendable (inout SQLiteRow) throws -> Value
  ) throws -> [Value] {
    let sql = "SELECT \(columns) FROM \(collection.rawValue) WHERE missing_since IS NULL ORDER BY id"
    return orderedByName(try read { try $0.query(sql, row: row) }, name: name)
  }
}

private func count(_ collection: CatalogueCollection, in connection: SQLiteConnection) throws -> Int {
  let sql = "SELECT count(*) FROM \(collection.rawValue) WHERE missing_since IS NULL"
  return Int(clamping: try connection.query(sql) { try $0.integer() }.first ?? 0)
}
