import EventModel
import Testing

@testable import EventEditor

@Suite("The month calendar of a date field")
struct CalendarTests {
  private func starts(_ events: [EventDetails] = []) -> EditorScreen {
    var screen = EditorScreen(events: events)
    screen.type("nTalk<Tab>")
    return screen
  }

  @Test(arguments: ["<Down>", "<F4>", "<Alt-Down>"])
  func opensOnTheDayOfTheField(_ key: String) {
    var screen = starts()
    screen.type("2026-12-24 18:00" + key)
    #expect(screen.text.contains("December 2026"))
    #expect(screen.cursorLine.contains("[24]"))
    screen.type("<Enter>")
    #expect(screen.state.form?.starts.text == "2026-12-24 18:00")
  }

  @Test(arguments: [
    ("<Right>", "2026-11-24"), ("l", "2026-11-24"), ("h", "2026-11-22"), ("<Down>", "2026-11-30"), ("k", "2026-11-16"),
    ("<PgDn>", "2026-12-23"), ("{", "2026-10-23"), ("jjjt", "2026-11-23"), ("}}}l{{{", "2026-11-24"),
  ])
  func keysMoveByDayWeekAndMonth(_ keys: String, _ day: String) {
    var screen = starts()
    screen.type("<Down>" + keys + "<Enter>")
    #expect(screen.state.form?.starts.text.trimmed == day)
  }

  @Test(arguments: [
    ("monday", " Mo  Tu  We  Th  Fr  Sa  Su", "[23]"), ("Sunday", " Su  Mo  Tu  We  Th  Fr  Sa", "29"),
    ("sat", " Sa  Su  Mo  Tu  We  Th  Fr", "28"),
  ])
  func weeksBeginWithTheDayOfTheSettings(_ day: String, _ heading: String, _ fifth: String) throws {
    let preferences = try EditorPreferences(text: "first-weekday = \(day)", path: "config", environment: [:])
    var screen = EditorScreen(preferences: preferences)
    screen.type("nTalk<Tab><Down>")
    #expect(screen.text.contains(heading))
    let weeks = screen.text.split(separator: "\n").drop { !$0.contains(heading) }.dropFirst()
    #expect(weeks.dropFirst(4).first?.split(separator: " ").first.map(String.init) == fifth)
  }

  @Test func theEndOfAMonthStaysInShorterMonths() {
    var screen = starts()
    screen.type("2027-01-31 9:00<Down>}<Enter>")
    #expect(screen.state.form?.starts.text == "2027-02-28 09:00")
  }

  @Test func daysWithEventsAreMarkedAndNamed() {
    var screen = starts([.sample("Compilers", day: 25)])
    screen.type("<Down>")
    #expect(screen.text.contains("25*"))
    #expect(screen.text.contains("Nothing else that day"))
    screen.type("ll")
    #expect(screen.text.contains("14:00 Compilers"))
  }

  @Test func escapeClosesItAndTypingGoesBackToTheField() {
    var screen = starts()
    screen.type("<Down><Esc>")
    #expect(!screen.text.contains("November 2026"))
    screen.type("<Down>2026-11-30")
    #expect(!screen.text.contains("Nothing else"))
    #expect(screen.beforeCursor.hasSuffix("2026-11-30"))
  }
}
