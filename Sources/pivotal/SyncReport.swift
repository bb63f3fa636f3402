import CentreSync
import CommandKit
import EventModel

/// Says what became of syncs: what went well on standard output, what did not on standard error.
struct SyncReport {
  let asJSON: Bool

  /// Shows a run, and gives the status to exit with.
  func show(_ run: SyncRun) throws(OutputError) -> ExitStatus {
    if asJSON { try writeOutput(run.json()) }
    for collection in CatalogueCollection.allCases { try show(run.outcomes[collection], of: collection) }
    return ExitStatus(rawValue: run.exitStatus) ?? .failure
  }

  /// Shows what a run would do.
  func show(_ plan: SyncPlan) throws(OutputError) -> ExitStatus {
    if asJSON { try writeOutput(plan.json()) }
    for collection in CatalogueCollection.allCases {
      try show(plan.run.outcomes[collection], of: collection, plan: plan.lines(for: collection))
    }
    return ExitStatus(rawValue: plan.run.exitStatus) ?? .failure
  }

  /// Shows the runs there were, the newest first.
  func show(_ runs: [SyncRun]) throws(OutputError) {
    if asJSON { return try writeOutput(runs.json()) }
    if runs.isEmpty { try writeOutput("No syncs yet: `pivotal sync` runs the first.") }
    for run in runs {
      try writeOutput("\(run.finishedAt.iso8601)  \(run.source)  \(run.message)")
      for line in run.summaryLines() + run.noteLines() { try writeOutput("  \(line)") }
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

  private func show(_ outcome: SyncOutcome?, of collection: CatalogueCollection, plan: [String] = [])
    throws(OutputError)
  {
    guard let outcome else { return }
    for (index, line) in outcome.summaryLines(for: collection).enumerated() {
      if index > 0 || outcome.failure != nil { writeError(line) } else if !asJSON { try writeOutput(line) }
    }
    if asJSON { return }
    for line in plan + outcome.noteLines(for: collection) { try writeOutput(line) }
  }
}

extension SyncRun {
  /// The run as one line, with its time.
  var line: String {
    let parts = CatalogueCollection.allCases.compactMap { collection in
      outcomes[collection]?.summaryLines(for: collection, problemLimit: 0).first
    }
    return "\(finishedAt.iso8601) \(message). \(parts.joined(separator: "; "))"
  }

  /// A run that could not begin: every collection failed for the same reason.
  fileprivate static func failed(because reason: String) -> SyncRun {
    var outcome = SyncOutcome()
    outcome.failure = reason
    let outcomes = CatalogueCollection.allCases.map { ($0, outcome) }
    return SyncRun(
      startedAt: .present, finishedAt: .present, source: "", outcomes: Dictionary(uniqueKeysWithValues: outcomes))
  }
}
