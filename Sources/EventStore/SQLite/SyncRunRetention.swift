import EventModel
import SQLiteKit

/// How much of the history of syncs is kept, so that one that runs every hour for years fills no disk.
enum SyncRunRetention {
  /// How many runs are kept.
  static let runs: Int64 = 1_000
  /// How many of them with what was said of single records, however old they are; of the others the counts stay.
  static let runsInDetail: Int64 = 50
  /// For how many days what was said of single records is kept beyond that.
  static let days: Int64 = 30
  /// How many records may be named in all as problems, and how many in notes, besides those of the runs that are kept
  /// whole.
  static let records: Int64 = 50_000

  /// Forgets what is too old to be kept; part of the transaction that adds a run, at the given time.
  static func apply(in connection: SQLiteConnection, at now: Instant) throws {
    try connection.execute("DELETE FROM sync_runs WHERE id <= \(newest("sync_runs", "id"))", [.integer(runs)])
    let last = SQLiteValue.integer(try lastWithoutDetails(in: connection, at: now))
    let details =
      "FROM sync_problems AS problem WHERE problem.run_id = old.run_id AND problem.collection = old.collection"
    try connection.execute(
      """
      UPDATE sync_outcomes AS old SET unnamed_problems = unnamed_problems + (SELECT count(*) \(details))
      WHERE run_id <= ? AND EXISTS (SELECT 1 \(details))
      """, [last])
    for table in ["sync_problems", "sync_notes"] {
      try connection.execute("DELETE FROM \(table) WHERE run_id <= ?", [last])
    }
  }

  /// The latest run of which only the counts stay: none of the newest, and one that is too old or has too many before it.
  private static func lastWithoutDetails(in connection: SQLiteConnection, at now: Instant) throws -> Int64 {
    func first(_ sql: String, _ value: SQLiteValue) throws -> Int64 {
      try connection.query("SELECT \(sql)", [value]) { try $0.integer() }.first ?? -1
    }
    let newest = try first(newest("sync_runs", "id"), .integer(runsInDetail))
    let old = try first(
      "coalesce((SELECT max(id) FROM sync_runs WHERE finished_at < ?), -1)",
      .instant(now.advanced(bySeconds: -days * 86_400)))
    let problems = try first(self.newest("sync_problems", "run_id"), .integer(records))
    let notes = try first(self.newest("sync_notes", "run_id"), .integer(records))
    return min(newest, max(old, problems, notes))
  }

  /// The value of the newest row of those that come after so many; -1 where there is none.
  private static func newest(_ table: String, _ column: String) -> String {
    "coalesce((SELECT \(column) FROM \(table) ORDER BY id DESC LIMIT 1 OFFSET ?), -1)"
  }
}
