import EventModel

@testable import EventStore

extension EventStorage {
  /// Takes records over as a sync does: new ones are created, the others updated.
  func take(_ records: [CatalogueRecord], in collection: CatalogueCollection, at now: Instant = noon) throws {
    let staging = try beginSync(.refresh, by: "ada", at: now).staging(of: collection)
    try staging.batch {
      for record in records {
        let row = try staging.stored(record)
        _ = try staging.stage(record, as: StagedAction(row == nil ? .create : .update), over: row, page: 1)
      }
    }
    try staging.commit(checkpoint: nil, at: now)
  }

  /// Takes speakers over.
  func addSpeakers(_ records: CatalogueRecord..., at now: Instant = noon) throws {
    try take(records, in: .speakers, at: now)
  }
}
