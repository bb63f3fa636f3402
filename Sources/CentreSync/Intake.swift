import EventModel
import EventStore

/// Takes the records of one collection as they are read, decides each and stages what changes, page by page.
///
/// Nothing is kept in memory but which rows were listed, one bit each.
final class Intake: RecordTaker {
  /// What was counted so far; put back when a page is abandoned.
  private struct Tally {
    var received = 0
    var staged: [StagedAction.Kind: Int] = [:]
    var noted = 0
    /// What holds the records that could not be taken, and nothing else yet.
    var outcome = SyncOutcome()
    var times = TimesRead()
  }

  let staging: any CatalogueStaging
  private let planner: Planner
  private var page = 0
  private var tally = Tally()
  private var tallyBeforePage = Tally()
  /// The rows listed on pages that are whole, and on this one.
  private var listed = RowSet()
  private var listedOnPage = RowSet()
  /// The rows whose records came but cannot be taken; they are not missing.
  private var failedRows = RowSet()

  init(_ staging: any CatalogueStaging, options: SyncOptions) {
    self.staging = staging
    planner = Planner(isFull: options.isFull)
  }

  /// How many records came on pages before this one.
  var receivedBefore: Int { tallyBeforePage.received }
  /// The times of what was read.
  var times: TimesRead { tally.times }

  /// Begins the next page, all before it being whole.
  func beginPage() {
    page += 1
    tallyBeforePage = tally
    listed.formUnion(listedOnPage)
    listedOnPage = RowSet()
  }

  /// Forgets what came of this page, which comes again or not at all.
  func restart() throws {
    try staging.abandon(page: page)
    tally = tallyBeforePage
    listedOnPage = RowSet()
  }

  /// Forgets all that came, since another listing is to come.
  func startOver() throws {
    for page in stride(from: page, to: 0, by: -1) { try staging.abandon(page: page) }
    (tally, tallyBeforePage) = (Tally(), Tally())
    (listed, listedOnPage, failedRows) = (RowSet(), RowSet(), RowSet())
  }

  func take(_ record: Result<CatalogueRecord, RecordDefect>) throws {
    switch record {
    case .success(let record):
      if !record.isDeleted { tally.received += 1 }
      tally.times.take(record)
      try take(record)
    case .failure(let defect):
      tally.received += 1
      tally.outcome.add(defect.problem)
      tally.times.take(defect)
      try noteRow(of: defect)
    }
  }

  /// What has come of it, once the listing has ended, well or not.
  func outcome() -> SyncOutcome {
    var outcome = tally.outcome
    outcome.created = tally.staged[.create] ?? 0
    outcome.updated = (tally.staged[.update] ?? 0) + (tally.staged[.relist] ?? 0)
    outcome.unchanged = tally.received - outcome.created - outcome.updated - outcome.problemCount
    return outcome
  }

  /// Marks the rows that the Centre says it has deleted, once it has told of all changes.
  func stageDeleted(in outcome: inout SyncOutcome) throws {
    outcome.missing = try staging.stageMissing(unlessListed: nil)
  }

  /// Marks the rows that a complete listing does not hold, unless they are suspiciously many.
  func stageMissing(in outcome: inout SyncOutcome, accepting options: SyncOptions) throws {
    listed.formUnion(listedOnPage)
    listed.formUnion(failedRows)
    let here = try staging.presentCount()
    outcome.missing = try staging.stageMissing(unlessListed: listed)
    let emptied = SourceEmptied(here: here, listed: here - outcome.missing)
    guard outcome.missing > 0, emptied.listed * 2 < here,
      !options.accepts(emptied, of: staging.collection)
    else { return }
    outcome.emptied = emptied
    outcome.missing = try staging.stageMissing(unlessListed: nil)
  }

