import EventModel
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
}
