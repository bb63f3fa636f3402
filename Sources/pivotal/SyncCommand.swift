import CentreSync
import CommandKit
import EventModel
import EventStore
import Foundation

/// `pivotal sync`: brings the catalogue up to date.
enum SyncCommand {
  static let spec = CommandSpec(
    name: "sync", summary: "Bring speakers, organizers and sponsors up to date from the Resources Centre.",
    options: [
      OptionSpec("json", summary: "Print the result as JSON."),
      allowHTTP,
      OptionSpec(
        "max-body", .number("BYTES", 1...Int.max), summary: "The largest answer to take, unpacked; 1 GiB by default."),
      OptionSpec(
        "max-time", .number("SECONDS", 1...86_400),
        summary: "How long an answer may take that does not announce its size; 35 by default."),
    ])

  /// For networks that one trusts.
  static let allowHTTP = OptionSpec(
    "allow-http", summary: "Let the key travel unencrypted, for a Centre that has no https.")

  static func run(_ command: ParsedCommand, _ settings: Settings) throws(OutputError) -> ExitStatus {
    do {
      let run = try sync(command, settings)
      try report(run, asJSON: command.has("json"))
      return ExitStatus(rawValue: run.exitStatus) ?? .failure
    } catch let error as UnrecordedRunError {
      try report(error.run, asJSON: command.has("json"))
      writeError(error.message)
    } catch {
      if command.has("json") { try writeOutput(SyncRun.failed(because: "\(error)").json()) }
      writeError("\(error)")
    }
    return .failure
  }

  private static func sync(_ command: ParsedCommand, _ settings: Settings) throws -> SyncRun {
    var centre = try settings.allowingHTTP(command.has("allow-http")).centre()
    if let bytes = command.number("max-body") { centre.maximumBodyBytes = Int64(bytes) }
    if let seconds = command.number("max-time") { centre.limits.maximumTimeWhenUnsized = .seconds(seconds) }
    let storage = try openStorage(at: settings.databaseLocation)
    return try CentreSync(configuration: centre, storage: storage, now: { .present }).run()
  }

  /// What went well goes to standard output, what did not to standard error.
  private static func report(_ run: SyncRun, asJSON: Bool) throws(OutputError) {
    if asJSON { try writeOutput(run.json()) }
    for collection in CatalogueCollection.allCases {
      guard let outcome = run.outcomes[collection] else { continue }
      for (index, line) in outcome.summaryLines(for: collection).enumerated() {
        if index > 0 || outcome.failure != nil { writeError(line) } else if !asJSON { try writeOutput(line) }
      }
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
