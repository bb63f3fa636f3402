import EventModel
import SQLiteKit

/// The changes of one transaction.
final class CentreChanges {
  /// What became of a record.
  enum Effect: Sendable {
    case added
    case changed
    case removed
    case unchanged
  }

  /// Whose times the records get.
  enum Times: Sendable {
    /// Those they come with, if any: the data is only served.
    case asWritten
    /// The Centre's own, so that no client that asks for changes misses one.
    ///
    /// A collection that was empty keeps past times, since nobody can have asked for its changes.
    case given
  }

  /// Stands for a time of change that nobody knows.
  static let unknownTime = Int64.max

  private let connection: SQLiteConnection
  private let now: Instant
  /// The latest time that was given out.
  private var newest: Int64
  private let wasEmpty: Set<CentreCollection>
  private var tallies: [CentreCollection: Tally] = [:]

  /// How a collection's totals change.
  private struct Tally {
    var records = 0
    var bytes = 0
  }

  /// A record as it is stored.
  private struct Stored {
    let position: Int64
    let changedAt: Int64
    let createdAt: Instant?
    let isDeleted: Bool
    let bytes: Int
    let body: String
  }

  init(_ connection: SQLiteConnection, now: Instant) throws {
    self.connection = connection
    self.now = now
    var newest = Instant.earliest.microseconds
    var wasEmpty: Set<CentreCollection> = []
    for collection in CentreCollection.allCases {
      let latest = try connection.query(
        "SELECT max(changed_at) FROM \(collection.rawValue) WHERE changed_at <= ?", [.instant(.latest)]
      ) { try $0.optionalInteger() }
      newest = max(newest, latest.first.flatMap { $0 } ?? newest)
      let rows = try connection.query("SELECT 1 FROM \(collection.rawValue) LIMIT 1") { try $0.integer() }
      if rows.isEmpty { wasEmpty.insert(collection) }
    }
    self.newest = newest
    self.wasEmpty = wasEmpty
  }

  /// Stores a record, or what it says of being deleted.
  func put(_ record: CentreRecord, in collection: CentreCollection, times: Times) throws -> Effect {
    let stored = try stored(record.id, in: collection)
    if let deletedAt = record.deletedAt {
      guard times == .given else {
        try bury(record, stored, in: collection, at: deletedAt)
        return .removed
      }
      guard let stored, !stored.isDeleted else { return .unchanged }
      try bury(record, stored, in: collection, at: nextTime())
      return .removed
    }
    if let stored, !stored.isDeleted, record.body(over: stored.createdAt, stored.changedAt) == stored.body {
      return .unchanged
    }
    try keep(record, stored, in: collection, times: times)
    return stored.map { $0.isDeleted ? .added : .changed } ?? .added
  }

  /// Leaves of a record that it was deleted, and tells whether there was one.
  func remove(_ id: JSONIdentifier, from collection: CentreCollection) throws -> Bool {
    guard let stored = try stored(id.text, in: collection), !stored.isDeleted else { return false }
    try bury(CentreRecord(tombstoneOf: id), stored, in: collection, at: nextTime())
    return true
  }

  /// Whether a record with the identifier is there.
  func holds(_ id: String, in collection: CentreCollection) throws -> Bool {
    try stored(id, in: collection).map { !$0.isDeleted } ?? false
  }

  /// A record that somebody may mean.
  struct Match {
    let id: String
    let name: String
    let body: String
  }

  /// The records with an identifier or a name, at most twenty; the one with the identifier comes first.
  func matches(_ reference: String, in collection: CentreCollection) throws -> [Match] {
    try connection.query(
      """
      SELECT id, name, body FROM \(collection.rawValue) WHERE deleted_at IS NULL AND (id = ?1 OR name = ?1)
      ORDER BY id <> ?1, position LIMIT 20
      """, [.text(reference)]
    ) { Match(id: try $0.text(), name: try $0.text(), body: try $0.text()) }
  }

