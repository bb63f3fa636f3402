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
      OptionSpec("allow-http", summary: "Let the key travel unencrypted, for a Centre that has no https."),
      OptionSpec("max-body", .number("BYTES", 1...Int.max), summary: "The largest answer to take, unpacked; 1 GiB by default."),
      OptionSpec(
        "max-time", .number("SECONDS", 1...86_400),
        summary: "How long an answer may take that does not announce its size; 35 by default."),
    ])

  static func run(_ command: ParsedCommand, _ settings: Settings) -> ExitStatus {
    let run = result(command, settings)
    if command.has("json") { writeOutput(run.json()) }
    for collection in CatalogueCollection.allCases {
      guard let outcome = run.outcomes[collection] else { continue }
      if !command.has("json"), outcome.failure == nil { writeOutput(run.countLine(for: collection)) }
    }
    run.failureLines.forEach(writeError)
    return ExitStatus(rawValue: run.exitStatus) ?? .failure
  }

  /// Runs the sync; what keeps it from starting is a failure of every collection.
  private static func result(_ command: ParsedCommand, _ settings: Settings) -> SyncRun {
    do {
      var centre = try settings.centre()
      centre.allowPlainHTTP = command.has("allow-http")
      if let bytes = command.number("max-body") { centre.maximumBodyBytes = Int64(bytes) }
      if let seconds = command.number("max-time") { centre.limits.maximumTimeWhenUnsized = .seconds(seconds) }
      let storage = try openStorage(at: settings.databaseLocation)
      return try CentreSync(configuration: centre, storage: storage, now: { .present })
        .run(progress: { _ in }, isCancelled: { false })
    } catch {
      var outcome = SyncOutcome()
      outcome.failure = "\(error)"
      return SyncRun(
        startedAt: .present, finishedAt: .present, source: settings["RESOURCES_CENTRE_URL"] ?? "",
        outcomes: Dictionary(uniqueKeysWithValues: CatalogueCollection.allCases.map { ($0, outcome) }))
    }
  }
}
