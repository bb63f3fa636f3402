import EventModel
import SQLiteKit

extension SQLiteStorage {
  func events() throws -> [Event] {
    try read { try $0.query("SELECT \(eventColumns) FROM events ORDER BY starts_at, id", row: Event.init) }
  }

  func events(around moment: Instant, count: Int) throws -> [Event] {
    try read { connection in
      let limits: [SQLiteValue] = [.instant(moment), .integer(Int64(count))]
      let earlier = try connection.query(
        "SELECT \(eventColumns) FROM events WHERE starts_at < ? ORDER BY starts_at DESC, id DESC LIMIT ?", limits,
        row: Event.init)
      let later = try connection.query(
        "SELECT \(eventColumns) FROM events WHERE starts_at >= ? ORDER BY starts_at, id LIMIT ?", limits,
        row: Event.init)
      return earlier.reversed() + later
    }
  }

  func events(knowing known: [Event]) throws -> [Event]? {
    if known.isEmpty { return try events() }
    return try read { connection in
      var versions = Dictionary(known.map { ($0.id, $0.version) }) { first, _ in first }
      var changed: [Event.ID] = []
      try connection.statement("SELECT id, version FROM events").run([]) { row in
        let id = Event.ID(rawValue: try row.integer())
        let version = try row.integer()
        if versions[id] == version { versions[id] = nil } else { changed.append(id) }
      }
      // What is left has changed or is gone.
      guard !changed.isEmpty || !versions.isEmpty else { return nil }
      guard changed.count <= 1000 else {
        return try connection.query("SELECT \(eventColumns) FROM events ORDER BY starts_at, id", row: Event.init)
      }
      let fresh = try changed.map { try existing($0, in: connection) }.sorted { $0.comesBefore($1) }
      return merged(known.filter { versions[$0.id] == nil }, fresh)
    }
  }

  func event(_ id: Event.ID) throws -> Event? {
    try read { try stored(id, in: $0) }
  }

  func add(_ details: EventDetails, by user: String, at now: Instant, dropping draft: String?) throws -> Event {
    try write { connection in
      try connection.execute(
        """
        INSERT INTO events (\(detailColumns), version, created_by, created_at, updated_by, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
        """,
        try details.values() + [.text(user), .instant(now), .text(user), .instant(now)])
      let event = try existing(Event.ID(rawValue: connection.lastInsertedID), in: connection)
      try connection.note(.created, EventChange(before: nil, after: event), by: user, at: now)
      try drop(draft, in: connection)
      return event
    }
  }

  func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant,
    dropping draft: String?
  ) throws -> Event {
    try write { connection in
      let current = try existing(id, version: version, in: connection)
      try drop(draft, in: connection)
      return try change(current, to: details, by: user, at: now, in: connection)
    }
  }

  func delete(_ ids: [Event.ID], by user: String, at now: Instant) throws -> [Event] {
    try write { connection in
      let events = try ids.compactMap { try stored($0, in: connection) }
      if events.isEmpty, let first = ids.first { throw StorageError.noSuchEvent(first) }
      for event in events { try remove(event, by: user, at: now, in: connection) }
      return events
    }
  }

  func revert(_ changes: [EventChange], by user: String, at now: Instant) throws -> [EventChange] {
    try write { connection in
      try changes.reversed().map { try takeBack($0, by: user, at: now, in: connection) }
    }
  }
}

/// Takes one change back, unless the event has changed since, and tells what was done for that.
private func takeBack(
  _ made: EventChange, by user: String, at now: Instant, in connection: SQLiteConnection
) throws -> EventChange {
  guard let after = made.after else {
    guard let gone = made.before else { return made }
    return EventChange(before: nil, after: try restore(gone, by: user, at: now, in: connection))
  }
  let current = try existing(after.id, version: after.version, in: connection)
  guard let before = made.before else {
    try remove(current, by: user, at: now, in: connection)
    return EventChange(before: current, after: nil)
  }
  return EventChange(
    before: current, after: try change(current, to: before.details, by: user, at: now, in: connection))
}

private func change(
  _ event: Event, to details: EventDetails, by user: String, at now: Instant, in connection: SQLiteConnection
) throws -> Event {
  try connection.execute(
    """
    UPDATE events SET (\(detailColumns), version, updated_by, updated_at)
    = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, version + 1, ?, ?) WHERE id = ?
    """,
    try details.values() + [.text(user), .instant(now), .integer(event.id.rawValue)])
  let changed = try existing(event.id, in: connection)
  try connection.note(.changed, EventChange(before: event, after: changed), by: user, at: now)
  return changed
}

private func remove(_ event: Event, by user: String, at now: Instant, in connection: SQLiteConnection) throws {
  try connection.execute("DELETE FROM events WHERE id = ?", [.integer(event.id.rawValue)])
  try connection.note(.deleted, EventChange(before: event, after: nil), by: user, at: now)
}

/// Brings a deleted event back under its old number, in a version that nobody has seen.
private func restore(
  _ event: Event, by user: String, at now: Instant, in connection: SQLiteConnection
) throws -> Event {
  if let current = try stored(event.id, in: connection) {
    throw StorageError.changedMeanwhile(by: current.updatedBy, at: current.updatedAt)
  }
  try connection.execute(
    """
    INSERT INTO events (id, \(detailColumns), version, created_by, created_at, updated_by, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """,
    [.integer(event.id.rawValue)] + (try event.details.values())
      + [.integer(event.version + 1), .text(event.createdBy), .instant(event.createdAt), .text(user), .instant(now)])
  let restored = try existing(event.id, in: connection)
  try connection.note(.restored, EventChange(before: nil, after: restored), by: user, at: now)
  return restored
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

/// The event, if it is still in a version.
private func existing(_ id: Event.ID, version: Int64, in connection: SQLiteConnection) throws -> Event {
  let current = try existing(id, in: connection)
  guard current.version == version else {
    throw StorageError.changedMeanwhile(by: current.updatedBy, at: current.updatedAt)
  }
  return current
}

/// Two lists in their order put together to one.
private func merged(_ events: [Event], _ others: [Event]) -> [Event] {
  var result: [Event] = []
  result.reserveCapacity(events.count + others.count)
  var rest = others[...]
  for event in events {
    while let next = rest.first, next.comesBefore(event) { result.append(rest.removeFirst()) }
    result.append(event)
  }
  return result + rest
}

extension Event {
  /// Whether it stands before another one: by start, equal starts in the order they were added.
  fileprivate func comesBefore(_ other: Event) -> Bool {
    (details.starts, id.rawValue) < (other.details.starts, other.id.rawValue)
  }

  /// Reads the columns of `eventColumns`.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(
      id: ID(rawValue: try row.integer()), details: try EventDetails(row: &row), version: Int64(try row.count()),
      createdBy: try row.text(), createdAt: try row.instant(), updatedBy: try row.text(), updatedAt: try row.instant())
  }
}

extension EventDetails {
  /// Reads the columns of `detailColumns`.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(
      title: try row.text(), starts: try row.instant(), ends: try row.instant(), timeZone: try row.text(),
      venue: try row.optionalText(), city: try row.optionalText(), link: try row.optionalText(),
      capacity: try row.optionalCount(), status: try row.status(),
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
