import EventModel
import EventStore

/// Decides what becomes of a record, given the row with its identifier; reads and writes nothing itself.
///
/// - A record whose identifier is not here is created.
/// - Where both sides have a time, the row is updated if the Centre's is later, and stays if it is earlier. With equal
///   times and other content it stays and is a conflict, unless the sync is a full one.
/// - Where either side has none, it is updated if the content differs. With the same content it stays as it is, even
///   where the Centre has a time by now: nothing that people see would change, and the next run would decide alike.
/// - A row that was edited here stays until the Centre has a later time.
/// - A row that was missing comes back.
struct Planner {
  let isFull: Bool

  func decide(_ record: CatalogueRecord, _ row: StoredRow?) -> StagedAction {
    if record.isDeleted { return deletion(record, row) }
    guard let row else { return StagedAction(.create) }
    if row.isEdited && !record.isNewer(than: row.remoteTime) { return edited(row) }
    let action = content(record, row)
    return row.isMissing && action.kind == .keep ? StagedAction(.relist) : action
  }

  private func deletion(_ record: CatalogueRecord, _ row: StoredRow?) -> StagedAction {
    guard let row, !row.isMissing else { return StagedAction(.keep) }
    if let time = record.remoteUpdatedAt, let known = row.remoteTime, time < known { return StagedAction(.keep) }
    return StagedAction(.remove)
  }

  private func edited(_ row: StoredRow) -> StagedAction {
    StagedAction(row.isMissing ? .relist : .keep, note: row.hasSameValues ? nil : .kept)
  }

  private func content(_ record: CatalogueRecord, _ row: StoredRow) -> StagedAction {
    guard let time = record.remoteUpdatedAt, let known = row.remoteTime else {
      return StagedAction(row.hasSameValues ? .keep : .update)
    }
    if time != known { return StagedAction(time > known ? .update : .keep) }
    if row.hasSameValues { return StagedAction(.keep) }
    return isFull ? StagedAction(.update, note: .overwritten) : StagedAction(.keep, note: .conflict)
  }
}

extension CatalogueRecord {
  /// Whether the Centre changed it later than the given time; one without a time is the oldest.
  func isNewer(than other: Instant?) -> Bool {
    guard let time = remoteUpdatedAt else { return false }
    return other.map { time > $0 } ?? true
  }
}
