import EventModel
import Testing

@testable import EventEditor

@Suite("The list of events")
struct EventListTests {
  private let events: [EventDetails] = [
    .sample(
      "Accessibility in practice", day: 24, organizer: "City Library",
      speakers: ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Donald Knuth"]),
    .sample("Compilers", day: 25, organizer: "MIT"), .sample("Databases", day: 26),
  ]

  @Test func showsWhenWhatWhoAndHowFirm() {
    let screen = EditorScreen(width: 118, events: events)
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.line(0).hasSuffix("10 speakers · synced 12 min ago"))
    #expect(screen.cursorLine.hasPrefix("> Tue 24 Nov 14:00"))
    for part in ["Accessibility in practice", "City Library", "Ada Lovelace", "+2", "confirmed"] {
      #expect(screen.cursorLine.contains(part))
    }
    #expect(screen.footer == "n New  Enter Edit  p Duplicate  / Filter  ^R Sync  ? Help  ^X Menu  q Quit")
  }

  @Test func anEventOfAnotherYearSaysSoAndTakesNoRoomFromTheOthers() {
    var later = EventDetails.sample("Editors", day: 30, organizer: "City Library")
    later.starts = later.starts.advanced(bySeconds: 365 * 86_400)
    later.ends = later.ends.advanced(bySeconds: 365 * 86_400)
    let alone = EditorScreen(events: events)
    let screen = EditorScreen(events: events + [later])
    #expect(screen.line(2) == alone.line(2))
    #expect(screen.cursorLine == alone.cursorLine)
    #expect(screen.line(with: "Editors").hasPrefix("  2027-11-30 14:00 Editors"))
  }

  @Test(arguments: [
    ("j", 1), ("<Down>", 1), ("jk", 0), ("G", 2), ("<End>", 2), ("Gg", 0), ("<PgDn>", 2), ("<PgDn><PgUp>", 0),
  ])
  func keysMoveInTheList(_ keys: String, _ row: Int) {
    var screen = EditorScreen(events: events)
    screen.type(keys)
    #expect(screen.cursorLine.contains(events[row].title))
    #expect(screen.cursorLine.hasPrefix(">"))
  }

  @Test func theFilterNarrowsAsOneTypesAndEscapeClearsIt() {
    var screen = EditorScreen(events: events)
    screen.type("/comp")
    #expect(!screen.text.contains("Databases"))
    #expect(screen.beforeCursor == "/ comp")
    screen.type("<Enter>")
    #expect(screen.cursorLine.contains("Compilers"))
    screen.type("<Esc>")
    #expect(screen.text.contains("Databases"))
    screen.type("/xyz")
    #expect(screen.text.contains("No event matches “xyz”: Esc clears the filter."))
  }

  @Test func theFilterFindsPeopleToo() {
    var screen = EditorScreen(events: events)
    screen.type("/hopper<Enter>")
    #expect(screen.cursorLine.contains("Accessibility"))
  }

  @Test func escapeSaysHowToQuitAndControlCQuits() {
    var screen = EditorScreen(events: events)
    screen.type("<Esc>")
    #expect(screen.status == "q quits")
    #expect(screen.asked.contains(.quit) == false)
    screen.type("/c<Enter><Ctrl-C>")
    #expect(screen.asked.contains(.quit) == false)
    screen.type("<Ctrl-C>")
    #expect(screen.asked.contains(.quit))
  }

  @Test func enterOpensTheEventAndAnEditIsSavedOnTheVersionThatWasOpened() {
    var screen = EditorScreen(events: events)
    screen.type("j<Enter>")
    #expect(screen.line(0).hasPrefix("Edit event"))
    #expect(screen.line(with: "Starts").contains("2026-11-25 14:00"))
    #expect(screen.line(with: "Ends").contains("15:00"))
    screen.type(" II<F2>")
    #expect(screen.stored.first { $0.id.rawValue == 2 }?.details.title == "Compilers II")
    #expect(screen.stored.first { $0.id.rawValue == 2 }?.version == 2)
    #expect(screen.cursorLine.contains("Compilers II"))
  }

  @Test func movingTheStartMovesTheEndWithIt() {
    var screen = EditorScreen(events: events)
    screen.type("<Enter><Tab>2026-11-30 10:00<Tab>")
    #expect(screen.line(with: "Ends").contains("11:00"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first { $0.id.rawValue == 1 }?.details.ends.iso8601 == "2026-11-30T11:00:00Z")
  }

