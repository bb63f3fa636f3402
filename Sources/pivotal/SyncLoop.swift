import CentreSync
import CommandKit
import Dispatch
import EventModel
import Foundation
import Synchronization

/// `pivotal sync --every`: one run after the other, whatever becomes of each, until the program is asked to end.
struct SyncLoop: Sendable {
  private let job: SyncJob
  private let interval: Duration
  private let report: SyncReport

  init(_ job: SyncJob, every interval: Duration, _ report: SyncReport) {
    self.job = job
    self.interval = interval
    self.report = report
  }

  /// How long a run may take to end in order once a signal has come: it may be storing, or waiting for the database.
  private static let patience = DispatchTimeInterval.milliseconds(700)

  /// Runs until a signal comes.
  ///
  /// - Throws: Where even the first run cannot begin, since nothing is configured, or nobody can read what it says.
  func run() throws -> ExitStatus {
    let end = EndSignal()
    let result = Mutex<Result<Void, any Error>?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let outcome = Result { try work(until: end) }
      result.withLock { $0 = outcome }
      hasEnded.signal()
      end.raise()
    }
    while !end.comes(within: .seconds(3600)) {}
    // What is still under way then is broken off with the program, which harms nothing: it is stored whole or not at all.
    _ = hasEnded.wait(timeout: .now() + Self.patience)
    try result.withLock { $0 }?.get()
    return .success
  }

  private func work(until end: EndSignal) throws {
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
      if end.comes(within: SyncWaiting.system.spread(interval)) { return }
    }
  }
}
