import Dispatch
import Foundation
import Synchronization

/// Runs a sync whenever one is due, one at a time, on a thread of its own.
public final class SyncRunner: Sendable {
  /// What became of one sync.
  public enum Outcome: Sendable {
    /// It ran, and every collection was read.
    case done
    /// Another program syncs at the moment.
    case busy
    /// Some collection could not be read, or the sync could not begin.
    case failed
  }

  /// Runs one sync and tells what became of it; the function it is given says whether to break it off.
  public typealias Job = @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Outcome

  private let schedule: Mutex<SyncSchedule>
  private let origin = ContinuousClock.now
  private let stretch: @Sendable () -> Double
  private let isStopped = Atomic(false)
  private let isStarted = Atomic(false)
  private let job: Job
  private let wakes = DispatchSemaphore(value: 0)
  private let ends = DispatchSemaphore(value: 0)

  /// Makes a runner; what is asked for before ``start()`` is done from then on.
  ///
  /// - Parameters:
  ///   - interval: How often to sync without being asked to, for the first time at once; nil for never.
  ///   - job: Runs one sync.
  public convenience init(every interval: Duration?, job: @escaping Job) {
    var timing = SyncSchedule.Timing()
    timing.interval = interval
    self.init(timing, stretch: { Double.random(in: 0.9...1.1) }, job: job)
  }

  init(_ timing: SyncSchedule.Timing, stretch: @escaping @Sendable () -> Double, job: @escaping Job) {
    schedule = Mutex(SyncSchedule(timing, at: .zero))
    self.stretch = stretch
    self.job = job
  }

  /// Starts to run syncs; calling it again does nothing.
  public func start() {
    guard !isStarted.exchange(true, ordering: .sequentiallyConsistent) else { return }
    let thread = Thread { [self] in
      work()
      ends.signal()
    }
    thread.name = "sync"
    thread.start()
  }

  /// Asks for a sync soon; many requests at once are one.
  public func request() {
    schedule.withLock { $0.request(at: now) }
    wakes.signal()
  }

  /// Breaks off a sync that runs, and runs no more.
  ///
  /// - Parameter limit: How long to wait for it at most.
  /// - Returns: Whether all has ended.
  @discardableResult
  public func stop(within limit: Duration) -> Bool {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    wakes.signal()
    guard isStarted.load(ordering: .sequentiallyConsistent) else { return true }
    guard ends.wait(timeout: .now() + limit / .seconds(1)) == .success else { return false }
    // For whoever asks again.
    ends.signal()
    return true
  }

  private var now: Duration { origin.duration(to: .now) }

  private var hasStopped: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

  private func work() {
    while !hasStopped {
      let due = schedule.withLock { $0.due }
      if let due, due <= now { run() } else { wait(until: due) }
    }
  }

  /// Waits until a time, or until something has happened for which to look again.
  private func wait(until due: Duration?) {
    guard let due else { return wakes.wait() }
    _ = wakes.wait(timeout: .now() + (due - now) / .seconds(1))
  }

  private func run() {
    schedule.withLock { $0.begin() }
    let outcome = job { [self] in hasStopped }
    schedule.withLock { $0.end(outcome, at: now, stretchedBy: stretch()) }
  }
}
