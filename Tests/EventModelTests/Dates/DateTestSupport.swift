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
  case .wrong(let sentence), .unclear(let sentence, _): sentence
  }
}