  @Test func aDuplicateIsADraftWhateverTheOtherOneWas() {
    var screen = EditorScreen(events: [.sample("Talk", day: 25)])
    screen.type("ptomorrow 9")
    #expect(screen.line(with: "Status").contains("draft"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.map(\.details.status) == [.confirmed, .draft])
  }

  @Test func duplicateKeepsThePeopleAndAsksForANewStart() {
    var screen = EditorScreen(events: events)
    screen.type("p")
    #expect(screen.cursorLine.trimmed == "Starts")
    screen.type("2026-12-01 18:00<Ctrl-S>")
    #expect(screen.stored.count == 4)
    #expect(screen.stored.last?.details.speakers == events[0].speakers)
    #expect(screen.stored.last?.details.ends.iso8601 == "2026-12-01T19:00:00Z")
  }

  @Test func deleteAsksAndTheSafeAnswerIsTheOneEnterTakes() {
    var screen = EditorScreen(events: events)
    screen.type("d")
    #expect(screen.text.contains("Delete “Accessibility in practice”, Tue 24 Nov 14:00?"))
    screen.type("<Enter>")
    #expect(screen.stored.count == 3)
    screen.type("dy")
    #expect(screen.stored.count == 2)
    #expect(screen.status == "Deleted")
    #expect(!screen.text.contains("Accessibility"))
  }

  @Test func theZoneOfAnEventThatIsElsewhereIsNamed() {
    var talk = EventDetails.sample("Talk", day: 25)
    talk.timeZone = "America/New_York"
    var night = EventDetails.sample("Night", day: 26)
    night.timeZone = "Pacific/Auckland"
    var screen = EditorScreen(events: [.sample("Here", day: 24), talk, night])
    #expect(screen.line(with: "Here").hasPrefix("> Tue 24 Nov 14:00  Here"))
    #expect(screen.line(with: "Talk").hasPrefix("  Wed 25 Nov 09:00^ Talk"))
    #expect(screen.status == "^ is a time in another zone: go to its row to see which")
    screen.type("j")
    #expect(screen.cursorLine.hasPrefix("> Wed 25 Nov 09:00"))
    #expect(screen.status == "^ Wed 25 Nov 09:00 America/New_York = 14:00 Europe/London")
    screen.type("j")
    #expect(screen.status == "^ Fri 27 Nov 03:00 Pacific/Auckland = Thu 26 Nov 14:00 Europe/London")
    screen.type("d")
    #expect(screen.text.contains("Delete “Night”, Fri 27 Nov 03:00 Pacific/Auckland?"))
    screen.type("n")
    screen.resize(40, 10)
    #expect(screen.status == "^ Fri 27 Nov 03:00 Pacific/Auckland")
    screen.type("v")
    #expect(screen.status == "", "the calendars show the user's own times, and say so")
    screen.type("vvvn")
    #expect(screen.status == "", "a form has nothing to do with the row that it was opened from")
  }

  @Test func anEmptyListSaysWhatToDo() {
    let screen = EditorScreen()
    #expect(screen.text.contains("No events yet: press n for the first one."))
  }

  @Test func anEventAskedForByNumberOpensAndAMissingOneIsSaid() {
    #expect(
      EditorScreen(events: events, start: .event(Event.ID(rawValue: 2))).line(with: "Title").contains("Compilers"))
    #expect(
      EditorScreen(events: events, start: .event(Event.ID(rawValue: 99))).status
        == "There is no event 99: choose one from the list")
    #expect(EditorScreen(start: .newEvent).line(0).hasPrefix("New event"))
  }

  @Test func whereAllClocksAreOnesOwnNoneIsNamed() {
    let screen = EditorScreen(events: events)
    #expect(screen.status == "" && !screen.text.contains("^ "))
  }

  @Test func secondsHideNoMinutes() {
    var exact = EventDetails.sample("Exact", day: 24)
    exact.starts = exact.starts.advanced(bySeconds: 30)
    var later = EventDetails.sample("Later", day: 25)
    later.starts = Instant(iso8601: "2027-01-15T10:00:30Z") ?? later.starts
    later.ends = later.starts.advanced(bySeconds: 3600)
    let screen = EditorScreen(events: [exact, later])
    #expect(screen.line(with: "Exact").hasPrefix("> Tue 24 Nov 14:00 Exact"))
    #expect(screen.line(with: "Later").hasPrefix("  2027-01-15 10:00 Later"))
  }
}
