import Assets

/// One step of the schema: a name for good, and the SQL that takes the database from the step before to this one.
struct Migration: Equatable, Sendable {
  /// The name it is recorded under; never changed.
  let name: String
  /// Its statements; never changed once released.
  let sql: String

  /// All steps in order; new ones go to the end.
  static let all = [
    Migration(name: "0001-events-and-catalogue", sql: String(cString: schema_0001_events_and_catalogue())),
    Migration(name: "0002-sync", sql: String(cString: schema_0002_sync())),
    Migration(name: "0003-drafts", sql: String(cString: schema_0003_drafts())),
    Migration(name: "0005-changes", sql: String(cString: schema_0005_changes())),
  ]
}
