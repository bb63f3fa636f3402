import Dispatch

/// Asks every second whether anything was changed, which costs next to nothing, and tells when it was.
final class ChangeWatch: @unchecked Sendable {
  // @unchecked because `last` is only used on the queue, and the timer is safe to use from anywhere.
  private let timer: any DispatchSourceTimer
  private let token: @Sendable () throws -> Int64
  private var last: Int64?

  private static let interval = DispatchTimeInterval.seconds(1)

  /// Makes a watch that asks on a serial queue.
  init(on queue: DispatchQueue, token: @escaping @Sendable () throws -> Int64) {
    timer = DispatchSource.makeTimerSource(queue: queue)
    self.token = token
    timer.activate()
  }

  /// Starts to ask; the first answer is what later ones are compared with.
  func start(_ tellChange: @escaping @Sendable () -> Void) {
    timer.setEventHandler { [weak self] in
      // Where the store cannot be read, the next one who needs it says so.
      guard let self, let now = try? token() else { return }
      if let last, last != now { tellChange() }
      last = now
    }
    timer.schedule(deadline: .now(), repeating: Self.interval, leeway: .milliseconds(200))
  }

  /// Does a job on the queue whose own change nobody needs to hear of.
  func overlookingChange<Result>(by job: () throws -> Result) rethrows -> Result {
    let hadChanged = (try? token()) != last
    let result = try job()
    if !hadChanged { last = try? token() }
    return result
  }

  func stop() {
    timer.cancel()
  }
}
