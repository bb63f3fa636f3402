import CentreSync
import CommandKit
import EventModel

/// Says what became of syncs: what went well on standard output, what did not on standard error.
struct SyncReport {
  let asJSON: Bool

  /// Shows a run, and gives the status to exit with.
  func show(_ run: SyncRun) -> ExitStatus {
    if asJSON { writeOutput(run.json()) }
    for collection in CatalogueCollection.allCases { show(run.outcomes[collection], of: collection) }
    return ExitStatus(rawValue: run.exitStatus) ?? .failure
  }

  /// Shows what a run would do.
  func show(_ plan: SyncPlan) -> ExitStatus {
    if asJSON { writeOutput(plan.json()) }
    for collection in CatalogueCollection.allCases {
      show(plan.run.outcomes[collection], of: collection, plan: plan.lines(for: collection))
    }
    return ExitStatus(rawValue: plan.run.exitStatus) ?? .failure
  }

  /// Shows the runs there were, the newest first.
  func show(_ runs: [SyncRun]) {
    if asJSON { return writeOutput(runs.json()) }
    if runs.isEmpty { writeOutput("No syncs yet: `pivotal sync` runs the first.") }
    for run in runs {
      writeOutput("\(run.finishedAt.iso8601)  \(run.source)  \(run.message)")
      (run.summaryLines() + run.noteLines()).forEach { writeOutput("  \($0)") }
    }
  }

  /// Shows a run as one line.
  func showLine(_ run: SyncRun) {
    if asJSON { return writeOutput(run.json()) }
    let parts = CatalogueCollection.allCases.compactMap { collection in
      run.outcomes[collection]?.summaryLines(for: collection, problemLimit: 0).first
    }
    writeOutput("\(run.finishedAt.iso8601) \(run.message). \(parts.joined(separator: "; "))")
  }

  /// Shows a run that could not begin as one line.
  func showLine(failure: String, at now: Instant) {
    writeOutput(asJSON ? SyncRun.failed(because: failure).json() : "\(now.iso8601) Sync failed. \(failure)")
  }

  /// Shows why a run could not begin.
  func show(failure: String) {
    if asJSON { writeOutput(SyncRun.failed(because: failure).json()) }
    writeError(failure)
  }

  private func show(_ outcome: SyncOutcome?, of collection: CatalogueCollection, plan: [String]? = nil) {
    guard let outcome else { return }
    for (index, line) in outcome.summaryLines(for: collection).enumerated() {
      if index > 0 || outcome.failure != nil { writeError(line) } else if !asJSON { writeOutput(line) }
    }
    if !asJSON { (plan ?? []).forEach(writeOutput) }
    if !asJSON { outcome.noteLines(for: collection).forEach(writeOutput) }
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
