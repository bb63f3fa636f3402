import EventModel
import EventStore
import TestSupport
import Testing

@Suite("Events for other programs, on the command line")
struct EventFilesTests {
  private let work: Workplace

  init() throws {
    work = try Workplace()
    let storage = try openStorage(at: work.files.path("pivotal.db"))
    for (title, time) in [
      ("One", "2027-12-01T00:00:00Z"), ("Two", "2027-12-02T23:30:00Z"), ("Three", "2027-12-05T12:00:00Z"),
    ] {
      let starts = try #require(Instant(iso8601: time))
      let details = EventDetails(
        title: title, starts: starts, ends: starts.advanced(bySeconds: 1800), timeZone: Workplace.zone)
      _ = try storage.add(details, by: "ada", at: starts)
    }
  }

  private func titles(_ options: String...) throws -> [String] {
    let result = try work.pivotal(["events", "--format", "csv"] + options)
    #expect(result.status == 0 && result.errors.isEmpty)
    return result.output.components(separatedBy: "\r\n").dropFirst().dropLast().map { line in
      String(line.split(separator: ",")[1])
    }
  }

  @Test("A time narrows them; a day alone is all of that day")
  func period() throws {
    #expect(try titles() == ["One", "Two", "Three"])
    #expect(try titles("--from", "2027-12-02") == ["Two", "Three"])
    #expect(try titles("--to", "2027-12-02") == ["One", "Two"])
    #expect(try titles("--from", "2027-12-01 00:01", "--to", "2027-12-02 23:29") == [])
    #expect(try titles("--from", "2027-12-01 00:00", "--to", "2027-12-02 23:30") == ["One", "Two"])
    #expect(try work.pivotal("events", "--from", "2028-01-01").output == "No event starts in that time.\n")
  }

  @Test("Calendars and sheets are ended as their formats say")
  func formats() throws {
    let calendar = try work.pivotal("events", "--format", "ics", "--to", "2027-12-01")
    #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.output.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
    #expect(calendar.output.contains("\r\nDTSTART:20271201T000000Z\r\n"))
    #expect(calendar.output.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(try work.pivotal("events", "--format", "json").output.hasSuffix("]\n"))
  }

  @Test("What is no date is named with the next step")
  func notADate() throws {
    let result = try work.pivotal("events", "--from", "soon")
    #expect(result.status == 2)
    #expect(result.sentence?.hasPrefix("--from: 'soon' is not a date: try ") == true)
  }

  @Test("A time that the clocks show twice is named with what to write for each, and a day may begin in a gap")
  func unclear() throws {
    let twice = try work.pivotal(["events", "--from", "2026-10-25 01:30"], with: ["TZ": "Europe/London"])
    #expect(twice.status == 2)
    #expect(
      twice.sentence
        == "--from 2026-10-25 01:30 is not clear: 01:30 on Sun 25 Oct 2026 happens twice in Europe/London: "
        + "pick the first or the second. Write '2026-10-25 01:30 +01:00' or '2026-10-25 01:30 +00:00'.")
    let gap = try work.pivotal(["events", "--from", "2026-09-06"], with: ["TZ": "America/Santiago"])
    #expect(gap.status == 0)
  }
}
