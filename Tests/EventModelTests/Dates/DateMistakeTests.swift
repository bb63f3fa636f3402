import EventModel
import Foundation
import Testing

@Suite("What is wrong with a date is said in words")
struct DateMistakeTests {
  @Test(arguments: [
    ("tomorow", "'tomorow' is not a date: try 2026-11-24 14:00, tomorrow 14:00 or +2d"),
    ("🎉", "'🎉' is not a date: try 2026-11-24 14:00, tomorrow 14:00 or +2d"),
    ("tomorrow foo", "'foo' is not a time: try 14:00 or 2pm"),
    ("tomorrow 14:00 foo", "'foo' cannot follow 'tomorrow 14:00': leave 'foo' out"),
    ("now 14:00", "'14:00' cannot follow 'now': leave '14:00' out"),
    ("14:00 +1h30", "'+1h30' cannot follow '14:00': leave '+1h30' out"),
    ("tomorrow 14:00-16:00", "'14:00-16:00' looks like two times: write the second one under Ends"),
    ("31 november", "There is no 31 November"),
    ("30 feb 2028", "There is no 30 February"),
    ("29 feb 2027", "There is no 29 February in 2027"),
    ("2026-11-31", "There is no 31 November"),
    ("2026-13-01", "13 is not a month: 1 to 12"),
    ("2026-12-32", "32 is not a day of the month: 1 to 31"),
    ("32nd", "32 is not a day of the month: 1 to 31"),
    ("32 nov", "32 is not a day of the month: 1 to 31"),
    ("0000-01-01", "That is outside the calendar: write a year from 1 to 9999"),
    ("+9999999d", "That is outside the calendar: write a year from 1 to 9999"),
    ("+99999999999999999999h", "That is outside the calendar: write a year from 1 to 9999"),
    ("26-11-24", "'26-11-24' is not a whole date: write year, month and day, as in 2026-11-24"),
    ("2026-11", "'2026-11' is not a whole date: write year, month and day, as in 2026-11-24"),
    ("2026", "'2026' is not a whole date: write year, month and day, as in 2026-11-24"),
    ("24/11/26", "'24/11/26' needs a day, a month and a year of four digits, as in 2026-11-24"),
    ("24.11.26", "'24.11.26' needs a day, a month and a year of four digits, as in 2026-11-24"),
    ("10.12", "'10.12' could be a time or a day: write 10:12 or 2026-12-10"),
    ("nov", "'nov' needs a day, as in 24 Nov"),
    ("2h", "'2h' could be a time or a length from now: write 02:00 or +2h"),
    ("tomorrow 14h5", "'14h5' is not a time: minutes have two digits after the 'h', 00 to 59"),
    ("tomorrow 25h", "25 is not an hour: 0 to 24"),
    ("in 99999999999 months", "That is outside the calendar: write a year from 1 to 9999"),
    ("in a 5 months", "'in' is not a date: try 2026-11-24 14:00, tomorrow 14:00 or +2d"),
    ("in a while", "'in' is not a date: try 2026-11-24 14:00, tomorrow 14:00 or +2d"),
    ("next time", "'next' is not a date: try 2026-11-24 14:00, tomorrow 14:00 or +2d"),
    ("fri 24 nov 2026", "24 November 2026 is a Tuesday, not a Friday"),
    ("25", "25 is not an hour: 0 to 24"),
    ("tomorrow 25:00", "25 is not an hour: 0 to 24"),
    ("tomorrow 14:60", "60 is not a minute: 0 to 59"),
    ("tomorrow 14:00:61", "61 is not a second: 0 to 59"),
    ("tomorrow 24:30", "'24:30' is not a time: the day ends at 24:00"),
    ("tomorrow 13pm", "'13pm' is not a time: am and pm go from 1 to 12"),
    ("tomorrow 14:5", "'14:5' is not a time: minutes have two digits after the ':'"),
    ("tomorrow 14:00 +24:00", "'+24:00' does not end with an offset from UTC: -12:00 to +14:00"),
    ("tomorrow 14:00 PST", "Europe/London is not on PST at Tue 24 Nov 2026 14:00"),
  ])
  func mistakes(text: String, sentence: String) throws {
    #expect(readStart(text, in: try context()) == .wrong(sentence))
  }

  @Test("A weekday of this week that is past could be that or the next one")
  func pastWeekday() throws {
    let friday = try context(now: "2026-11-27T12:00:00Z")
    #expect(
      readStart("this wed 9", in: friday)
        == .wrong("'this wed' could be Wed 25 Nov 2026 or Wed 2 Dec 2026: write 2026-11-25 or 2026-12-02"))
    #expect(words(readStart("this fri 14:00", in: friday)) == "= Fri 27 Nov 2026 14:00 Europe/London")
  }

  @Test("A text far longer than a date is not taken apart")
  func tooLong() throws {
    let text = String(repeating: "tomorrow ", count: 1200)
    #expect(readStart(text, in: try context()) == .wrong("That is too long for a date: try tomorrow 14:00 or +2d"))
  }
}
