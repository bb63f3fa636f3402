import EventModel
import SQLiteKit

extension SQLiteStorage {
  func record(_ run: SyncRun) throws {
    try writeWithoutWaiting { connection in
      try connection.execute(
        "INSERT INTO sync_runs (started_at, finished_at, source) VALUES (?, ?, ?)",
        [.instant(run.startedAt), .instant(run.finishedAt), .text(run.source)])
      let id = connection.lastInsertedID
      for collection in CatalogueCollection.allCases {
        guard let outcome = run.outcomes[collection] else { continue }
        try insert(outcome, of: collection, run: id, in: connection)
      }
      try SyncRunRetention.apply(in: connection, at: run.finishedAt)
    }
  }

  func syncRuns(limit: Int) throws -> [SyncRun] {
    try read { try latestSyncRuns(limit, in: $0) }
  }
}

/// The latest runs, newest first.
func latestSyncRuns(_ limit: Int, in connection: SQLiteConnection) throws -> [SyncRun] {
  let runs = try connection.query(
    "SELECT id, started_at, finished_at, source FROM sync_runs ORDER BY finished_at DESC, id DESC LIMIT ?",
    [.integer(Int64(max(0, limit)))]
  ) { (id: try $0.integer(), start: try $0.instant(), end: try $0.instant(), source: try $0.text()) }
  return try runs.map { run in
    SyncRun(
      startedAt: run.start, finishedAt: run.end, source: run.source,
      outcomes: try outcomes(ofRun: run.id, in: connection))
  }
}

/// When the latest run ended in which at least one collection was read.
func lastSuccess(in connection: SQLiteConnection) throws -> Instant? {
  try connection.query(
    """
    SELECT finished_at FROM sync_runs
    WHERE EXISTS (SELECT 1 FROM sync_outcomes WHERE run_id = sync_runs.id AND failure IS NULL)
    ORDER BY finished_at DESC LIMIT 1
    """
  ) { try $0.instant() }.first
}

private func insert(
  _ outcome: SyncOutcome, of collection: CatalogueCollection, run: Int64, in connection: SQLiteConnection
) throws {
  try connection.execute(
    """
    INSERT INTO sync_outcomes (run_id, collection, \(outcomeColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """,
    [
      .integer(run), .text(collection.rawValue), .integer(Int64(outcome.created)), .integer(Int64(outcome.updated)),
      .integer(Int64(outcome.unchanged)), .optional(outcome.failure), .text(outcome.listing.rawValue),
      .integer(Int64(outcome.missing)), .integer(Int64(outcome.returned)), .optional(outcome.emptied?.here),
      .optional(outcome.emptied?.listed), .integer(Int64(outcome.unnamedProblems)),
      .integer(Int64(outcome.unnamedNotes)),
    ])
  for problem in outcome.problems {
    try connection.execute(
      "INSERT INTO sync_problems (run_id, collection, external_id, name, reason) VALUES (?, ?, ?, ?, ?)",
      [
        .integer(run), .text(collection.rawValue), .optional(problem.id), .optional(problem.name),
        .text(problem.reason),
      ])
  }
  try insert(outcome.notes, of: collection, run: run, in: connection)
}

/// Adds many notes with one statement: what the table checks of each would else be set up anew for every one.
private func insert(
  _ notes: [SyncNote], of collection: CatalogueCollection, run: Int64, in connection: SQLiteConnection
) throws {
  let batch = 50
  for start in stride(from: 0, to: notes.count, by: batch) {
    let part = notes[start..<min(start + batch, notes.count)]
    let rows = Array(repeating: "(?, ?, ?, ?, ?, ?, ?)", count: part.count).joined(separator: ", ")
    try connection.execute(
      "INSERT INTO sync_notes (run_id, collection, kind, external_id, name, new_name, events) VALUES \(rows)",
      part.flatMap { note in
        [
          .integer(run), .text(collection.rawValue), .text(note.kind.rawValue), .text(note.id), .text(note.name),
          .optional(note.newName), try .json(note.events),
        ]
      })
  }
}

private let outcomeColumns = """
  created, updated, unchanged, failure, listing, missing, returned, emptied_here, emptied_listed,
  unnamed_problems, unnamed_notes
  """

private func outcomes(
  ofRun id: Int64, in connection: SQLiteConnection
) throws -> [CatalogueCollection: SyncOutcome] {
  let rows = try connection.query(
    "SELECT collection, \(outcomeColumns) FROM sync_outcomes WHERE run_id = ?", [.integer(id)]
  ) { row in
    (collection: try row.text(), outcome: try SyncOutcome(row: &row))
  }
  var result: [CatalogueCollection: SyncOutcome] = [:]
  for row in rows {
    guard let collection = CatalogueCollection(rawValue: row.collection) else { continue }
    result[collection] = row.outcome
    result[collection]?.problems = try problems(ofRun: id, in: row.collection, connection)
    result[collection]?.notes = try notes(ofRun: id, in: row.collection, connection)
  }
  return result
}

private func problems(
  ofRun id: Int64, in collection: String, _ connection: SQLiteConnection
) throws -> [SyncProblem] {
  try connection.query(
    "SELECT external_id, name, reason FROM sync_problems WHERE run_id = ? AND collection = ? ORDER BY id",
    [.integer(id), .text(collection)]
  ) { SyncProblem(id: try $0.optionalText(), name: try $0.optionalText(), reason: try $0.text()) }
}

private func notes(ofRun id: Int64, in collection: String, _ connection: SQLiteConnection) throws -> [SyncNote] {
  try connection.query(
    """
    SELECT kind, external_id, name, new_name, events FROM sync_notes WHERE run_id = ? AND collection = ? ORDER BY id
    """,
    [.integer(id), .text(collection)]
  ) { row in
    SyncNote(
      kind: try row.noteKind(), id: try row.text(), name: try row.text(), newName: try row.optionalText(),
      events: try row.json([EventUse].self))
  }
}

extension SyncOutcome {
  /// Reads the columns of `outcomeColumns`.
  fileprivate init(row: inout SQLiteRow) throws {
    self.init()
    created = try row.count()
    updated = try row.count()
    unchanged = try row.count()
    failure = try row.optionalText()
    listing = Listing(rawValue: try row.text()) ?? .complete
    missing = try row.count()
    returned = try row.count()
    let (here, listed) = (try row.optionalCount(), try row.optionalCount())
    unnamedProblems = try row.count()
    unnamedNotes = try row.count()
    if let here, let listed { emptied = SourceEmptied(here: here, listed: listed) }
  }
}
