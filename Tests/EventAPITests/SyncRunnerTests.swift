import Synchronization
import TestSupport
import Testing

@testable import EventAPI

/// A sync that takes as long as a test wants, and remembers what happened to it.
private final class SlowSync: Sendable {
  struct Log {
    var begun = 0
    var running = 0
    var mostAtOnce = 0
    var cancelled = 0
    var outcomes: [SyncRunner.Outcome] = []
  }

  let log = Mutex(Log())
  let mayEnd = Atomic(true)

  func run(isCancelled: @escaping @Sendable () -> Bool) -> SyncRunner.Outcome {
    log.withLock {
      $0.begun += 1
      $0.running += 1
      $0.mostAtOnce = max($0.mostAtOnce, $0.running)
    }
    let end = isMet(within: .seconds(20)) { mayEnd.load(ordering: .relaxed) || isCancelled() }
    return log.withLock {
      $0.running -= 1
      if end && !mayEnd.load(ordering: .relaxed) { $0.cancelled += 1 }
      return $0.outcomes.isEmpty ? .done : $0.outcomes.removeFirst()
    }
  }

  var begun: Int { log.withLock { $0.begun } }
  var running: Int { log.withLock { $0.running } }

  /// A runner whose pauses are too short to wait for.
  func runner(settling: Duration = .milliseconds(1), every interval: Duration? = nil) -> SyncRunner {
    var timing = SyncSchedule.Timing()
    timing.settling = settling
    timing.busyPause = .milliseconds(1)
    timing.firstRetry = .milliseconds(1)
    timing.interval = interval
    let runner = SyncRunner(timing, stretch: { 1 }, job: run)
    runner.start()
    return runner
  }
}

@Suite("Syncs on request")
struct SyncRunnerTests {
  private let sync = SlowSync()

  @Test("run soon after they are asked for, and not before")
  func onRequest() {
    let runner = sync.runner()
    #expect(sync.begun == 0)
    runner.request()
    #expect(isMet(within: .seconds(20)) { sync.begun == 1 && sync.running == 0 })
    runner.request()
    #expect(isMet(within: .seconds(20)) { sync.begun == 2 })
    #expect(runner.stop(within: .seconds(20)))
  }

  @Test("are one while one runs and one more after it, however many are asked for")
  func folding() {
    sync.mayEnd.store(false, ordering: .relaxed)
    let runner = sync.runner()
    runner.request()
    #expect(isMet(within: .seconds(20)) { sync.running == 1 })
    for _ in 0..<1000 { runner.request() }
    #expect(sync.begun == 1)
    sync.mayEnd.store(true, ordering: .relaxed)
    #expect(isMet(within: .seconds(20)) { sync.begun == 2 && sync.running == 0 })
    #expect(runner.stop(within: .seconds(20)))
    #expect(sync.begun == 2)
    #expect(sync.log.withLock { $0.mostAtOnce } == 1)
  }

  @Test("are tried again where another program syncs, and where they fail")
  func again() {
    sync.log.withLock { $0.outcomes = [.busy, .busy, .failed] }
    let runner = sync.runner()
    runner.request()
    #expect(isMet(within: .seconds(20)) { sync.begun == 4 && sync.running == 0 })
    #expect(runner.stop(within: .seconds(20)))
    #expect(sync.begun == 4)
  }

  @Test("run from time to time where that is wanted")
  func interval() {
    let runner = sync.runner(every: .milliseconds(1))
    #expect(isMet(within: .seconds(20)) { sync.begun >= 3 })
    #expect(runner.stop(within: .seconds(20)))
  }

  @Test("are broken off when all is to end, and none begins after that")
  func stopping() {
    sync.mayEnd.store(false, ordering: .relaxed)
    let runner = sync.runner()
    runner.request()
    #expect(isMet(within: .seconds(20)) { sync.running == 1 })
    runner.request()
    #expect(runner.stop(within: .seconds(20)))
    #expect(sync.log.withLock { $0.cancelled } == 1)
    runner.request()
    #expect(runner.stop(within: .seconds(20)))
    #expect(sync.begun == 1)
  }

  @Test("end at once when none is due")
  func stoppingIdle() {
    #expect(sync.runner(every: nil).stop(within: .seconds(20)))
    #expect(sync.begun == 0)
  }

  @Test("wait for the start, and one start is enough")
  func start() {
    let runner = SyncRunner(SyncSchedule.Timing(), stretch: { 1 }, job: sync.run)
    runner.request()
    #expect(runner.stop(within: .zero))
    #expect(sync.begun == 0)
    let other = SyncRunner(every: .seconds(3600), job: sync.run)
    for _ in 1...2 { other.start() }
    #expect(isMet(within: .seconds(20)) { sync.begun == 1 && sync.running == 0 })
    #expect(other.stop(within: .seconds(20)))
    #expect(sync.begun == 1)
  }

  @Test("that do not end in time are not waited for")
  func stubborn() {
    let (hasBegun, mayEnd) = (Flag(), Flag())
    let runner = SyncRunner(SyncSchedule.Timing(), stretch: { 1 }) { _ in
      hasBegun.raise()
      _ = isMet(within: .seconds(20)) { mayEnd.isRaised }
      return .done
    }
    runner.start()
    runner.request()
    #expect(isMet(within: .seconds(20)) { hasBegun.isRaised })
    #expect(!runner.stop(within: .milliseconds(10)))
    mayEnd.raise()
    #expect(runner.stop(within: .seconds(20)))
  }
}

private final class Flag: Sendable {
  private let value = Atomic(false)

  var isRaised: Bool { value.load(ordering: .relaxed) }

  func raise() {
    value.store(true, ordering: .relaxed)
  }
}
