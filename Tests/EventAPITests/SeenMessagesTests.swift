import Testing

@testable import EventAPI

/// A memory for three messages, which expectations may ask.
private final class Memory {
  private var seen = SeenMessages(tolerance: 300, limit: 3)

  var count: Int { seen.count }

  func take(_ id: String, sentAt time: Int64, now: Int64) -> Bool {
    seen.take(id, sentAt: time, now: now)
  }
}

@Suite("Messages that were taken")
struct SeenMessagesTests {
  private let seen = Memory()

  @Test("are not taken again while their time would still do, whatever time a copy bears")
  func replay() {
    #expect(seen.take("a", sentAt: 1000, now: 1000))
    #expect(!seen.take("a", sentAt: 1000, now: 1000))
    #expect(!seen.take("a", sentAt: 1200, now: 1300))
    #expect(seen.take("b", sentAt: 1000, now: 1300))
    #expect(seen.take("a", sentAt: 1301, now: 1301))
  }

  @Test("take no more room than they may, and the old ones go first")
  func room() {
    for (index, id) in ["a", "b", "c"].enumerated() {
      let time = 1000 + Int64(index)
      #expect(seen.take(id, sentAt: time, now: 1002))
    }
    #expect(seen.take("d", sentAt: 1301, now: 1302))
    #expect(seen.count == 2, "a and b are so old that nobody could send them again")
    #expect(!seen.take("c", sentAt: 1002, now: 1302))
  }

  @Test("that were forgotten for want of room cannot come again either")
  func flood() {
    for second in 1000..<1100 {
      #expect(seen.take("message \(second)", sentAt: Int64(second), now: 1100))
    }
    #expect(seen.count <= 3)
    for second in 1000..<1100 {
      #expect(!seen.take("message \(second)", sentAt: Int64(second), now: 1100))
    }
    #expect(seen.take("the next", sentAt: 1101, now: 1100))
  }

  @Test("of one second are no way around it")
  func sameSecond() {
    for number in 1...3 {
      #expect(seen.take("message \(number)", sentAt: 1000, now: 1000))
    }
    #expect(!seen.take("message 4", sentAt: 1000, now: 1000))
    #expect(!seen.take("message 1", sentAt: 1000, now: 1000))
    #expect(seen.take("message 5", sentAt: 1001, now: 1001))
  }
}
