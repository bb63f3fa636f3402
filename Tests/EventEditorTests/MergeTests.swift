import EventModel
import Foundation
import Testing

@testable import EventEditor

@Suite("Two editors on one event")
struct MergeTests {
  private func screen() -> EditorScreen {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25, organizer: "MIT")])
    screen.type("<Enter>")
    return screen
  }

  @Test func changesToDifferentFieldsMergeByThemselves() {
    var screen = screen()
    screen.changeElsewhere(1) { $0.venue = "Hall 2" }
    screen.type(" II<Ctrl-S>")
    #expect(screen.status == "Saved, together with the changes of grace")
    let details = screen.stored.first?.details
    #expect(details?.title == "Compilers II")
    #expect(details?.venue == "Hall 2")
    #expect(screen.stored.first?.version == 3)
  }

  @Test func theSameFieldIsAskedForWithBothValuesAndWhoSavedWhen() {
    var screen = screen()
    screen.changeElsewhere(1) {
      $0.title = "Interpreters"
      $0.city = "Bern"
    }
    screen.type(" II<Ctrl-S>")
    #expect(screen.text.contains("grace saved this event on Mon 23 Nov 12:00"))
    #expect(screen.text.contains("(x) yours: Compilers II"))
    #expect(screen.text.contains("( ) grace: Interpreters"))
    screen.type("t<Enter>")
    #expect(screen.stored.first?.details.title == "Interpreters")
    #expect(screen.stored.first?.details.city == "Bern")
  }

  @Test func timesAreNamedWithTheZoneOfTheirSide() {
    var screen = screen()
    screen.changeElsewhere(1) {
      $0.timeZone = "Europe/Rome"
      $0.starts = $0.starts.advanced(bySeconds: -3600)
    }
    screen.type("<Tab>2026-11-25 14:15<Ctrl-S>")
    #expect(screen.text.contains("(x) yours: 2026-11-25 14:15 Europe/London"))
    #expect(screen.text.contains("( ) grace: 2026-11-25 14:00 Europe/Rome"))
  }

  @Test func escapeGoesBackToTheFormWithNothingSavedAndNothingLost() {
    var screen = screen()
    screen.changeElsewhere(1) { $0.title = "Interpreters" }
    screen.type(" II<Ctrl-S><Esc>")
    #expect(screen.cursorLine.contains("Compilers II"))
    #expect(screen.stored.first?.details.title == "Interpreters")
    screen.type("<Ctrl-S><Enter>")
    #expect(screen.stored.first?.details.title == "Compilers II")
  }

  @Test func twoGoodChangesThatAreNotGoodTogetherAreNotSaved() {
    var screen = screen()
    screen.changeElsewhere(1) { $0.starts = $0.starts.advanced(bySeconds: 1800) }
    screen.type("<Tab><Tab>14:15<Ctrl-S>")
    #expect(screen.status.hasPrefix("Not saved: with grace's change, End is before start"))
    #expect(screen.state.form?.focus == .ends)
  }

  @Test func aThirdChangeWhileTheMergedOneIsBeingSavedLosesNeither() {
    var screen = screen()
    screen.changeElsewhere(1) { $0.venue = "Hall 2" }
    screen.type(" II")
    screen.isStoreBusy = true
    screen.type("<Ctrl-S>")
    screen.answerSaves()
    #expect(screen.status == "Saved, together with the changes of grace")
    screen.type("<Enter><End> III")
    screen.changeElsewhere(1) { $0.city = "Bern" }
    screen.isStoreBusy = true
    screen.type("<Ctrl-S>")
    screen.send(.conflicted(screen.stored[0]))
    screen.changeElsewhere(1, by: "mary") { $0.link = "https://example.org" }
    screen.answerSaves()
    let details = screen.stored.first?.details
    #expect(details?.title == "Compilers II III")
    #expect(details?.city == "Bern")
    #expect(details?.link == "https://example.org")
  }

  @Test func anEventThatIsDeletedMeanwhileIsSavedAsANewOneOnRequest() {
    var screen = screen()
    screen.deleteElsewhere(1)
    screen.type(" II<Ctrl-S>")
    #expect(screen.text.contains("“Compilers II” was deleted by grace on Mon 23 Nov 12:00"))
    #expect(screen.text.contains("save it as a new event?"))
    screen.type("<Esc>")
    #expect(screen.cursorLine.contains("Compilers II") && screen.stored.isEmpty)
    screen.type("<Ctrl-S>s")
    #expect(screen.status == "Saved")
    #expect(screen.stored.map(\.details.title) == ["Compilers II"])
    screen.type("u")
    #expect(screen.stored.isEmpty)
  }

  @Test func soIsARestoredDraftOfOne() throws {
    var screen = screen()
    screen.type(" II")
    let draft = try #require(screen.state.draft)
    screen = EditorScreen(drafts: [draft])
    screen.type("r<Ctrl-S>")
    #expect(screen.text.contains("“Compilers II” was deleted: save it as"))
    screen.type("<Enter>")
    #expect(screen.stored.map(\.details.title) == ["Compilers II"])
    #expect(screen.kept.isEmpty)
  }

  @Test func whoWasQuittingQuitsOnceItIsSaved() {
    var screen = screen()
    screen.deleteElsewhere(1)
    screen.type(" II<Ctrl-Q>s")
    #expect(!screen.asked.contains(.quit))
    screen.type("s")
    #expect(screen.asked.contains(.quit))
    #expect(screen.stored.count == 1)
  }

  @Test func inTheSmallestWindowBothValuesAreSeenWhoeverSavedIt() {
    var screen = screen()
    screen.changeElsewhere(1, by: "somebody-with-quite-a-long-name-at-the-office") { $0.title = "Interpreters" }
    screen.type(" II<Ctrl-S>")
    screen.resize(40, 10)
    #expect(screen.text.contains("> Title"))
    #expect(screen.text.contains("(x) yours: Compilers II"))
    #expect(screen.line(7).contains("( ) somebody-with"))
    #expect(screen.line(8).hasPrefix("└"))
  }

  /// A description whose first difference stands far behind what a line has room for.
  private func text(_ end: String) -> String { String(repeating: "many words that both have kept, ", count: 9) + end }

  private func screenWithLongTexts(_ width: Int, _ height: Int) -> EditorScreen {
    var details = EventDetails.sample("Compilers", day: 25)
    details.description = text("")
    var screen = EditorScreen(width: width, height: height, events: [details])
    screen.type("<Enter><Shift-Tab>")
    let theirs = text("and grace's end, which is so long that no line has room for all of it, not even the last one.")
    screen.changeElsewhere(1) { $0.description = theirs }
    screen.type("and my own end<Ctrl-S>")
    return screen
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func longTextsAreShownFromShortlyBeforeTheirFirstDifference(_ width: Int, _ height: Int) {
    let screen = screenWithLongTexts(width, height)
    #expect(screen.line(with: "(x) yours: ").contains("and my o"))
    #expect(screen.line(with: "( ) grace: ").contains("and gra"))
  }

  @Test func bothAreReadInFullBelowWhereAHighWindowHasRoom() {
    let screen = screenWithLongTexts(80, 24)
    #expect(screen.line(19).contains("yours: … have kept, and my own end"))
    #expect(screen.line(20).contains("grace: … have kept, and grace's end, which is so long that no line has room"))
    #expect(screen.line(21).contains("for all of it, not even the last one."))
  }

  @Test func valuesThatHaveRoomAreNotShownTwice() {
    var screen = screen()
    screen.changeElsewhere(1) { $0.title = "Interpreters" }
    screen.type(" II<Ctrl-S>")
    #expect(screen.text.components(separatedBy: "Interpreters").count == 2)
  }
}
