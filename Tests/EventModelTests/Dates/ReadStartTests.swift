import EventModel
import Foundation
import Testing

@Suite("Reading a start")
struct ReadStartTests {
  @Test(
    "A day and a time, in every spelling",
    arguments: [
      ("2026-11-24 14:00", "Tue 24 Nov 2026 14:00"),
      ("2026-11-24T14:00", "Tue 24 Nov 2026 14:00"),
      ("2026-11-24t14:00:30", "Tue 24 Nov 2026 14:00:30"),
      ("2026-11-24T14:00:30.25", "Tue 24 Nov 2026 14:00:30.25"),
      ("  tomorrow   14:00 ", "Tue 24 Nov 2026 14:00"),
      ("TOMORROW at 2PM", "Tue 24 Nov 2026 14:00"),
      ("tomorrow, 2:30 pm", "Tue 24 Nov 2026 14:30"),
      ("tomorrow 12am", "Tue 24 Nov 2026 00:00"),
      ("tomorrow 12pm", "Tue 24 Nov 2026 12:00"),
      ("tomorrow noon", "Tue 24 Nov 2026 12:00"),
      ("tomorrow midnight", "Tue 24 Nov 2026 00:00"),
      ("tomorrow 24:00", "Wed 25 Nov 2026 00:00"),
      ("tomorrow 14.30", "Tue 24 Nov 2026 14:30"),
      ("14:00 tomorrow", "Tue 24 Nov 2026 14:00"),
      ("2pm 24 nov", "Tue 24 Nov 2026 14:00"),
      ("yesterday 9", "Sun 22 Nov 2026 09:00"),
      ("today 0", "Mon 23 Nov 2026 00:00"),
      ("fri 9", "Fri 27 Nov 2026 09:00"),
      ("Friday 9", "Fri 27 Nov 2026 09:00"),
      ("thurs 9", "Thu 26 Nov 2026 09:00"),
      ("mon 16", "Mon 30 Nov 2026 16:00"),
      ("24 nov 9", "Tue 24 Nov 2026 09:00"),
      ("24th 9", "Tue 24 Nov 2026 09:00"),
      ("23rd 9", "Wed 23 Dec 2026 09:00"),
      ("31st 9", "Thu 31 Dec 2026 09:00"),
      ("24nov 9:15", "Tue 24 Nov 2026 09:15"),
      ("nov 24 9:15", "Tue 24 Nov 2026 09:15"),
      ("24 November 2031 9:15", "Mon 24 Nov 2031 09:15"),
      ("November 24th, 2031 9:15", "Mon 24 Nov 2031 09:15"),
      ("9 dec 1968 15:45", "Mon 9 Dec 1968 15:45"),
      ("Mon 9 Dec 1968 15:45", "Mon 9 Dec 1968 15:45"),
      ("+2d 16:30", "Wed 25 Nov 2026 16:30"),
      ("+1w 16:30", "Mon 30 Nov 2026 16:30"),
      ("-1d 16:30", "Sun 22 Nov 2026 16:30"),
      ("24/11 9", "Tue 24 Nov 2026 09:00"),
      ("11/24 9", "Tue 24 Nov 2026 09:00"),
      ("12/12 9", "Sat 12 Dec 2026 09:00"),
      ("24/11/2030 9", "Sun 24 Nov 2030 09:00"),
      ("2030/11/24 9", "Sun 24 Nov 2030 09:00"),
      ("24.11. 9", "Tue 24 Nov 2026 09:00"),
      ("24.11 9:30", "Tue 24 Nov 2026 09:30"),
      ("24.11.2030 9:30", "Sun 24 Nov 2030 09:30"),
      ("24.11.2026 14:00", "Tue 24 Nov 2026 14:00"),
      ("tomorrow 14h30", "Tue 24 Nov 2026 14:30"),
      ("tomorrow 14h", "Tue 24 Nov 2026 14:00"),
      ("14h30 tomorrow", "Tue 24 Nov 2026 14:30"),
      ("on friday at 9", "Fri 27 Nov 2026 09:00"),
      ("the 24th at noon", "Tue 24 Nov 2026 12:00"),
      ("24th of november 9", "Tue 24 Nov 2026 09:00"),
      ("this fri 9", "Fri 27 Nov 2026 09:00"),
      ("this mon 16", "Mon 23 Nov 2026 16:00"),
      ("in 2 weeks 9", "Mon 7 Dec 2026 09:00"),
      ("in 3 days 14h30", "Thu 26 Nov 2026 14:30"),
      ("in a week 9", "Mon 30 Nov 2026 09:00"),
      ("in 2 months 9", "Sat 23 Jan 2027 09:00"),
      ("in a year 9", "Tue 23 Nov 2027 09:00"),
      ("next week 9", "Mon 30 Nov 2026 09:00"),
      ("next month 9", "Wed 23 Dec 2026 09:00"),
      ("day after tomorrow 9", "Wed 25 Nov 2026 09:00"),
    ])
  func dayAndTime(text: String, expected: String) throws {
    #expect(words(readStart(text, in: try context())) == "= \(expected) Europe/London")
  }

