import EventModel
import TestSupport
import Testing

@testable import CentreSync

/// Whatever comes, every record is counted once.
@Suite struct CountsTests {
  @Test func `Created, updated, unchanged and errors are always the records received`() throws {
    var random = Dice(seed: 7)
    let times = [nil, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "soon"]
    for _ in 0..<25 {
      let place = try Workplace()
      let centre = try Centre()
      for _ in 0..<3 {
        let records = (0..<random.below(40)).map { _ in
          random.below(9) == 0
            ? "null" : speaker(random.below(12), ["A", "B"][random.below(2)], updated: times[random.below(4)])
        }
        centre.answer(.speakers) { _ in
          .init(type: "application/json", body: Array("{\"speakers\":[\(records.joined(separator: ","))]}".utf8))
        }
        let speakers = try place.sync(from: centre.url).speakers
        #expect(speakers.counts.reduce(0, +) == records.count)
        #expect(speakers.counts.allSatisfy { $0 >= 0 })
      }
    }
  }
}

/// Numbers that look like chance and are the same in every run.
private struct Dice {
  private var state: Int

  init(seed: Int) {
    state = seed
  }

  mutating func below(_ limit: Int) -> Int {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
