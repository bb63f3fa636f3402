import EventModel
import SQLiteKit

extension SQLiteConnection {
  /// How far a collection has been read; nil before the first time.
  func checkpoint(of collection: CatalogueCollection) throws -> SyncCheckpoint? {
    try query(
      """
      SELECT origin, newest, etag, is_incremental, asked_at, instance FROM sync_checkpoints WHERE collection = ?
      """, [.text(collection.rawValue)]
    ) {
      SyncCheckpoint(
        origin: try $0.text(), newest: try $0.optionalInstant(), etag: try $0.optionalText(),
        isIncremental: try $0.optionalInteger().map { $0 != 0 }, askedAt: try $0.optionalInstant(),
        instance: try $0.optionalText())
    }.first
  }

  /// Keeps how far a collection has been read.
  func keep(_ checkpoint: SyncCheckpoint, of collection: CatalogueCollection) throws {
    try execute(
      """
      INSERT OR REPLACE INTO sync_checkpoints (collection, origin, newest, etag, is_incremental, asked_at, instance)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(collection.rawValue), .text(checkpoint.origin), .optional(checkpoint.newest),
        .optional(checkpoint.etag), .optional(checkpoint.isIncremental.map { $0 ? 1 : 0 }),
        .optional(checkpoint.askedAt), .optional(checkpoint.instance),
      ])
  }

  /// Has the next sync fetch a collection anew, since something that the Centre has is not here any more.
  func forgetProgress(of collection: CatalogueCollection) throws {
    try execute(
      "UPDATE sync_checkpoints SET newest = NULL, etag = NULL WHERE collection = ?", [.text(collection.rawValue)])
  }

  /// Counts a deleted row that the Centre has: the next sync fetches it again, and so does one after a sync that runs now.
  func countDeletion(from collection: CatalogueCollection) throws {
    try forgetProgress(of: collection)
    try execute(
      """
      INSERT INTO sync_deletions (collection, count) VALUES (?, 1)
      ON CONFLICT (collection) DO UPDATE SET count = count + 1
      """, [.text(collection.rawValue)])
  }

  /// How many rows that the Centre has were ever deleted here.
  func deletions(from collection: CatalogueCollection) throws -> Int64 {
    try query("SELECT count FROM sync_deletions WHERE collection = ?", [.text(collection.rawValue)]) {
      try $0.integer()
    }.first ?? 0
  }
}
