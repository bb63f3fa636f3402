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
      OptionSpec("full", summary: "Fetch all, and replace what differs here though its time is the same."),
      OptionSpec("dry-run", summary: "Show what would change, by name, and change nothing."),
      OptionSpec("json", summary: "Print the result as JSON."),
      OptionSpec("every", .text("TIME"), summary: "Sync again and again, as in 30m or 1h, a line for each run."),
      OptionSpec(
        "accept-removals", summary: "Mark rows as gone even where the Centre lists nothing or less than half of them."),
      OptionSpec("history", summary: "List the latest runs with their errors, and sync nothing."),
      OptionSpec("limit", .number("N", 1...10_000), summary: "How many runs --history lists; 20 by default."),
    ] + limits)

  /// How long and how much a sync waits for; every command has them that syncs by itself.
  static let limits = [
    OptionSpec("retry-for", .text("TIME"), summary: "How long to wait for a Centre that is busy; 20s by default."),
    allowHTTP,
    OptionSpec(
      "max-body", .number("BYTES", 1...Int.max), summary: "The largest answer to take, unpacked; 1 GiB by default."),
    OptionSpec(
      "max-time", .number("SECONDS", 1...86_400),
      summary: "How long an answer may take that does not announce its size; 35 by default."),
  ]

  /// For networks that one trusts.
  static let allowHTTP = OptionSpec(
    "allow-http", summary: "Let the key travel unencrypted, for a Centre that has no https.")

  /// Does what the options say.
  ///
  /// - Throws: `UsageError` for options that do not go together, and `OutputError`; all else is in the status, and in
  ///   words.
  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let job = try SyncJob(command, settings)
    let report = SyncReport(asJSON: command.has("json"))
    if command.has("history") {
      for other in ["dry-run", "every"] where command.has(other) {
        throw UsageError("--history and --\(other) do not go together; leave one of them out.")
      }
      let limit = command.number("limit") ?? 20
      return try attempt(report) { try history(settings, limit, report) }
    }
    if command.has("limit") { throw UsageError("--limit goes with --history; leave it out, or add that.") }
    if command.has("dry-run") {
      if command.has("every") { throw UsageError("--dry-run and --every do not go together; leave one of them out.") }
      return try attempt(report) { try job.sync().plan(job.options, show: report.show) }
    }
    if let interval = try command.interval("every") {
      return try attempt(report) { try SyncLoop(job, every: interval, report).run() }
    }
    return try attempt(report) { try report.show(try job.sync().run(job.options)) }
  }

  private static func history(_ settings: Settings, _ limit: Int, _ report: SyncReport) throws -> ExitStatus {
    try report.show(try storage(settings).syncRuns(limit: limit))
    return .success
  }

  /// The database, for whoever may do more than bring the catalogue up to date.
  fileprivate static func storage(_ settings: Settings) throws -> AuthorizedStorage {
    let storage = try settings.openStorage()
    try storage.require(.runSync)
    return storage
  }

  /// Does something, and reports the error that ends it.
  private static func attempt(
    _ report: SyncReport, _ body: () throws -> ExitStatus
  ) throws -> ExitStatus {
    do {
      return try body()
    } catch let error as OutputError {
      throw error
    } catch let error as UnrecordedRunError {
      _ = try report.show(error.run)
      writeError(error.message)
    } catch {
      try report.show(failure: "\(error)")
    }
    return .failure
  }
}

/// What is synced with what, as a command line says.
struct SyncJob: Sendable {
  let options: SyncOptions
  private let command: ParsedCommand
  private let settings: Settings

  init(_ command: ParsedCommand, _ settings: Settings) throws(UsageError) {
    var options = SyncOptions()
    options.isFull = command.has("full")
    options.acceptsRemovals = command.has("accept-removals")
    if let time = try command.duration("retry-for") { options.retryTime = time }
    self.options = options
    self.command = command
    self.settings = settings
  }

  /// A sync that is ready to run.
  func sync() throws -> CentreSync {
    var centre = try settings.allowingHTTP(command.has("allow-http")).centre()
    if let bytes = command.number("max-body") { centre.maximumBodyBytes = Int64(bytes) }
    if let seconds = command.number("max-time") { centre.limits.maximumTimeWhenUnsized = .seconds(seconds) }
    let storage = try SyncCommand.storage(settings)
    return CentreSync(configuration: centre, storage: storage, now: { .present })
  }
}
