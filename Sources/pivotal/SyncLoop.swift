import CentreSync
import CommandKit
import Dispatch
import EventModel
import Foundation
import Synchronization

/// `pivotal sync --every`: one run after the other, whatever becomes of each, until the program is asked to end.
struct SyncLoop {
  private let job: SyncJob
  private let interval: Duration
  private let report: SyncReport

  init(_ job: SyncJob, every interval: Duration, _ report: SyncReport) {
    self.job = job
    self.interval = interval
    self.report = report
  }

  /// Runs until a signal comes.
  ///
  /// - Throws: Where even the first run cannot begin, since nothing is configured, or nobody can read what it says.
  func run() throws -> ExitStatus {
    let end = EndSignal()
    let sync = try job.sync()
    while true {
      do {
        try report.showLine(try sync.run(job.options, isCancelled: { end.hasCome }))
      } catch let error as OutputError {
        throw error
      } catch let error as UnrecordedRunError {
        try report.showLine(error.run)
        writeError(error.message)
      } catch {
        try report.showLine(failure: "\(error)", at: .present)
      }
      // Some earlier or later, so that all who began together do not ask together.
      if end.comes(within: interval * Double.random(in: 0.9...1.1)) { return .success }
    }
  }
}

/// Whether the program has been asked to end.
private final class EndSignal: Sendable {
  private let flag = Atomic(false)
  private let arrival = DispatchSemaphore(value: 0)

  /// Watches from now on, on a thread of its own.
  init() {
    let signals = TerminationSignals()
    Thread.detachNewThread { [self] in
      signals.wait()
      flag.store(true, ordering: .relaxed)
      arrival.signal()
    }
  }

  var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Waits so long for it, and tells whether it has come.
  func comes(within limit: Duration) -> Bool {
    hasCome || arrival.wait(timeout: .now() + limit / .seconds(1)) == .success
  }
}
