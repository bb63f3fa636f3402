import EventModel
import Foundation
import Testing

/// A zone by its name; the test stops where the machine does not know it.
func zone(_ name: String) throws -> TimeZone {
  try #require(TimeZone(identifier: name), "this machine has no zone data for \(name)")
}

/// The instant of an ISO 8601 text.
func instant(_ text: String) throws -> Instant {
  try #require(Instant(iso8601: text))
}

/// A context in which it is Monday, 23 November 2026, 15:10:27 in London unless said otherwise.
func context(
  now: String = "2026-11-23T15:10:27Z", zone name: String = "Europe/London", order: DayMonthOrder? = nil
) throws -> DateContext {
  try DateContext(now: instant(now), timeZone: zone(name), dayMonthOrder: order)
}

/// What a form shows beside a date: the reading, or what is wrong.
func words(_ reading: DateReading) -> String {
  switch reading {
  case .understood(_, let words): words
  case .empty: ""
  case .wrong(let sentence): sentence
  }
}

/// The same random numbers for the same seed, so that a failing case can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
