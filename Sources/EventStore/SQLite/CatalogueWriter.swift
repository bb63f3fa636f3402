import EventModel

/// Takes over records of the Centre's into one collection's table, in a transaction that its caller holds.
struct CatalogueWriter {
  private let upsert: SQLiteStatement
  private let listAgain: SQLiteStatement
  private let now: SQLiteValue

  /// Prepares the statements for a collection.
  init(_ collection: CatalogueCollection, at now: Instant, in connection: SQLiteConnection) throws {
    upsert = try connection.statement(Self.upsert(collection))
    listAgain = try connection.statement(
      """
      UPDATE \(collection.rawValue) SET missing_since = NULL, updated_at = ?
      WHERE external_id = ? AND missing_since IS NOT NULL
      """)
    self.now = .instant(now)
  }

  /// Adds the record, or renews the row that has its identifier unless that row is as new.
  func store(_ record: CatalogueRecord) throws {
    var values = [SQLiteValue.text(record.externalID)]
    values.reserveCapacity(record.values.count + 4)
    for value in record.values { values.append(.text(value)) }
    values += [.optional(record.remoteUpdatedAt), now, now]
    if try upsert.execute(values) == 0 {
      // The row stays as it is, but the Centre does list it.
      try listAgain.execute([now, .text(record.externalID)])
    }
  }

  /// The table and its columns bear the names of the collection and its members.
  private static func upsert(_ collection: CatalogueCollection) -> String {
    let columns = ["external_id"] + collection.members + ["remote_updated_at", "created_at", "updated_at"]
    // A record without a time brings new values, but what is known of the time stays.
    return """
      INSERT INTO \(collection.rawValue) (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      ON CONFLICT (external_id) DO UPDATE SET
        \(collection.members.map { "\($0) = excluded.\($0)," }.joined(separator: " "))
        remote_updated_at = coalesce(excluded.remote_updated_at, remote_updated_at),
        missing_since = NULL,
        updated_at = excluded.updated_at
      WHERE remote_updated_at IS NULL OR excluded.remote_updated_at IS NULL
        OR excluded.remote_updated_at > remote_updated_at
      """
  }
}
