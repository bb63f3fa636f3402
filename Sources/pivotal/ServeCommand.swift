import CentreSync
import CommandKit
import EventAPI
import EventModel
import EventStore
import ServerOptions
import Signatures
import Synchronization

/// `pivotal serve`: syncs when the Resources Centre says that something has changed there.
enum ServeCommand {
  static let spec = CommandSpec(
    name: "serve", summary: "Sync whenever the Resources Centre calls POST /api/webhooks/resources-centre.",
    options: ServerOptions.specs(listeningOn: usualPlace) + [
      OptionSpec("sync-every", .text("TIME"), summary: "Sync at the start and again and again, as in 30m or 1h.")
    ] + SyncCommand.limits)

  private static let usualPlace = "127.0.0.1:8080"

  /// How long a sync that runs may take to end in order.
  private static let patience = Duration.milliseconds(700)

  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let place = try command.place(listeningOn: usualPlace)
    let interval = try command.interval("sync-every")
    let secret = try settings.webhookSecret()
    let job = try SyncJob(command, settings)
    let sync = try job.sync()
    let log = try LogFile(settings.logPath("serve.log"))
    let end = EndSignal()
    let runner = SyncRunner(every: interval, job: ServedSync(sync, job.options, log).run)
    let server = try APIServer(
      at: place, secret: secret, now: { .present }, log: log.add, requestSync: runner.request)
    // Where nobody can listen nothing is synced either.
    runner.start()
    try writeOutput("Pivotal listening on \(server.url)")
    while !end.comes(within: .seconds(3600)) {}
    server.stop()
    runner.stop(within: patience)
    return .success
  }
}

/// The sync that a server runs, with a line in the log for each run.
private final class ServedSync: Sendable {
  private let sync: CentreSync
  private let options: SyncOptions
  private let log: LogFile
  /// Whether another program was found to sync, and the log says so.
  private let isWaiting = Atomic(false)

  init(_ sync: CentreSync, _ options: SyncOptions, _ log: LogFile) {
    self.sync = sync
    self.options = options
    self.log = log
  }

  @Sendable func run(isCancelled: @escaping @Sendable () -> Bool) -> SyncRunner.Outcome {
    do {
      return note(try sync.run(options, isCancelled: isCancelled))
    } catch let error as UnrecordedRunError {
      log.add("\(Instant.present.iso8601) \(error.message)")
      return note(error.run)
    } catch StorageError.syncIsRunning(let user, let since) {
      if !isWaiting.exchange(true, ordering: .relaxed) {
        log.add("\(Instant.present.iso8601) Waiting. \(StorageError.syncIsRunning(by: user, since: since))")
      }
      return .busy
    } catch {
      log.add("\(Instant.present.iso8601) Sync failed. \(error)")
      return .failed
    }
  }

  private func note(_ run: SyncRun) -> SyncRunner.Outcome {
    isWaiting.store(false, ordering: .relaxed)
    log.add(run.line)
    return run.outcomes.values.contains { $0.failure != nil } ? .failed : .done
  }
}
