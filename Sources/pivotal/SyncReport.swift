import CentreSync
import CommandKit
import EventModel

/// Says what became of syncs: what went well on standard output, what did not on standard error.
struct SyncReport: Sendable {
  let asJSON: Bool
  /// How many records of a collection are named to people; programs are told all that are known.
  private static let mostProblems = 1_000

  /// Shows a run, and gives the status to exit with.
  func show(_ run: SyncRun) throws -> ExitStatus {
    if asJSON { try writeOutput(run.json()) }
    return try show(run) { _ in }
  }

  /// Shows what a run would do, row by row as it is read, however many there are.
  func show(_ plan: StagedPlan) throws -> ExitStatus {
    if asJSON, try !writeDocument(plan) { return .failure }
    return try show(plan.run) { collection in
      try plan.forEachBlock(of: collection) { lines throws(OutputError) in
        try writeOutput(lines.joined(separator: "\n"))
      }
    }
  }

  /// Writes a plan as JSON, and tells whether all of it could be read.
  ///
  /// Behind half a document nothing more may follow on standard output: what ends it is said on standard error.
  private func writeDocument(_ plan: StagedPlan) throws -> Bool {
    var hasBegun = false
    do {
      try plan.writeJSON { text throws(OutputError) in
        hasBegun = true
        try writeOutput(text, terminator: "")
      }
      try writeOutput("")
      return true
    } catch  where hasBegun && !(error is OutputError) {
      writeError("\(error)")
      return false
    }
  }

  /// Shows the runs there were, the newest first.
  func show(_ runs: [SyncRun]) throws(OutputError) {
    if asJSON { return try writeOutput(runs.json()) }
    if runs.isEmpty { try writeOutput("No syncs yet: `pivotal sync` runs the first.") }
    for run in runs {
      try writeOutput([run.finishedAt.iso8601, run.source, run.message].filter { !$0.isEmpty }.joined(separator: "  "))
      for line in run.summaryLines(problemLimit: Self.mostProblems) + run.noteLines() { try writeOutput("  \(line)") }
    }
  }

  /// Shows a run as one line.
  func showLine(_ run: SyncRun) throws(OutputError) {
    try writeOutput(asJSON ? run.json() : run.line)
  }

  /// Shows a run that could not begin as one line.
  func showLine(failure: String, at now: Instant) throws(OutputError) {
    try writeOutput(asJSON ? SyncRun.failed(because: failure).json() : "\(now.iso8601) Sync failed. \(failure)")
  }

  /// Shows why a run could not begin.
  func show(failure: String) throws(OutputError) {
    if asJSON { try writeOutput(SyncRun.failed(because: failure).json()) }
    writeError(failure)
  }

  /// Shows the collections of a run one after the other, each with what is planned for it; one reason for all once.
  private func show(_ run: SyncRun, plan: (CatalogueCollection) throws -> Void) throws -> ExitStatus {
    if run.commonFailure != nil {
      try show(run.summary())
    } else {
      for collection in CatalogueCollection.allCases {
        guard let outcome = run.outcomes[collection] else { continue }
        try show(outcome.summary(of: collection, problemLimit: Self.mostProblems))
        if asJSON { continue }
        try plan(collection)
        for line in outcome.noteLines(for: collection) { try writeOutput(line) }
      }
    }
    return ExitStatus(rawValue: run.exitStatus) ?? .failure
  }

  private func show(_ lines: [SummaryLine]) throws(OutputError) {
    for line in lines {
      if line.isProblem { writeError(line.text) } else if !asJSON { try writeOutput(line.text) }
    }
  }
}

extension SyncRun {
  /// A run that could not begin: every collection failed for the same reason.
  fileprivate static func failed(because reason: String) -> SyncRun {
    var outcome = SyncOutcome()
    outcome.failure = reason
    let outcomes = CatalogueCollection.allCases.map { ($0, outcome) }
    return SyncRun(
      startedAt: .present, finishedAt: .present, source: "", outcomes: Dictionary(uniqueKeysWithValues: outcomes))
  }
}
