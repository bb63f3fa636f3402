import EventModel
import Foundation
import Testing

/// Timestamps as servers write them, read to the microsecond and written down again.
@Suite struct InstantTests {
  /// The afternoon of 23 November 2026, 15:00 in UTC.
  private static let afternoon: Int64 = 1_795_446_000

  private func seconds(_ text: String) -> Int64? {
    Instant(timestamp: text)?.seconds
  }

  @Test(arguments: [
    "2026-11-23T15:00:00Z", "2026-11-23t15:00:00z", "2026-11-23 15:00:00Z", "2026-11-23T15:00:00+00:00",
    "2026-11-23T15:00:00-00:00", "2026-11-23T17:00:00+02:00", "2026-11-23T17:00:00+0200", "2026-11-23T17:00:00+02",
    "2026-11-23T09:30:00-05:30", "2026-11-24T05:45:00+14:45", "2026-11-22T15:01:00-23:59", "2026-11-23T15:00Z",
    "2026-11-23T15:00:00", "2026-11-23T15:00", "2026-11-23 15:00:00", "Mon, 23 Nov 2026 15:00:00 GMT",
    "Tue, 23 Nov 2026 15:00:00 GMT", "2026-11-23T15:00:00.0Z", "2026-11-23T15:00:00,000+00:00",
  ])
  func `One moment is read from every way to write it`(_ text: String) {
    #expect(seconds(text) == Self.afternoon)
  }

  @Test func `A fraction may have one to nine digits and is cut to microseconds`() {
    let digits = "123456789"
    for count in 1...9 {
      let text = "2026-11-23T15:00:00.\(digits.prefix(count))Z"
      let expected = Int64(String((String(digits.prefix(count)) + "000000").prefix(6)))
      #expect(Instant(timestamp: text)?.fraction == expected, "\(text)")
    }
    #expect(Instant(timestamp: "2026-11-23T15:00:00.999999999+01:00")?.canonicalText == "2026-11-23T14:00:00.999999Z")
  }

  @Test func `Two ways to write one moment are equal, and the earlier is less`() throws {
    let east = try #require(Instant(timestamp: "2026-11-23T16:30:00.5+01:30"))
    let flask = try #require(Instant(timestamp: "2026-11-23T15:00:00.500000"))
    let later = try #require(Instant(timestamp: "2026-11-23T10:00:00.500001-05:00"))
    #expect(east == flask)
    #expect(east < later)
    #expect(later.microseconds - east.microseconds == 1)
  }

  @Test(arguments: [
    "", " ", "yesterday", "2026", "2026-11", "2026-11-23T", "2026-11-23T15", "2026-11-23T15:0", "2026-11-23T15:00:0Z",
    "2026-11-23T15:00:00.Z", "2026-11-23T15:00:00.1234567890Z", "2026-11-23T15:00:00+", "2026-11-23T15:00:00+1",
    "2026-11-23T15:00:00+24:00", "2026-11-23T15:00:00+01:60", "2026-11-23T15:00:00+01:", "2026-11-23T15:00:00 +01:00",
    "2026-11-23T15:00:00Z ", " 2026-11-23T15:00:00Z", "2026-11-23T15:00:00ZZ", "2026-11-23T15:00:00Z\u{0}",
    "2026-11-31T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-00T00:00:00Z", "2026-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2026-11-23T25:00:00Z", "2026-11-23T24:00:01Z", "2026-11-23T24:01:00Z", "2026-11-23T15:60:00Z",
    "2026-11-23T15:00:61Z",
    "26-11-23T15:00:00Z", "12026-11-23T15:00:00Z", "0000-01-01T00:00:00Z", "+2026-11-23T15:00:00Z",
    "2026-11-23T15:00:00+1:00",
    "2026/11/23T15:00:00Z", "2026-11-23T１5:00:00Z", "20261123T150000Z", "1795446000", "2026-11-23X15:00:00Z",
    "2026-11-23Z", "2026-11-23T15:00:00\u{2212}01:00", "2026-11-23T15:00:00Z\n",
  ])
  func `Anything else is no timestamp`(_ text: String) {
    #expect(Instant(timestamp: text) == nil)
  }

  @Test(arguments: [
    "Mon, 23 Nov 2026 15:00:00", "Mon, 23 Nov 2026 15:00:00 UTC", "Mon 23 Nov 2026 15:00:00 GMT",
    "23 Nov 2026 15:00:00 GMT",
    "Mon, 3 Nov 2026 15:00:00 GMT", "Mon, 23 Now 2026 15:00:00 GMT", "Foo, 23 Nov 2026 15:00:00 GMT",
    "Mon, 23 Nov 26 15:00:00 GMT", "Mon, 23 Nov 2026 25:00:00 GMT", "Mon, 31 Nov 2026 15:00:00 GMT",
    "Mon,  23 Nov 2026 15:00:00 GMT", "Mon, 23 Nov 2026 15:00 GMT", "Monday, 23-Nov-26 15:00:00 GMT",
    "Mon, 23 Nov 2026 15:00:00 GMT ", "Mon, 23 Nov 2026 1:00:000 GMT",
  ])
  func `What only looks like an HTTP date is no timestamp`(_ text: String) {
    #expect(Instant(timestamp: text) == nil)
  }

