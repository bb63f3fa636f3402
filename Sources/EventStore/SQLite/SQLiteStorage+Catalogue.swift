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

  func newNames(in collection: CatalogueCollection) throws -> [String: [String]] {
    let table = collection.rawValue
    let pairs = try read { connection in
      try connection.query(
        """
        SELECT f.name, t.name FROM former_names f JOIN \(table) t ON t.id = f.row
        WHERE f.collection = ?1 AND t.missing_since IS NULL
          AND NOT EXISTS (SELECT 1 FROM \(table) s WHERE s.name = f.name AND s.missing_since IS NULL)
        ORDER BY f.name, t.name
        """, [.text(table)]
      ) { (former: try $0.text(), now: try $0.text()) }
    }
    return Dictionary(grouping: pairs, by: \.former).mapValues { $0.map(\.now) }
  }

  func addRecord(_ values: [String], to collection: CatalogueCollection, at now: Instant) throws -> Int64 {
    let members = collection.members
    return try write { connection in
      try connection.execute(
        """
        INSERT INTO \(collection.rawValue) (\(members.joined(separator: ", ")), created_at, updated_at)
        VALUES (\(members.map { _ in "?" }.joined(separator: ", ")), ?, ?)
        """, values.map(SQLiteValue.text) + [.instant(now), .instant(now)])
      let id = connection.lastInsertedID
      try countCatalogueChange(in: connection)
      return id
    }
  }

  func editRecord(
    _ id: Int64, of collection: CatalogueCollection, from old: [String], to values: [String], at now: Instant
  ) throws {
    let members = collection.members
    try write { connection in
      let changed = try connection.execute(
        """
        UPDATE \(collection.rawValue)
        SET \(members.map { "\($0) = ?" }.joined(separator: ", ")), updated_at = ?,
          edited_at = CASE WHEN external_id IS NULL THEN NULL ELSE ? END
        WHERE id = ? AND \(members.map { "\($0) IS ?" }.joined(separator: " AND "))
        """,
        values.map(SQLiteValue.text) + [.instant(now), .instant(now), .integer(id)] + old.map(SQLiteValue.text))
      guard changed > 0 else { throw StorageError.recordChanged }
      try countCatalogueChange(in: connection)
    }
  }

  func deleteRecord(_ id: Int64, of collection: CatalogueCollection, holding values: [String]) throws {
    let members = collection.members
    try write { connection in
      // One of the Centre's is to come back, also where only changes are asked for.
      let isTheCentres = try connection.query(
        "SELECT external_id IS NOT NULL FROM \(collection.rawValue) WHERE id = ?", [.integer(id)]
      ) { try $0.integer() }
      if isTheCentres == [1] { try connection.countDeletion(from: collection) }
      let deleted = try connection.execute(
        "DELETE FROM \(collection.rawValue) WHERE id = ? AND "
          + members.map { "\($0) IS ?" }.joined(separator: " AND "),
        [.integer(id)] + values.map(SQLiteValue.text))
      guard deleted > 0 else { throw StorageError.recordChanged }
      // A record that gets the number later was never called so.
      try connection.execute(
        "DELETE FROM former_names WHERE collection = ? AND row = ?", [.text(collection.rawValue), .integer(id)])
      try countCatalogueChange(in: connection)
    }
  }

  func catalogueSummary() throws -> CatalogueSummary {
    try read { try summarizedCatalogue(in: $0) }
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

/// Counts what a database holds.
func summarizedCatalogue(in connection: SQLiteConnection) throws -> CatalogueSummary {
  CatalogueSummary(
    speakers: try count(.speakers, in: connection), organizers: try count(.organizers, in: connection),
    sponsors: try count(.sponsors, in: connection), lastSuccess: try lastSuccess(in: connection))
}

private func count(_ collection: CatalogueCollection, in connection: SQLiteConnection) throws -> Int {
  let sql = "SELECT count(*) FROM \(collection.rawValue) WHERE missing_since IS NULL"
  return try connection.query(sql) { try $0.count() }.first ?? 0
}