  @Test(
    "A day without a time starts at nine, and the reading says that no time was given",
    arguments: [
      ("2026-11-24", "Tue 24 Nov 2026"), ("today", "Mon 23 Nov 2026"), ("tomorrow", "Tue 24 Nov 2026"),
      ("fri", "Fri 27 Nov 2026"), ("24 nov", "Tue 24 Nov 2026"), ("24th", "Tue 24 Nov 2026"),
      ("+2d", "Wed 25 Nov 2026"), ("+1w", "Mon 30 Nov 2026"), ("24/11", "Tue 24 Nov 2026"),
      ("31.12", "Thu 31 Dec 2026"),
    ])
  func dayAlone(text: String, expected: String) throws {
    #expect(words(readStart(text, in: try context())) == "= \(expected) 09:00 Europe/London, no time given")
  }

  @Test("The start of a day without a time can be set")
  func dayAloneWithAnotherDefault() throws {
    var context = try context()
    context.defaultStartMinutes = 19 * 60 + 30
    #expect(readStart("tomorrow", in: context).instant == (try instant("2026-11-24T19:30Z")))
  }

  @Test(
    "A time alone is the next such time",
    arguments: [
      ("16", "Mon 23 Nov 2026 16:00"), ("16:30", "Mon 23 Nov 2026 16:30"), ("4pm", "Mon 23 Nov 2026 16:00"),
      ("15:10", "Mon 23 Nov 2026 15:10"), ("15:09", "Tue 24 Nov 2026 15:09"), ("14", "Tue 24 Nov 2026 14:00"),
      ("noon", "Tue 24 Nov 2026 12:00"), ("midnight", "Tue 24 Nov 2026 00:00"), ("24:00", "Tue 24 Nov 2026 00:00"),
      ("2.30pm", "Tue 24 Nov 2026 14:30"), ("14.30", "Tue 24 Nov 2026 14:30"), ("16h30", "Mon 23 Nov 2026 16:30"),
    ])
  func timeAlone(text: String, expected: String) throws {
    #expect(words(readStart(text, in: try context())) == "= \(expected) Europe/London")
  }

  @Test(
    "Hours and minutes are counted from the present minute",
    arguments: [
      ("now", "Mon 23 Nov 2026 15:10"), ("+3h", "Mon 23 Nov 2026 18:10"), ("+90m", "Mon 23 Nov 2026 16:40"),
      ("+1h30", "Mon 23 Nov 2026 16:40"), ("+1 h 30 min", "Mon 23 Nov 2026 16:40"), ("-10m", "Mon 23 Nov 2026 15:00"),
      ("+1d2h", "Tue 24 Nov 2026 17:10"), ("in 2 hours", "Mon 23 Nov 2026 17:10"),
      ("in an hour", "Mon 23 Nov 2026 16:10"), ("in 1 h 30", "Mon 23 Nov 2026 16:40"),
    ])
  func shifts(text: String, expected: String) throws {
    #expect(words(readStart(text, in: try context())) == "= \(expected) Europe/London")
  }

  @Test(
    "A day that leaves its year open is the next such day, today excluded",
    arguments: [
      ("23 nov 9", "Tue 23 Nov 2027"), ("22 nov 9", "Mon 22 Nov 2027"), ("3 jan 9", "Sun 3 Jan 2027"),
      ("29 feb 9", "Tue 29 Feb 2028"), ("22/11 9", "Mon 22 Nov 2027"),
    ])
  func openYear(text: String, expected: String) throws {
    #expect(words(readStart(text, in: try context())) == "= \(expected) 09:00 Europe/London")
  }

  @Test("The Friday of next week is said to be that one, since people mean either by it")
  func nextFriday() throws {
    #expect(
      words(readStart("next fri 9", in: try context()))
        == "= Fri 4 Dec 2026 09:00 Europe/London, Friday of next week")
    #expect(words(readEnd("next fri 9", start: try instant("2026-11-24T09:00Z"), in: try context())).contains("4 Dec"))
  }

  @Test("Today is the day it is in the event's zone")
  func todayInTheZone() throws {
    let late = try context(now: "2026-11-23T15:10:27Z", zone: "Asia/Tokyo")
    #expect(words(readStart("today 9", in: late)) == "= Tue 24 Nov 2026 09:00 Asia/Tokyo")
  }

  @Test("UTC is called UTC")
  func utc() throws {
    let reading = readStart("2026-11-24 14:00", in: try context(zone: "UTC"))
    #expect(reading == .understood(try instant("2026-11-24T14:00Z"), reading: "= Tue 24 Nov 2026 14:00 UTC"))
  }

  @Test("03/04 is refused with both readings, unless the locale settles it")
  func ambiguousOrder() throws {
    #expect(
      words(readStart("03/04 9", in: try context(now: "2026-01-05T12:00Z")))
        == "'03/04' could be 3 April or 4 March: write 2026-04-03 or 2026-03-04")
    #expect(
      words(readStart("03/04/2027", in: try context()))
        == "'03/04/2027' could be 3 April or 4 March: write 2027-04-03 or 2027-03-04")
    let dayFirst = readStart("03/04 9", in: try context(order: .dayFirst))
    #expect(words(dayFirst) == "= Sat 3 Apr 2027 09:00 Europe/London")
    let monthFirst = readStart("03/04 9", in: try context(order: .monthFirst))
    #expect(words(monthFirst) == "= Thu 4 Mar 2027 09:00 Europe/London")
  }

  @Test("Nothing typed is nothing to read", arguments: ["", "   ", "\t", ","])
  func empty(text: String) throws {
    #expect(readStart(text, in: try context()) == .empty)
  }
}
