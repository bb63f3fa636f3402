import EventModel
import SQLiteKit

extension SQLiteStorage {
  func events() throws -> [Event] {
    try read { try $0.query("SELECT \(eventColumns) FROM events ORDER BY starts_at, id", row: Event.init) }
  }

  func event(_ id: Event.ID) throws -> Event? {
    try read { try stored(id, in: $0) }
  }

  func add(_ details: EventDetails, by user: String, at now: Instant) throws -> Event {
    try write { connection in
      try connection.execute(
        """
        INSERT INTO events (\(detailColumns), version, created_by, created_at, updated_by, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
        """,
        try details.values() + [.text(user), .instant(now), .text(user), .instant(now)])
      let id = Event.ID(rawValue: connection.lastInsertedID)
      return try existing(id, in: connection)
    }
  }

  func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant
  ) throws -> Event {
    try write { connection in
      let current = try existing(id, in: connection)
      guard current.version == version else {
        throw StorageError.changedMeanwhile(by: current.updatedBy, at: current.updatedAt)
      }
      try connection.execute(
        """
        UPDATE events SET (\(detailColumns), version, updated_by, updated_at)
        = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, version + 1, ?, ?) WHERE id = ?
        """,
        try details.values() + [.text(user), .instant(now), .integer(id.rawValue)])
      return try existing(id, in: connection)
    }
  }

  func delete(_ id: Event.ID) throws {
    let deleted = try write { try $0.execute("DELETE FROM events WHERE id = ?", [.integer(id.rawValue)]) }
    guard deleted > 0 else { throw StorageError.noSuchEvent(id) }
  }
}

/// What people enter, in the order of ``EventDetails/values()`` and of its initializer for a row.
private let detailColumns = """
  title, starts_at, ends_at, time_zone, venue, city, link, capacity, status, organizer, sponsor, speakers, description
  """

private let eventColumns = "id, \(detailColumns), version, created_by, created_at, updated_by, updated_at"

private func stored(_ id: Event.ID, in connection: SQLiteConnection) throws -> Event? {
  try connection.query(
    "SELECT \(eventColumns) FROM events WHERE id = ?", [.integer(id.rawValue)], row: Event.init
  ).first
}

private func existing(_ id: Event.ID, in connection: SQLiteConnection) throws -> Event {
  guard let event = try stored(id, in: connection) else { throw StorageError.noSuchEvent(id) }
  return event
}

extension Event {
  /// Reads the columns of `eventColumns`.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(
      id: ID(rawValue: try row.integer()), details: try EventDetails(row: &row), version: try row.integer(),
      createdBy: try row.text(), createdAt: try row.instant(), updatedBy: try row.text(), updatedAt: try row.instant())
  }
}

extension EventDetails {
  /// Reads the columns of `detailColumns`.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(
      title: try row.text(), starts: try row.instant(), ends: try row.instant(), timeZone: try row.text(),
      venue: try row.optionalText(), city: try row.optionalText(), link: try row.optionalText(),
      capacity: try row.optionalInteger().map { Int(clamping: $0) }, status: try row.status(),
      organizer: try row.optionalText(), sponsor: try row.optionalText(), speakers: try row.names(),
      description: try row.text())
  }

  /// The values for `detailColumns`.
  fileprivate func values() throws -> [SQLiteValue] {
    [
      .text(title), .instant(starts), .instant(ends), .text(timeZone), .optional(venue), .optional(city),
      .optional(link), .optional(capacity), .text(status.rawValue), .optional(organizer), .optional(sponsor),
      try .names(speakers), .text(description),
    ]
  }
}
