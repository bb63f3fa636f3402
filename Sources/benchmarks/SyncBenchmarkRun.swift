import CentreSync
import CommandKit
import EventModel
import EventStore
import Foundation
import JSONStream
import Synchronization

/// `benchmarks sync-run`: one sync in this process, and where its time went.
enum SyncBenchmarkRun {
  static let spec = CommandSpec(
    name: "sync-run", summary: "Sync once from RESOURCES_CENTRE_URL into a file; `sync` starts it in a fresh process.",
    arguments: [ArgumentSpec(.text("DATABASE"), summary: "The database file.")],
    options: [OptionSpec("full", summary: "Fetch all, whatever is there.")])

  /// When the collection under measurement had been read, and when it had been stored.
  private struct Marks {
    var firstRecord: ContinuousClock.Instant?
    var lastRecord: ContinuousClock.Instant?
    var stored: ContinuousClock.Instant?

    mutating func take(_ step: SyncProgress) {
      switch step {
      case .reading(.speakers, let records) where records > 0:
        firstRecord = firstRecord ?? .now
        lastRecord = .now
      case .applied(.speakers, _): stored = .now
      default: break
      }
    }
  }

  /// What one sync did, and when.
  private struct Measured {
    let outcome: SyncOutcome
    let start, opened, end, closed: ContinuousClock.Instant
    let marks: Marks
  }

  static func run(_ command: ParsedCommand) throws {
    var options = SyncOptions()
    options.isFull = command.has("full")
    let measured = try measure(options, into: command.arguments.first ?? "")
    let (speakers, marks) = (measured.outcome, measured.marks)
    let firstRecord = marks.firstRecord ?? measured.opened
    let lastRecord = marks.lastRecord ?? measured.opened
    let writer = JSONWriter()
    writer.beginObject()
    writer.member("created", count: speakers.created)
    writer.member("updated", count: speakers.updated)
    writer.member("unchanged", count: speakers.unchanged)
    writer.member("ms", milliseconds: measured.end - measured.start)
    writer.member("open_ms", milliseconds: measured.opened - measured.start)
    writer.member("answer_ms", milliseconds: firstRecord - measured.opened)
    writer.member("read_and_plan_ms", milliseconds: lastRecord - firstRecord)
    writer.member("store_ms", milliseconds: (marks.stored ?? measured.end) - lastRecord)
    writer.member("close_ms", milliseconds: measured.closed - measured.end)
    writer.member("processor_ms", milliseconds: processorTime())
    writer.member("resident_mb", tenths: peakMemory())
    writer.endObject()
    try writeOutput(writer.text)
  }

  /// Syncs once, and closes the storage, with which the log is written back into the database.
  private static func measure(_ options: SyncOptions, into path: String) throws -> Measured {
    let environment = ProcessInfo.processInfo.environment
    let start = ContinuousClock.now
    var storage: (any EventStorage)? = try openStorage(at: path)
    let configuration = try SyncConfiguration(
      baseURL: environment["RESOURCES_CENTRE_URL"] ?? "", apiKey: environment["RESOURCES_CENTRE_API_KEY"] ?? "")
    let opened = ContinuousClock.now
    let marks = Mutex(Marks())
    let run = try storage.map { storage in
      try CentreSync(configuration: configuration, storage: storage, now: { Instant(microseconds: 0) })
        .run(options) { step in marks.withLock { $0.take(step) } }
    }
    let end = ContinuousClock.now
    storage = nil
    guard let speakers = run?.outcomes[.speakers], speakers.failure == nil else {
      throw BenchmarkError(description: run?.outcomes[.speakers]?.failure ?? "The speakers were not synced.")
    }
    return Measured(
      outcome: speakers, start: start, opened: opened, end: end, closed: .now, marks: marks.withLock { $0 })
  }
}
