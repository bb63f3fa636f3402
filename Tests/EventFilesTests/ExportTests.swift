import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventFiles

@Suite("Events for other programs")
struct ExportTests {
  private let made = Instant(iso8601: "2026-11-20T08:00:00Z") ?? .earliest

  private func event(_ change: (inout EventDetails) -> Void = { _ in }) -> Event {
    let starts = Instant(iso8601: "2026-11-24T14:00:00Z") ?? .earliest
    var details = EventDetails(
      title: "Accessibility in practice", starts: starts, ends: starts.advanced(bySeconds: 5400),
      timeZone: "Europe/Berlin")
    change(&details)
    return Event(
      id: Event.ID(rawValue: 7), details: details, version: 3, createdBy: "ada", createdAt: made, updatedBy: "grace",
      updatedAt: made.advanced(bySeconds: 60))
  }

  // MARK: - iCalendar

  @Test func aCalendarHoldsWhatCalendarProgramsNeed() {
    let text = exportedText(
      [
        event {
          $0.status = .confirmed
          $0.link = "https://example.org/a"
        }
      ], as: .ics)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    for line in [
      "VERSION:2.0", "PRODID:-//Pivotal//Pivotal//EN", "BEGIN:VEVENT", "UID:7-\(made.microseconds)@pivotal",
      "DTSTAMP:20261120T080100Z", "CREATED:20261120T080000Z", "DTSTART:20261124T140000Z", "DTEND:20261124T153000Z",
      "SUMMARY:Accessibility in practice", "STATUS:CONFIRMED", "SEQUENCE:2", "URL:https://example.org/a",
      "X-PIVOTAL-TIME-ZONE:Europe/Berlin", "END:VEVENT",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func commasSemicolonsBackslashesAndLineBreaksAreEscaped() {
    let text = exportedText(
      [
        event {
          $0.title = "Salt, pepper; and \\ more"
          ($0.venue, $0.city) = ("Main hall", "London")
          $0.description = "First\nsecond"
          $0.organizer = "City Library"
          $0.speakers = ["Ada Lovelace", "Alan Turing"]
        }
      ], as: .ics)
    #expect(unfolded(text).contains("SUMMARY:Salt\\, pepper\\; and \\\\ more\r\n"))
    #expect(unfolded(text).contains("LOCATION:Main hall\\, London\r\n"))
    #expect(
      unfolded(text).contains(
        "DESCRIPTION:First\\nsecond\\n\\nOrganizer: City Library\\nSpeakers: Ada Lovelace\\, Alan Turing\r\n"))
  }

  @Test func longLinesAreFoldedBetweenCharacters() {
    let title = String(repeating: "渕一博とСтаница и Łódź ", count: 12).trimmingCharacters(in: .whitespaces)
    let text = exportedText([event { $0.title = title }], as: .ics)
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    #expect(unfolded(text).contains("SUMMARY:\(title)\r\n"))
  }

  @Test(arguments: [
    (EventStatus.draft, "TENTATIVE"), (.confirmed, "CONFIRMED"), (.cancelled, "CANCELLED"),
  ])
  func everyStatusHasItsWord(_ status: EventStatus, _ word: String) {
    #expect(exportedText([event { $0.status = status }], as: .ics).contains("\r\nSTATUS:\(word)\r\n"))
  }

  @Test func noEventsAreStillACalendar() {
    #expect(exportedText([], as: .ics).hasSuffix("END:VCALENDAR\r\n"))
    #expect(!exportedText([], as: .ics).contains("VEVENT"))
  }

  private func unfolded(_ text: String) -> String { text.replacing("\r\n ", with: "") }

  // MARK: - CSV

  @Test func aSheetHasALineOfNamesAndOneForEachEvent() {
    let text = exportedText(
      [
        event {
          $0.title = "Say \"hello\", world"
          $0.capacity = 250
          $0.speakers = ["Ada Lovelace", "Alan Turing"]
          $0.description = "One\ntwo"
        }
      ], as: .csv)
    #expect(
      text
        == "id,title,starts,ends,timeZone,venue,city,link,capacity,status,organizer,sponsor,speakers,description\r\n"
        + "7,\"Say \"\"hello\"\", world\",2026-11-24T15:00:00+01:00,2026-11-24T16:30:00+01:00,Europe/Berlin,,,,250,"
        + "draft,,,Ada Lovelace; Alan Turing,\"One\ntwo\"\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=\u{338}1"])
  func noTextIsTakenForAFormula(_ title: String) {
    let text = exportedText([event { $0.title = title }], as: .csv)
    #expect(text.contains("\r\n7,'\(title),"))
  }

  @Test func jsonIsOneArray() throws {
    let text = exportedText([event(), event()], as: .json)
    let array = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(array.map { $0["title"] as? String } == ["Accessibility in practice", "Accessibility in practice"])
  }

  // MARK: - Files

  @Test func aFileThatIsThereIsReplacedOnlyWhenThatIsAskedFor() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let path = place.appendingPathComponent("events.csv").path
    #expect(try writeExport([event()], as: .csv, to: path, replacing: false))
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try !writeExport([], as: .csv, to: path, replacing: false))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    #expect(try writeExport([], as: .csv, to: path, replacing: true))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == exportedText([], as: .csv))
  }

  @Test func aPlaceThatCannotBeWrittenIsNamedWithTheReason() {
    let error = #expect(throws: ExportError.self) {
      try writeExport([], as: .ics, to: "/nowhere/at/all/events.ics", replacing: false)
    }
    #expect(error?.description.hasPrefix("/nowhere/at/all/events.ics cannot be written (") == true)
    #expect(error?.description.hasSuffix("): choose another place for it.") == true)
  }
}
