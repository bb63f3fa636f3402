import CentreSync
import CommandKit
import EventModel
import Foundation

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
