import Foundation
import TestSupport
import Testing

@Suite("The whole job, by keys alone")
struct WholeJobTests {
  @Test("From an empty database to a saved event", arguments: [(80, 24), (120, 40)])
  func job(columns: Int, rows: Int) throws {
    let centre = try CentreProgram("--demo")
    let work = try Workplace(centre)
    let screen = try work.shell(columns: columns, rows: rows)
    let before = Afternoon(after: .now)
    try startsAndSyncs(screen)
    try writesTheEvent(screen)
    try picksThePeople(screen)
    try saves(screen)
    let tomorrow = [before, Afternoon(after: .now)]
    try isReadBack(work, tomorrow)
    try opensAgainAndLeaves(screen)
  }

  private func startsAndSyncs(_ screen: TmuxScreen) throws {
    try screen.type("was=$(stty -g); pivotal; echo status $?; test \"$was\" = \"$(stty -g)\" && echo as it was")
    try screen.press(.enter)
    let empty = try screen.waitFor("never synced", "No events yet: press n for the first one.")
    #expect(empty.isAlternate)
    try screen.press(.control("r"))
    try screen.waitFor(
      "Sync completed successfully", "Speakers: 82 added, 0 updated, 0 unchanged", "Organizers: 20 added",
      "Sponsors: 25 added", "82 speakers · synced just now")
  }

  /// The key that opens the form also dismisses the result of the sync.
  private func writesTheEvent(_ screen: TmuxScreen) throws {
    try screen.type("n")
    try screen.waitUntil("an empty form is open on its title") {
      $0.contains("New event") && $0.cursorLine.trimmingCharacters(in: .whitespaces) == "Title"
    }
    try screen.type("Accessibility in practice")
    try screen.press(.tab)
    try screen.type("tomorrow 14:00")
    try screen.waitFor("* not saved", "14:00 \(Workplace.zone)")
    try screen.waitForFields(["Title": "Accessibility in practice", "Starts": "tomorrow 14:00"])
    try screen.press(.tab)
    try screen.type("1h30")
    try screen.waitFor("15:30, 1 h 30")
  }

  private func picksThePeople(_ screen: TmuxScreen) throws {
    try screen.go(to: "Organizer")
    try screen.choose("history museum", "Computer History Museum")
    try screen.go(to: "Sponsor")
    try screen.choose("labs bell", "Bell Labs")
    try screen.go(to: "Speakers")
    try screen.pick("knuth", "[ ] Donald Knuth — Professor, Stanford University")
    try screen.pick("hopper grace", "[ ] Grace Hopper — Rear Admiral, United States Navy")
    try screen.pick("langefors", "[ ] Börje Langefors — Professor, Stockholm University")
    try screen.waitFor("3 selected", "[Donald Knuth x] [Grace Hopper x] [Börje Langefors x]")
    // The first press only goes to the badge, as a guard against accidents.
    try screen.press(.backspace)
    try screen.waitUntil("the cursor is on the last badge") { $0.cursorText.hasPrefix("[Börje Langefors x]") }
    try screen.press(.backspace)
    try screen.waitUntil("that badge is off, and the cursor on the one before") { left in
      !left.contains("[Börje Langefors x]") && left.contains("[Donald Knuth x] [Grace Hopper x]")
        && left.cursorText.hasPrefix("[Grace Hopper x]")
    }
  }

  private func saves(_ screen: TmuxScreen) throws {
    try screen.press(.control("s"))
    try screen.waitUntil("the event is in the list and selected") { list in
      list.contains("Saved") && list.contains("q Quit") && list.cursorLine.hasPrefix("> ")
        && list.cursorLine.contains("Accessibility") && list.cursorLine.contains("draft")
    }
  }

  /// The event holds names, and not what they had in the catalogue.
  private func isReadBack(_ work: Workplace, _ tomorrow: [Afternoon]) throws {
    let event = try #require(try work.events().first)
    #expect(event.title == "Accessibility in practice")
    #expect(tomorrow.map(\.local).contains(event.starts))
    #expect(tomorrow.map(\.localEnd).contains(event.ends))
    #expect(event.timeZone == Workplace.zone)
    #expect(event.organizer == "Computer History Museum")
    #expect(event.sponsor == "Bell Labs")
    #expect(event.speakers == ["Donald Knuth", "Grace Hopper"])
    #expect(event.status == "draft")
    let row = try work.database().rows(
      "SELECT title, starts_at, time_zone, organizer, sponsor, speakers, status FROM events")
    let expected: [[String?]] = tomorrow.map { day in
      [
        "Accessibility in practice", day.stored, Workplace.zone, "Computer History Museum", "Bell Labs",
        #"["Donald Knuth","Grace Hopper"]"#, "draft",
      ]
    }
    #expect(row.count == 1 && expected.contains(row[0]))
  }

  private func opensAgainAndLeaves(_ screen: TmuxScreen) throws {
    try screen.press(.enter)
    try screen.waitFor("Edit event")
    try screen.waitForFields([
      "Title": "Accessibility in practice", "Starts": "14:00", "Time zone": Workplace.zone,
      "Organizer": "Computer History Museum", "Sponsor": "Bell Labs",
      "Speakers": "[Donald Knuth x] [Grace Hopper x]", "Status": "draft",
    ])
    try screen.press(.control("q"))
    let shell = try screen.waitFor("status 0", "as it was")
    #expect(!shell.isAlternate && shell.isCursorVisible)
    try screen.type("echo still $((20 + 3)) usable")
    try screen.press(.enter)
    try screen.waitFor("still 23 usable")
  }
}

/// Two o'clock in the afternoon of the day after a moment, and half past three, by the clocks in London.
private struct Afternoon {
  let local: String
  let localEnd: String
  let stored: String

  init(after moment: Date) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: Workplace.zone) ?? .gmt
    let day = calendar.date(byAdding: .day, value: 1, to: calendar.startOfDay(for: moment)) ?? moment
    let start = calendar.date(bySettingHour: 14, minute: 0, second: 0, of: day) ?? day
    local = Self.text(start, "yyyy-MM-dd'T'HH:mm:ssxxx", calendar.timeZone)
    localEnd = Self.text(start.addingTimeInterval(5_400), "yyyy-MM-dd'T'HH:mm:ssxxx", calendar.timeZone)
    stored = Self.text(start, "yyyy-MM-dd'T'HH:mm:ss.000000'Z'", .gmt)
  }

  private static func text(_ date: Date, _ format: String, _ zone: TimeZone) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = zone
    formatter.dateFormat = format
    return formatter.string(from: date)
  }
}
