import SQLiteKit

/// How much of the history of syncs is kept, so that one that runs every hour for years fills no disk.
enum SyncRunRetention {
  /// How many runs are kept.
  static let runs: Int64 = 1_000
  /// How many of them with what was said of single records; of the others the counts stay.
  static let runsInDetail: Int64 = 50

  /// Forgets what is too old to be kept; part of the transaction that adds a run.
  static func apply(in connection: SQLiteConnection) throws {
    try connection.execute("DELETE FROM sync_runs WHERE id <= \(newestBut)", [.integer(runs)])
    let details =
      "FROM sync_problems AS problem WHERE problem.run_id = old.run_id AND problem.collection = old.collection"
    try connection.execute(
      """
      UPDATE sync_outcomes AS old SET unnamed_problems = unnamed_problems + (SELECT count(*) \(details))
      WHERE run_id <= \(newestBut) AND EXISTS (SELECT 1 \(details))
      """, [.integer(runsInDetail)])
    for table in ["sync_problems", "sync_notes"] {
      try connection.execute("DELETE FROM \(table) WHERE run_id <= \(newestBut)", [.integer(runsInDetail)])
    }
  }

  /// The newest run of those that come after so many.
  private static let newestBut =
    "coalesce((SELECT id FROM sync_runs ORDER BY id DESC LIMIT 1 OFFSET ?), -1)"
}
