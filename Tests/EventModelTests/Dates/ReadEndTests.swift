import EventModel
import Foundation
import Testing

@Suite("Reading an end")
struct ReadEndTests {
  /// Tue 24 Nov 2026 14:00 in London, the start in these stories.
  private func start() throws -> Instant { try instant("2026-11-24T14:00Z") }

  private func end(_ text: String) throws -> DateReading {
    readEnd(text, start: try start(), in: try context())
  }

  @Test("Nothing typed is the default length")
  func empty() throws {
    #expect(try end("") == .understood(try instant("2026-11-24T15:00Z"), reading: "= 15:00, 1 h"))
    var context = try context()
    context.defaultLengthMinutes = 45
    #expect(words(readEnd(" ", start: try start(), in: context)) == "= 14:45, 45 min")
  }

  @Test(
    "A length, in every spelling",
    arguments: [
      ("1h", "15:00, 1 h"), ("1h30", "15:30, 1 h 30"), ("+1h30", "15:30, 1 h 30"), ("1 h 30", "15:30, 1 h 30"),
      ("1h30m", "15:30, 1 h 30"), ("90m", "15:30, 1 h 30"), ("90 min", "15:30, 1 h 30"), ("1h05", "15:05, 1 h 05"),
      ("45m", "14:45, 45 min"), ("2 hours", "16:00, 2 h"), ("10h", "24:00, 10 h"),
      ("11h", "Wed 25 Nov 01:00, next day, 11 h"), ("1d", "Wed 25 Nov 14:00, next day, 1 d"),
      ("3d3h", "Fri 27 Nov 17:00, 3 d 3 h"), ("1w", "Tue 1 Dec 14:00, 7 d"),
      ("5w4d", "Sat 2 Jan 2027 14:00, 39 d"),
    ])
  func lengths(text: String, expected: String) throws {
    #expect(words(try end(text)) == "= \(expected)")
  }

  @Test(
    "A time alone is the first such time after the start",
    arguments: [
      ("15:30", "15:30, 1 h 30"), ("16", "16:00, 2 h"), ("4pm", "16:00, 2 h"), ("24:00", "24:00, 10 h"),
      ("24", "24:00, 10 h"), ("midnight", "24:00, 10 h"), ("01:00", "Wed 25 Nov 01:00, next day, 11 h"),
      ("13:59", "Wed 25 Nov 13:59, next day, 23 h 59"),
    ])
  func times(text: String, expected: String) throws {
    #expect(words(try end(text)) == "= \(expected)")
  }

  @Test(
    "A day that leaves something open is counted from the start's day",
    arguments: [
      ("2026-11-26 17:00", "Thu 26 Nov 17:00, 2 d 3 h"), ("24 nov 16:00", "16:00, 2 h"), ("24th 16:00", "16:00, 2 h"),
      ("tue 16:00", "16:00, 2 h"), ("wed 9", "Wed 25 Nov 09:00, next day, 19 h"),
      ("+2d 16:30", "Thu 26 Nov 16:30, 2 d 2 h 30"), ("tomorrow 16:00", "16:00, 2 h"),
      ("2027-01-01 14:00", "Fri 1 Jan 2027 14:00, 38 d"),
    ])
  func days(text: String, expected: String) throws {
    #expect(words(try end(text)) == "= \(expected)")
  }

  @Test(
    "What is wrong with an end",
    arguments: [
      ("2026-11-24 13:00", "End is before start: Tue 24 Nov 2026 13:00 is not after Tue 24 Nov 2026 14:00"),
      ("-1h", "End is before start: Tue 24 Nov 2026 13:00 is not after Tue 24 Nov 2026 14:00"),
      ("24 nov 14:00", "End is the same as start: Tue 24 Nov 2026 14:00 is not after Tue 24 Nov 2026 14:00"),
      ("14:00", "End is the same as start: try 1h30 or a later time"),
      ("0m", "An event must last at least a moment: try 1h30"),
      ("26 nov", "'26 nov' needs a time, as in 17:00"),
      ("90", "90 is not an hour: 0 to 24"),
      ("99999999d", "That is outside the calendar: write a year from 1 to 9999"),
      ("soon", "'soon' is not an end: try 15:30, 1h30 or 2026-11-24 15:30"),
    ])
  func mistakes(text: String, sentence: String) throws {
    #expect(try end(text) == .wrong(sentence))
  }

  @Test("Without a start, an end that needs one is not wrong, only not known yet")
  func withoutStart() throws {
    let context = try context()
    for text in ["", "1h30", "15:30", "24:00"] { #expect(readEnd(text, start: nil, in: context) == .empty) }
    #expect(
      words(readEnd("2026-11-24 15:30", start: nil, in: context)) == "= Tue 24 Nov 2026 15:30 Europe/London")
    #expect(words(readEnd("25:00", start: nil, in: context)) == "25 is not an hour: 0 to 24")
  }

  @Test("An end over a change of the clocks")
  func clockChanges() throws {
    let context = try context(zone: "Europe/Berlin")
    let evening = try instant("2026-03-28T21:00Z")
    #expect(words(readEnd("02:30", start: evening, in: context)).contains("does not exist in Europe/Berlin"))
    #expect(words(readEnd("03:30", start: evening, in: context)) == "= Sun 29 Mar 03:30, next day, 4 h 30")
    // 02:45 for the first time; 02:15 comes back half an hour later.
    let between = try instant("2026-10-25T00:45Z")
    #expect(readEnd("02:15", start: between, in: context).instant == (try instant("2026-10-25T01:15Z")))
    #expect(readEnd("02:45 CET", start: between, in: context).instant == (try instant("2026-10-25T01:45Z")))
    #expect(words(readEnd("1d", start: between, in: context)) == "= Mon 26 Oct 02:45, next day, 1 d")
  }
}