  /// Names the rows of which there is more to say, where there are any.
  func addNotes(to outcome: inout SyncOutcome) throws {
    guard tally.noted > 0 || outcome.updated > 0 || outcome.missing > 0 else { return }
    let staged = try staging.notes(limit: SyncOutcome.mostNotes)
    outcome.notes = staged.notes
    outcome.unnamedNotes = staged.unnamed
    outcome.returned = staged.returned
  }

  // MARK: One record

  private func take(_ record: CatalogueRecord) throws {
    let row = try staging.stored(record)
    let isFirst = row.map { !listed.contains($0.id) && !listedOnPage.contains($0.id) } ?? true
    if isFirst {
      if let row, !record.isDeleted { listedOnPage.insert(row.id) }
      if try place(record, row) { return }
    }
    try settle(record, row)
  }

  /// Decides and stages; false where something with this identifier is staged already.
  private func place(_ record: CatalogueRecord, _ row: StoredRow?) throws -> Bool {
    let action = planner.decide(record, row)
    if let row, action == StagedAction(.keep), row.isIdentical(to: record) { return true }
    guard try staging.stage(record, as: action, over: row, page: page) else { return false }
    tally.staged[action.kind, default: 0] += 1
    if action.note != nil { tally.noted += 1 }
    return true
  }

  /// Decides between records with one identifier: the newest counts, the first of equally new ones.
  ///
  /// One that is left out is a problem if both came on one page and differ: pages may overlap, one answer should not.
  private func settle(_ record: CatalogueRecord, _ row: StoredRow?) throws {
    guard let earlier = try earlier(than: record, row) else { return }
    if earlier.isIdentical { return }
    let isNewer = record.isNewer(than: earlier.time)
    if earlier.page == page, !record.isDeleted, !earlier.isDeleted {
      let problem = duplicate(record, name: isNewer ? earlier.name : record.name)
      tally.outcome.add(problem)
      // It is to come again, and to be told of again, until it is right.
      tally.times.take(RecordDefect(problem: problem, time: isNewer ? earlier.time : record.remoteUpdatedAt))
    }
    guard isNewer else { return }
    if let staged = earlier.staged {
      try staging.supersede(staged, onPage: page)
      tally.staged[staged.kind, default: 0] -= 1
    }
    _ = try place(record, row)
  }

  /// What came before with the identifier of a record.
  private struct Earlier {
    let staged: StagedRow?
    let page: Int
    let name: String
    let time: Instant?
    let isDeleted: Bool
    let isIdentical: Bool
  }

  private func earlier(than record: CatalogueRecord, _ row: StoredRow?) throws -> Earlier? {
    if let staged = try staging.staged(record) {
      let isIdentical =
        staged.hasSameValues && staged.remoteTime == record.remoteUpdatedAt && staged.isDeleted == record.isDeleted
      return Earlier(
        staged: staged, page: staged.page, name: staged.name, time: staged.remoteTime, isDeleted: staged.isDeleted,
        isIdentical: isIdentical)
    }
    // What is not staged was identical to the row.
    guard let row else { return nil }
    return Earlier(
      staged: nil, page: listedOnPage.contains(row.id) ? page : 0,
      name: try staging.name(ofRow: row.id) ?? record.name, time: row.remoteTime, isDeleted: false,
      isIdentical: row.isIdentical(to: record))
  }

  private func duplicate(_ record: CatalogueRecord, name: String) -> SyncProblem {
    SyncProblem(
      id: record.externalID, name: name,
      reason: "id \(record.externalID) comes more than once with different content, and another one was taken")
  }

  private func noteRow(of defect: RecordDefect) throws {
    guard let id = defect.problem.id else { return }
    let values = staging.collection.members.map { _ in "" }
    let row = try staging.stored(CatalogueRecord(externalID: id, values: values, remoteUpdatedAt: nil))
    if let row { failedRows.insert(row.id) }
  }
}

extension StoredRow {
  fileprivate func isIdentical(to record: CatalogueRecord) -> Bool {
    hasSameValues && remoteTime == record.remoteUpdatedAt && !record.isDeleted
  }
}