  /// Numbers the change, where there was one.
  func finish() throws {
    guard !tallies.isEmpty else { return }
    let revision = try connection.query("SELECT max(revision) FROM collections") { Int64(try $0.count()) }.first ?? 0
    for (collection, tally) in tallies {
      try connection.execute(
        "UPDATE collections SET revision = ?, records = records + ?, bytes = bytes + ? WHERE name = ?",
        [
          .integer(revision + 1), .integer(Int64(tally.records)), .integer(Int64(tally.bytes)),
          .text(collection.rawValue),
        ])
    }
  }

  /// A time later than all that were given out before.
  private func nextTime() -> Instant {
    newest = min(max(now.microseconds, newest + 1), Instant.latest.microseconds)
    return Instant(microseconds: newest)
  }

  private func keep(
    _ record: CentreRecord, _ stored: Stored?, in collection: CentreCollection, times: Times
  ) throws {
    let updatedAt: Instant?
    switch times {
    case .asWritten: updatedAt = record.updatedAt
    case .given:
      let kept = wasEmpty.contains(collection) ? record.updatedAt.flatMap { $0 <= now ? $0 : nil } : nil
      updatedAt = kept ?? nextTime()
    }
    let createdAt = record.createdAt ?? stored?.createdAt ?? (times == .given ? updatedAt : nil)
    let body = record.body(createdAt: createdAt, updatedAt: updatedAt)
    try write(
      record, stored, in: collection, body: body, changedAt: updatedAt?.microseconds ?? Self.unknownTime,
      createdAt: createdAt, deletedAt: nil)
  }

  private func bury(
    _ record: CentreRecord, _ stored: Stored?, in collection: CentreCollection, at time: Instant
  ) throws {
    try write(
      record, stored, in: collection, body: record.tombstone(at: time), changedAt: time.microseconds,
      createdAt: stored?.createdAt, deletedAt: time)
  }

  private func write(
    _ record: CentreRecord, _ stored: Stored?, in collection: CentreCollection, body: String, changedAt: Int64,
    createdAt: Instant?, deletedAt: Instant?
  ) throws {
    let columns: [SQLiteValue] = [
      .text(record.id), .integer(changedAt), .optional(createdAt), .optional(deletedAt),
      .integer(Int64(body.utf8.count)), .text(record.name), .text(body),
    ]
    var tally = tallies[collection] ?? Tally()
    if let stored {
      try connection.execute(
        """
        UPDATE \(collection.rawValue) SET id = ?, changed_at = ?, created_at = ?, deleted_at = ?, bytes = ?, name = ?,
          body = ? WHERE position = ?
        """, columns + [.integer(stored.position)])
      if !stored.isDeleted {
        tally.records -= 1
        tally.bytes -= stored.bytes
      }
    } else {
      try connection.execute(
        """
        INSERT INTO \(collection.rawValue) (id, changed_at, created_at, deleted_at, bytes, name, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, columns)
    }
    if deletedAt == nil {
      tally.records += 1
      tally.bytes += body.utf8.count
    }
    tallies[collection] = tally
  }

  private func stored(_ id: String, in collection: CentreCollection) throws -> Stored? {
    if wasEmpty.contains(collection) && tallies[collection] == nil { return nil }
    return try connection.query(
      "SELECT position, changed_at, created_at, deleted_at, bytes, body FROM \(collection.rawValue) WHERE id = ?",
      [.text(id)]
    ) {
      Stored(
        position: try $0.integer(), changedAt: try $0.integer(), createdAt: try $0.optionalInstant(),
        isDeleted: try $0.optionalInteger() != nil, bytes: try $0.count(), body: try $0.text())
    }.first
  }
}

extension CentreRecord {
  /// The times that can be written down; any other number stands for none.
  private static let times = Instant.earliest.microseconds...Instant.latest.microseconds

  /// The body that the record would have with a stored one's times, to see whether it says anything new.
  fileprivate func body(over createdAt: Instant?, _ changedAt: Int64) -> String {
    body(
      createdAt: self.createdAt ?? createdAt,
      updatedAt: Self.times.contains(changedAt) ? Instant(microseconds: changedAt) : nil)
  }
}
