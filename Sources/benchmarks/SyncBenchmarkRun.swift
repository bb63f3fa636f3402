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

  static func run(_ command: ParsedCommand) throws {
    let environment = ProcessInfo.processInfo.environment
    let start = ContinuousClock.now
    let storage = try openStorage(at: command.arguments.first ?? "")
    let configuration = try SyncConfiguration(
      baseURL: environment["RESOURCES_CENTRE_URL"] ?? "", apiKey: environment["RESOURCES_CENTRE_API_KEY"] ?? "")
    var options = SyncOptions()
    options.isFull = command.has("full")
    let opened = ContinuousClock.now
    let marks = Mutex(Marks())
    let run = try CentreSync(configuration: configuration, storage: storage, now: { Instant(microseconds: 0) })
      .run(options) { step in marks.withLock { $0.take(step) } }
    let end = ContinuousClock.now
    guard let speakers = run.outcomes[.speakers], speakers.failure == nil else {
      throw BenchmarkError(description: run.outcomes[.speakers]?.failure ?? "The speakers were not synced.")
    }
    let times = marks.withLock { $0 }
    let writer = JSONWriter()
    writer.beginObject()
    writer.member("created", count: speakers.created)
    writer.member("updated", count: speakers.updated)
    writer.member("unchanged", count: speakers.unchanged)
    writer.member("ms", milliseconds: end - start)
    writer.member("open_ms", milliseconds: opened - start)
    writer.member("answer_ms", milliseconds: (times.firstRecord ?? opened) - opened)
    writer.member("read_and_plan_ms", milliseconds: (times.lastRecord ?? opened) - (times.firstRecord ?? opened))
    writer.member("store_ms", milliseconds: (times.stored ?? end) - (times.lastRecord ?? opened))
    writer.member("processor_ms", milliseconds: processorTime())
    writer.member("resident_mb", tenths: peakMemory())
    writer.endObject()
    try writeOutput(writer.text)
  }
}
