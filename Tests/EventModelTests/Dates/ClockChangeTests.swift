import EventModel
import Foundation
import Testing

@Suite("Days on which clocks are changed")
struct ClockChangeTests {
  @Test("A time in a gap does not exist: the sentence says why, and the times beside the gap are to pick from")
  func gap() throws {
    let context = try context(zone: "Europe/Berlin")
    #expect(
      readStart("2026-03-29 02:30", in: context)
        == .unclear(
          "02:30 on Sun 29 Mar 2026 does not exist in Europe/Berlin: the clocks go from 02:00 to 03:00",
          choices: [
            DateChoice(label: "Earlier: 01:30, before the clocks go forward", text: "2026-03-29 01:30"),
            DateChoice(label: "Later: 03:30, after they went forward", text: "2026-03-29 03:30"),
          ]))
    #expect(readStart("2026-03-29 02:00", in: context).instant == nil)
    #expect(readStart("2026-03-29 01:59", in: context).instant == (try instant("2026-03-29T00:59Z")))
    #expect(readStart("2026-03-29 03:00", in: context).instant == (try instant("2026-03-29T01:00Z")))
  }

  @Test("A time that happens twice is the first or the second, which is to be picked")
  func overlap() throws {
    let context = try context(zone: "Europe/Berlin")
    let choices = [
      DateChoice(label: "First: 02:30 +02:00, before the clocks go back", text: "2026-10-25 02:30 +02:00"),
      DateChoice(label: "Second: 02:30 +01:00, after they went back", text: "2026-10-25 02:30 +01:00"),
    ]
    #expect(
      readStart("2026-10-25 02:30", in: context)
        == .unclear(
          "02:30 on Sun 25 Oct 2026 happens twice in Europe/Berlin: pick the first or the second", choices: choices))
    let picked = choices.map { readStart($0.text, in: context).instant }
    #expect(picked == [try instant("2026-10-25T00:30Z"), try instant("2026-10-25T01:30Z")])
  }

  @Test("An end that both times can be is to be picked, one that only the second can be is it")
  func overlapAtTheEnd() throws {
    let context = try context(zone: "Europe/Berlin")
    let first = try instant("2026-10-25T00:15Z")
    guard case .unclear(_, let choices) = readEnd("02:45", start: first, in: context) else {
      Issue.record("not unclear")
      return
    }
    #expect(
      choices.map { readEnd($0.text, start: first, in: context).instant?.seconds } == [
        first.seconds + 1800, first.seconds + 5400,
      ])
    let second = try instant("2026-10-25T01:15Z")
    #expect(words(readEnd("02:45", start: second, in: context)) == "= 02:45, 30 min, the second of two")
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
    #expect(words(reading) == "= Sun 25 Oct 2026 02:30 Europe/Berlin, the second of two")
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
