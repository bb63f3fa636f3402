import EventModel
import Testing

@testable import EventEditor

@Suite("A time that the clocks never show, or show twice")
struct DateChoiceTests {
  /// A new form in Berlin with the focus on Starts.
  private func starts(width: Int = 80) -> EditorScreen {
    var screen = EditorScreen(width: width)
    screen.type("nTalk<Tab><Tab><Tab>berlin<Enter><Shift-Tab><Shift-Tab>")
    return screen
  }

  private func text(_ screen: EditorScreen) -> String { screen.state.form?.starts.text ?? "" }

  @Test func aTimeThatDoesNotExistOffersTheOnesBesideIt() {
    var screen = starts()
    screen.type("2027-03-28 02:30")
    #expect(screen.status.contains("02:30 on Sun 28 Mar 2027 does not exist in Europe/Berlin"))
    #expect(screen.text.contains("> Earlier: 01:30, before the clocks go forward"))
    #expect(screen.text.contains("  Later: 03:30, after they went forward"))
    #expect(screen.beforeCursor.hasSuffix("2027-03-28 02:30"))
    screen.type("<Down><Enter>")
    #expect(text(screen) == "2027-03-28 03:30")
    #expect(!screen.text.contains("Earlier:"))
    #expect(screen.status.contains("Starts: Sun 28 Mar 2027 03:30 Europe/Berlin"))
  }

  @Test func aTimeThatHappensTwiceIsTheFirstOrTheSecondAndTheReadingSaysWhich() {
    var screen = starts()
    screen.type("2027-10-31 02:30")
    #expect(screen.status.contains("happens twice in Europe/Berlin: pick the first or the second"))
    screen.type("<Ctrl-N><Enter>")
    #expect(screen.status.contains("Starts: Sun 31 Oct 2027 02:30 Europe/Berlin, the second of two"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.starts == Instant(iso8601: "2027-10-31T01:30:00Z"))
    screen.type("<Enter><Tab>")
    #expect(screen.status.hasSuffix("the second of two"))
  }

  @Test func nothingIsPickedByTabAndTheSaveGoesBackToTheField() {
    var screen = starts()
    screen.type("2027-10-31 02:30<Tab>")
    #expect(text(screen) == "2027-10-31 02:30")
    #expect(!screen.text.contains("First:"))
    #expect(screen.line(with: "Starts").contains("happens twice"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.isEmpty)
    #expect(screen.text.contains("> First: 02:30 +02:00"))
    screen.type("<Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.starts == Instant(iso8601: "2027-10-31T00:30:00Z"))
  }

  @Test func escapeClosesTheListAndTypingGoesOnInTheText() {
    var screen = starts()
    screen.type("2027-10-31 02:30<Esc>")
    #expect(!screen.text.contains("First:"))
    screen.type("<Down>")
    #expect(screen.text.contains("October 2027") == false)
    screen.type("<Esc> +01:00")
    #expect(screen.status.contains("the second of two"))
  }

  @Test func whatWasPickedIsInTheDraftAndCanBeUndone() {
    var screen = starts()
    screen.type("2027-10-31 02:30<Down><Enter>")
    #expect(screen.state.draft?.texts[.starts] == "2027-10-31 02:30 +01:00")
    screen.type("<Ctrl-_>")
    #expect(text(screen) == "2027-10-31 02:30")
    #expect(screen.text.contains("> Second: 02:30 +01:00"))
    screen.type("<Ctrl-Y>")
    #expect(text(screen) == "2027-10-31 02:30 +01:00")
  }

  @Test func aStartThatIsPickedTakesTheEndAlong() {
    var screen = starts()
    screen.type("2027-03-27 14:00<Tab>15:30<Shift-Tab><Ctrl-U>2027-03-28 02:30<Down><Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.starts.iso8601 == "2027-03-28T01:30:00Z")
    #expect(screen.stored.first?.details.ends.iso8601 == "2027-03-28T03:00:00Z")
  }

  @Test func theEndIsPickedToo() {
    var screen = starts()
    screen.type("2027-10-31 01:30<Tab>02:30")
    #expect(screen.text.contains("> First: 02:30 +02:00"))
    screen.type("<Enter>")
    #expect(screen.status.hasSuffix("Ends: 02:30, 1 h, the first of two"))
  }
}
