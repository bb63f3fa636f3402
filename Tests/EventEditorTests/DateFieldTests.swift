import EventModel
import Testing

@testable import EventEditor

/// It is Monday, 23 November 2026, 12:00 in London.
@Suite("Dates as people write them, read while they are typed")
struct DateFieldTests {
  private func form(_ keys: String, width: Int = 80, height: Int = 24) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height)
    screen.type("nTalk<Tab>" + keys)
    return screen
  }

  @Test func anEmptyEndStaysEmptyAndMeansTheUsualLength() {
    var screen = EditorScreen(events: [.sample("Talk", day: 25)])
    screen.type("<Enter><Tab><Tab><Ctrl-U><Shift-Tab>2026-11-25 16:00<Tab>")
    #expect(screen.state.form?.ends.text == "")
    #expect(screen.line(with: "Ends").contains("= 17:00, 1 h"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.ends.iso8601 == "2026-11-25T17:00:00Z")
  }

  @Test(arguments: [
    ("tomorrow 14:00", "Tue 24 Nov 2026 14:00"), ("fri 9", "Fri 27 Nov 2026 09:00"),
    ("+2d 16:30", "Wed 25 Nov 2026 16:30"), ("24 nov", "Tue 24 Nov 2026 09:00"),
    ("2026-11-24 14:00", "Tue 24 Nov 2026 14:00"), ("14", "Mon 23 Nov 2026 14:00"), ("2pm", "Mon 23 Nov 2026 14:00"),
  ])
  func aStartIsReadBesideWhatIsTypedAndStaysAsItIsTyped(_ text: String, _ reading: String) {
    var screen = form(text)
    #expect(screen.line(with: "Starts").contains("\(text) "))
    #expect(screen.line(with: "Starts").contains("= \(reading) Europe/London"))
    screen.type("<Tab>")
    #expect(screen.state.form?.starts.text == text)
  }

  @Test(arguments: [
    ("15:30", "= 15:30, 1 h 30"), ("1h30", "= 15:30, 1 h 30"), ("90m", "= 15:30, 1 h 30"),
    ("+1h30", "= 15:30, 1 h 30"), ("24:00", "= 24:00, 10 h"), ("2026-11-24 15:30", "= 15:30, 1 h 30"),
    ("", "= 15:00, 1 h"),
  ])
  func anEndIsATimeADateAndATimeOrALength(_ text: String, _ reading: String) {
    let screen = form("2026-11-24 14:00<Tab><Ctrl-U>" + text)
    #expect(screen.line(with: "Ends").hasSuffix(reading))
  }

  @Test func everyCharacterIsReadAtOnce() {
    var screen = form("tomorrow 1")
    #expect(screen.line(with: "Starts").contains("= Tue 24 Nov 2026 01:00"))
    screen.type("4")
    #expect(screen.line(with: "Starts").contains("= Tue 24 Nov 2026 14:00"))
    screen.type(":")
    #expect(screen.status.contains("minutes have two digits"))
    screen.type("30")
    #expect(screen.line(with: "Starts").contains("= Tue 24 Nov 2026 14:30"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func theZoneIsNamedAtEveryWidth(_ width: Int) {
    let screen = form("tomorrow 14:00", width: width)
    #expect(screen.text.contains("Europe/London"))
    #expect(screen.status.contains("14:00 Europe/London") || screen.line(with: "Starts").contains("Europe/London"))
  }

  @Test(arguments: ["03/04", "03/04 14:00", "3/4/2027 9"])
  func aDateThatCouldBeTwoIsRefusedWithBothNamed(_ text: String) {
    var screen = form(text)
    #expect(screen.status.contains("could be 3 April or 4 March"), "\(screen.status)")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.isEmpty)
    #expect(screen.state.form?.starts.text == text)
  }

  @Test(arguments: [
    ("15:30", "2026-11-24T17:30:00Z"), ("1h30", "2026-11-24T17:30:00Z"), ("90m", "2026-11-24T17:30:00Z"),
    ("24:00", "2026-11-25T02:00:00Z"), ("2026-11-24 15:30", "2026-11-24T17:30:00Z"),
    ("25 nov 01:00", "2026-11-25T03:00:00Z"),
  ])
  func aLaterStartMovesTheEndAlongHoweverItIsWritten(_ end: String, _ moved: String) {
    var screen = form("2026-11-24 14:00<Tab>\(end)<Shift-Tab><Ctrl-U>2026-11-24 16:00<Ctrl-S>")
    #expect(screen.stored.map(\.details.ends.iso8601) == [moved])
    screen.type("<Enter><Tab>2026-11-23 16:00<Tab><Shift-Tab><Ctrl-U>2026-11-24 16:00<Ctrl-S>")
    #expect(screen.stored.map(\.details.ends.iso8601) == [moved], "and back again")
  }

  @Test func theEndHasTheCalendarTooAndKeepsItsTime() {
    var screen = form("2026-11-24 14:00<Tab>15:30<Down>")
    #expect(screen.text.contains("November 2026") && screen.cursorLine.contains("[24]"))
    screen.type("<Right><Enter>")
    #expect(screen.state.form?.ends.text == "2026-11-25 15:30")
    #expect(screen.line(with: "Ends").contains("= Wed 25 Nov 15:30, next day"))
  }

  @Test func escapeClosesTheCalendarThenLeavesTheForm() {
    var screen = form("2026-11-24 14:00<Down><Esc>")
    #expect(!screen.text.contains("November 2026") && screen.state.overlays.isEmpty)
    #expect(screen.state.form?.starts.text == "2026-11-24 14:00")
    screen.type("<Esc>")
    #expect(screen.text.contains("changes that are not saved"))
  }

  @Test func theZonesAreThoseOfIANAAndAreSearchedByAnyWord() {
    var screen = form("<Tab><Tab>")
    for (words, zone) in [
      ("kolkata", "Asia/Kolkata"), ("york", "America/New_York"), ("lord howe", "Australia/Lord_Howe"),
      ("argentina ushuaia", "America/Argentina/Ushuaia"),
    ] {
      screen.type("<Ctrl-U>" + words)
      #expect(screen.text.contains("> \(zone)"), "\(screen.text)")
    }
  }
}
