import EventModel
import Foundation
import Testing

@Suite("Days on which clocks are changed")
struct ClockChangeTests {
  @Test("A time in a gap does not exist, and the sentence says why")
  func gap() throws {
    let context = try context(zone: "Europe/Berlin")
    #expect(
      readStart("2026-03-29 02:30", in: context)
        == .wrong("02:30 on Sun 29 Mar 2026 does not exist in Europe/Berlin: the clocks go from 02:00 to 03:00"))
    #expect(readStart("2026-03-29 02:00", in: context).instant == nil)
    #expect(readStart("2026-03-29 01:59", in: context).instant == (try instant("2026-03-29T00:59Z")))
    #expect(readStart("2026-03-29 03:00", in: context).instant == (try instant("2026-03-29T01:00Z")))
  }

  @Test("A time that happens twice is the first one, and the reading says so")
  func overlap() throws {
    let reading = readStart("2026-10-25 02:30", in: try context(zone: "Europe/Berlin"))
    let words =
      "= Sun 25 Oct 2026 02:30 Europe/Berlin, happens twice: the first is taken, write 02:30 +01:00 for the second"
    #expect(reading == .understood(try instant("2026-10-25T00:30Z"), reading: words))
  }

  @Test(
    "An offset or an abbreviation picks one of the two",
    arguments: [
      ("2026-10-25 02:30 +01:00", "2026-10-25T01:30Z", "second"),
      ("2026-10-25 02:30+0100", "2026-10-25T01:30Z", "second"),
      ("2026-10-25 02:30 +02", "2026-10-25T00:30Z", "first"),
      ("2026-10-25T02:30 cest", "2026-10-25T00:30Z", "first"),
      ("25 oct 2026 2:30 CET", "2026-10-25T01:30Z", "second"),
      ("2026-10-25T01:30Z", "2026-10-25T01:30Z", "second"),
    ])
  func pickedOne(text: String, moment: String, which: String) throws {
    let reading = readStart(text, in: try context(zone: "Europe/Berlin"))
    let words = "= Sun 25 Oct 2026 02:30 Europe/Berlin, the \(which) of two"
    #expect(reading == .understood(try instant(moment), reading: words))
  }

  @Test("West of Greenwich an offset begins with a minus, and is no second time")
  func negativeOffset() throws {
    let reading = readStart("1 nov 2026 01:30 -05:00", in: try context(zone: "America/New_York"))
    #expect(reading.instant == (try instant("2026-11-01T06:30Z")))
  }

  @Test("An offset of elsewhere gives the instant, shown in the event's zone")
  func foreignOffset() throws {
    let reading = readStart("2026-11-24T14:00-05:00", in: try context(zone: "Europe/Berlin"))
    #expect(words(reading) == "= Tue 24 Nov 2026 20:00 Europe/Berlin")
  }

  @Test("A day that a zone left out is named in the sentence")
  func skippedDay() throws {
    #expect(
      words(readStart("2011-12-30 12:00", in: try context(zone: "Pacific/Apia")))
        == "12:00 on Fri 30 Dec 2011 does not exist in Pacific/Apia: "
        + "the clocks go from Fri 30 Dec 00:00 to Sat 31 Dec 00:00")
  }

  @Test("24:00 exists also where the clocks skip the midnight after it")
  func endOfDayInAGap() throws {
    let context = try context(zone: "America/Sao_Paulo")
    #expect(words(readStart("2018-11-04 00:30", in: context)).contains("the clocks go from 00:00 to 01:00"))
    #expect(readStart("2018-11-03 24:00", in: context).instant == (try instant("2018-11-04T03:00Z")))
  }

  @Test("Two days on are two days on the wall, three hours are three that pass")
  func shiftsOverAChange() throws {
    let before = try context(now: "2026-10-24T12:00Z", zone: "Europe/Berlin")
    #expect(words(readStart("+1d 14:00", in: before)) == "= Sun 25 Oct 2026 14:00 Europe/Berlin")
    let night = try context(now: "2026-10-24T23:00Z", zone: "Europe/Berlin")
    #expect(words(readStart("+3h", in: night)) == "= Sun 25 Oct 2026 03:00 Europe/Berlin")
  }

  @Test("Once the first of two equal times has passed, the time alone means the second")
  func secondIsStillToCome() throws {
    let between = try context(now: "2026-10-25T00:45Z", zone: "Europe/Berlin")
    let reading = readStart("02:30", in: between)
    #expect(reading.instant == (try instant("2026-10-25T01:30Z")))
    #expect(words(reading).hasSuffix("happens twice: the second is taken, write 02:30 +02:00 for the first"))
  }

  @Test("Local mean time, with its odd seconds, is read and written")
  func localMeanTime() throws {
    let context = try context(zone: "Europe/Amsterdam")
    let reading = readStart("1850-06-01 12:00", in: context)
    let found = try #require(reading.instant)
    #expect(words(reading) == "= Sat 1 Jun 1850 12:00 Europe/Amsterdam")
    #expect(startText(found, in: context.timeZone) == "1850-06-01 12:00")
  }
}