  @Test func `The ends of a day and a leap second are the moments they stand for`() {
    #expect(seconds("2026-11-23T24:00:00Z") == seconds("2026-11-24T00:00:00Z"))
    #expect(seconds("2016-12-31T23:59:60Z") == seconds("2017-01-01T00:00:00Z"))
    #expect(seconds("2026-11-23") == seconds("2026-11-23T00:00:00Z"))
    #expect(seconds("2024-02-29T00:00:00Z") == 1_709_164_800)
    #expect(seconds("2000-02-29T00:00:00Z") == 951_782_400)
  }

  @Test func `The years 1 to 9999 are held, with nothing outside`() {
    #expect(Instant(timestamp: "0001-01-01T00:00:00Z") == .earliest)
    #expect(Instant(timestamp: "9999-12-31T23:59:59.999999Z") == .latest)
    #expect(Instant(timestamp: "0001-01-01T00:00:00+00:01") == nil)
    #expect(Instant(timestamp: "9999-12-31T23:59:60Z") == nil)
    #expect(Instant(timestamp: "9999-12-31T23:59:59-00:01") == nil)
  }

  @Test(
    arguments: [
      0, 1, -1, 999_999, -999_999, -1_000_000, 1_795_446_000_123_456, -62_135_596_800_000_000, 253_402_300_799_999_999,
      951_782_400_000_000, -11_644_473_600_000_001,
    ] as [Int64])
  func `What is written is read as the same moment`(_ microseconds: Int64) {
    let instant = Instant(microseconds: microseconds)
    #expect(Instant(iso8601: instant.canonicalText) == instant)
    #expect(Instant(iso8601: instant.iso8601) == instant)
    #expect(instant.canonicalText.utf8.count == 27)
  }

  @Test func `Canonical text sorts as time does`() {
    var moments = (0..<500).map { Instant(microseconds: ($0 * 7_919_777_777_777) % 253_402_300_799_999_999) }
    moments += [.earliest, .latest, Instant(microseconds: -1), Instant(microseconds: 0)]
    #expect(moments.sorted().map(\.canonicalText) == moments.map(\.canonicalText).sorted())
  }

  @Test func `A fraction is written only where there is one, without zeros at its end`() {
    #expect(Instant(microseconds: 0).iso8601 == "1970-01-01T00:00:00Z")
    #expect(Instant(microseconds: 250_000).iso8601 == "1970-01-01T00:00:00.25Z")
    #expect(Instant(microseconds: 1).iso8601 == "1970-01-01T00:00:00.000001Z")
    #expect(Instant(microseconds: -1).iso8601 == "1969-12-31T23:59:59.999999Z")
    #expect(Instant(microseconds: 0).canonicalText == "1970-01-01T00:00:00.000000Z")
  }

  @Test func `In a zone it is written with the offset that holds on that day`() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let kolkata = try #require(TimeZone(identifier: "Asia/Kolkata"))
    let newYork = try #require(TimeZone(identifier: "America/New_York"))
    let winter = try #require(Instant(timestamp: "2026-11-24T14:00:00Z"))
    let summer = try #require(Instant(timestamp: "2026-07-24T14:00:00.5Z"))
    #expect(winter.iso8601(in: berlin) == "2026-11-24T15:00:00+01:00")
    #expect(summer.iso8601(in: berlin) == "2026-07-24T16:00:00.5+02:00")
    #expect(winter.iso8601(in: kolkata) == "2026-11-24T19:30:00+05:30")
    #expect(winter.iso8601(in: newYork) == "2026-11-24T09:00:00-05:00")
    for zone in [berlin, kolkata, newYork] {
      #expect(Instant(iso8601: winter.iso8601(in: zone)) == winter)
    }
  }

  @Test func `At the ends of time, a zone cannot push the text out of its form`() throws {
    let east = try #require(TimeZone(secondsFromGMT: 14 * 3600))
    let west = try #require(TimeZone(secondsFromGMT: -12 * 3600))
    #expect(Instant(iso8601: Instant.latest.iso8601(in: west)) == .latest)
    #expect(Instant(iso8601: Instant.earliest.iso8601(in: east)) == .earliest)
  }

  @Test func `Moving in time stays within the years`() {
    let start = Instant(microseconds: 500_000)
    #expect(start.advanced(bySeconds: 3600).microseconds == 3_600_500_000)
    #expect(start.advanced(bySeconds: -1).microseconds == -500_000)
    #expect(start.advanced(bySeconds: .max) == .latest)
    #expect(start.advanced(bySeconds: .min) == .earliest)
  }
}
