import EventModel
import Foundation
import TestSupport
import Testing

@Suite("Dates as text")
struct DateTextTests {
  @Test("A list shows the year only where it is another")
  func short() throws {
    let now = try instant("2026-11-23T15:10Z")
    let london = try zone("Europe/London")
    #expect(shortText(try instant("2026-11-24T14:00Z"), now: now, in: london) == "Tue 24 Nov 14:00")
    #expect(
      shortText(try instant("1968-12-09T23:45Z"), now: now, in: try zone("America/Los_Angeles"))
        == "Mon 9 Dec 1968 15:45")
  }

  @Test("In a column it takes the same room with its year")
  func column() throws {
    let now = try instant("2026-11-23T15:10Z")
    let london = try zone("Europe/London")
    #expect(columnText(try instant("2026-11-24T14:00Z"), now: now, in: london) == "Tue 24 Nov 14:00")
    #expect(columnText(try instant("2027-06-04T08:30Z"), now: now, in: london) == "2027-06-04 09:30")
    #expect(columnText(try instant("2026-12-31T23:30Z"), now: now, in: try zone("Asia/Tokyo")) == "2027-01-01 08:30")
  }

  @Test("A form shows a start as it would be typed")
  func start() throws {
    let berlin = try zone("Europe/Berlin")
    #expect(startText(try instant("2026-11-24T13:00Z"), in: berlin) == "2026-11-24 14:00")
    #expect(startText(try instant("2026-10-25T00:30Z"), in: berlin) == "2026-10-25 02:30 +02:00")
    #expect(startText(try instant("2026-10-25T01:30Z"), in: berlin) == "2026-10-25 02:30 +01:00")
    #expect(startText(try instant("2026-11-24T13:00:07.5Z"), in: berlin) == "2026-11-24 14:00:07.5")
  }

  @Test("A form shows an end as a time on the day of the start, else with its day")
  func end() throws {
    let london = try zone("Europe/London")
    let start = try instant("2026-11-24T14:00Z")
    #expect(endText(try instant("2026-11-24T15:30Z"), start: start, in: london) == "15:30")
    #expect(endText(try instant("2026-11-25T00:00Z"), start: start, in: london) == "24:00")
    #expect(endText(try instant("2026-11-25T01:00Z"), start: start, in: london) == "2026-11-25 01:00")
    #expect(endText(try instant("2026-11-25T14:00Z"), start: start, in: london) == "2026-11-25 14:00")
  }

  @Test("An end in an hour that comes twice is told from the other")
  func endInAnOverlap() throws {
    let berlin = try zone("Europe/Berlin")
    let start = try instant("2026-10-24T23:00Z")
    #expect(endText(try instant("2026-10-25T00:30Z"), start: start, in: berlin) == "02:30 +02:00")
    #expect(endText(try instant("2026-10-25T01:30Z"), start: start, in: berlin) == "02:30 +01:00")
    let newYork = try zone("America/New_York")
    let evening = try instant("2026-11-01T04:30Z")
    #expect(endText(try instant("2026-11-01T06:30Z"), start: evening, in: newYork) == "01:30 -05:00")
  }

  @Test(
    "Whatever a form shows is read back as the same instant, in any zone and century",
    arguments: [
      "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Tokyo",
      "Asia/Kathmandu", "Asia/Manila", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia", "Europe/Amsterdam",
      "America/St_Johns", "UTC",
    ])
  func roundTrip(name: String) throws {
    let zone = try zone(name)
    var random = SeededGenerator(seed: 24)
    for case let (start, end) in (0..<250).map({ step in pair(step, &random) }) {
      let context = DateContext(now: start, timeZone: zone)
      let typed = startText(start, in: zone)
      #expect(readStart(typed, in: context).instant == start, "\(start.iso8601): \(typed)")
      let typedEnd = endText(end, start: start, in: zone)
      #expect(readEnd(typedEnd, start: start, in: context).instant == end, "\(end.iso8601): \(typedEnd)")
    }
  }

  /// Starts over all years, most of them near the present; ends up to two days later.
  private func pair(_ step: Int, _ random: inout SeededGenerator) -> (Instant, Instant) {
    let unit: Int64 = step % 3 == 0 ? 1 : 60_000_000
    let range = step % 2 == 0 ? -62_135_596_800...253_402_100_000 : Int64(1_700_000_000)...2_000_000_000
    let start = Instant(microseconds: Int64.random(in: range, using: &random) * 1_000_000 / unit * unit)
    let length = Int64.random(in: 1...2 * 86_400_000_000 / unit, using: &random) * unit
    return (start, Instant(microseconds: start.microseconds + length))
  }

  @Test("The first and the last instant there is are read back as well")
  func limits() throws {
    for name in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"] {
      let zone = try zone(name)
      for limit in [Instant.earliest, .latest] {
        let text = startText(limit, in: zone)
        #expect(readStart(text, in: DateContext(now: limit, timeZone: zone)).instant == limit, "\(name): \(text)")
      }
    }
  }
}
