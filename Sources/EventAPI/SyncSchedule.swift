/// Decides when the next sync is due: soon after it is asked for, again where one could not run or failed, and from time
/// to time where that is wanted.
///
/// One sync runs at a time. What is asked for while one runs is one more, however often it is asked, since a sync
/// brings all there is. Times are told as what has passed since some moment.
struct SyncSchedule {
  /// How long is waited for what.
  struct Timing: Sendable {
    /// From a request to the sync, so that many at once are one.
    var settling: Duration = .milliseconds(250)
    /// Until the next try where another program syncs.
    var busyPause: Duration = .seconds(2)
    /// Until the next try after the first failure; twice as long after each more.
    var firstRetry: Duration = .seconds(60)
    /// Until the next try at most.
    var longestRetry: Duration = .seconds(3600)
    /// From one sync to the next without a request; nil for none.
    var interval: Duration?
  }

  private let timing: Timing
  private var failures = 0
  /// When the next sync is to begin; nil while none is.
  private(set) var due: Duration?

  /// Begins with a sync at once where they come from time to time, else with none.
  init(_ timing: Timing, at now: Duration) {
    self.timing = timing
    due = timing.interval == nil ? nil : now
  }

  /// Takes a request for a sync.
  mutating func request(at now: Duration) {
    plan(now + timing.settling)
  }

  /// Notes that a sync begins; what is asked for from now on is another one.
  mutating func begin() {
    due = nil
  }

  /// Notes that a sync ended.
  ///
  /// - Parameters:
  ///   - outcome: What became of it.
  ///   - now: The time.
  ///   - factor: What to stretch pauses by, about 1, so that all who began together do not ask together.
  mutating func end(_ outcome: SyncRunner.Outcome, at now: Duration, stretchedBy factor: Double) {
    switch outcome {
    case .done: failures = 0
    case .busy: plan(now + timing.busyPause * factor)
    case .failed:
      let pause = timing.firstRetry * Double(1 << min(failures, 20))
      failures += 1
      plan(now + min(pause, timing.longestRetry) * factor)
    }
    if let interval = timing.interval { plan(now + interval * factor) }
  }

  private mutating func plan(_ time: Duration) {
    due = due.map { min($0, time) } ?? time
  }
}
