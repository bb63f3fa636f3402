import Assets
import SQLiteKit

extension Migration {
  /// All steps in order; new ones go to the end.
  static let all = [
    Migration(name: "0001-events-and-catalogue", sql: String(cString: schema_0001_events_and_catalogue())),
    Migration(name: "0002-sync", sql: String(cString: schema_0002_sync())),
    Migration(name: "0003-drafts", sql: String(cString: schema_0003_drafts())),
    Migration(name: "0004-revisions", sql: String(cString: schema_0004_revisions())),
    Migration(name: "0005-changes", sql: String(cString: schema_0005_changes())),
    Migration(name: "0006-users", sql: String(cString: schema_0006_users())),
    Migration(name: "0007-sync-history", sql: String(cString: schema_0007_sync_history())),
    Migration(name: "0008-names-and-notes", sql: String(cString: schema_0008_names_and_notes())),
    Migration(name: "0009-former-names", sql: String(cString: schema_0009_former_names())),
    Migration(name: "0010-sync-instance", sql: String(cString: schema_0010_sync_instance())),
  ]
}
