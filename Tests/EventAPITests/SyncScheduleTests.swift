import Testing

@testable import EventAPI

@Suite("When the next sync is due")
struct SyncScheduleTests {
  private func schedule(every interval: Duration? = nil) -> SyncSchedule {
    var timing = SyncSchedule.Timing()
    timing.interval = interval
    return SyncSchedule(timing, at: .zero)
  }

  @Test("Without a request and an interval there is none")
  func nothing() {
    #expect(schedule().due == nil)
  }

  @Test("Many requests are one sync, soon after the first of them")
  func folding() {
    var schedule = schedule()
    for millisecond in 0..<200 { schedule.request(at: .milliseconds(millisecond)) }
    #expect(schedule.due == .milliseconds(250))
    schedule.begin()
    #expect(schedule.due == nil)
    schedule.end(.done, at: .seconds(1), stretchedBy: 1)
    #expect(schedule.due == nil)
  }

  @Test("What is asked for while a sync runs is one more")
  func oneMore() {
    var schedule = schedule()
    schedule.request(at: .zero)
    schedule.begin()
    schedule.request(at: .seconds(1))
    schedule.request(at: .seconds(2))
    schedule.end(.done, at: .seconds(3), stretchedBy: 1)
    #expect(schedule.due == .milliseconds(1250))
    schedule.begin()
    schedule.end(.done, at: .seconds(4), stretchedBy: 1)
    #expect(schedule.due == nil)
  }

  @Test("Where another program syncs, it is tried again until that one is done")
  func busy() {
    var schedule = schedule()
    schedule.request(at: .zero)
    for time in [Duration.seconds(1), .seconds(3), .seconds(5)] {
      schedule.begin()
      schedule.end(.busy, at: time, stretchedBy: 1)
      #expect(schedule.due == time + .seconds(2))
    }
  }

  @Test("After a failure it is tried again later and later, at most an hour; a success starts over")
  func failures() {
    var schedule = schedule()
    var pauses: [Duration] = []
    for _ in 0..<8 {
      schedule.begin()
      schedule.end(.failed, at: .zero, stretchedBy: 1)
      pauses.append(schedule.due ?? .zero)
    }
    #expect(pauses == [60, 120, 240, 480, 960, 1920, 3600, 3600].map { .seconds($0) })
    schedule.begin()
    schedule.end(.done, at: .zero, stretchedBy: 1)
    #expect(schedule.due == nil)
    schedule.end(.failed, at: .zero, stretchedBy: 0.5)
    #expect(schedule.due == .seconds(30))
  }

  @Test("A request does not wait for the next try")
  func requestAfterFailure() {
    var schedule = schedule()
    schedule.end(.failed, at: .zero, stretchedBy: 1)
    schedule.request(at: .seconds(10))
    #expect(schedule.due == .milliseconds(10_250))
  }

  @Test("With an interval there is one at once, and then one after the other")
  func interval() {
    var schedule = schedule(every: .seconds(1000))
    #expect(schedule.due == .zero)
    schedule.begin()
    schedule.end(.done, at: .seconds(5), stretchedBy: 1.5)
    #expect(schedule.due == .seconds(1505))
    schedule.request(at: .seconds(7))
    #expect(schedule.due == .milliseconds(7250))
    schedule.begin()
    schedule.end(.failed, at: .seconds(8), stretchedBy: 1)
    #expect(schedule.due == .seconds(68))
  }
}
