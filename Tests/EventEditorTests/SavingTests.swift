import EventModel
import Testing

@testable import EventEditor

@Suite("While a save is on its way")
struct SavingTests {
  @Test func savingTwiceSavesOneEventAndWhatIsTypedAheadActsAfterwards() {
    var screen = EditorScreen()
    screen.isStoreBusy = true
    screen.type("nTalk<Tab>tomorrow 9<Ctrl-S><Ctrl-S>nNext")
    #expect(screen.status == "Saving …")
    screen.answerSaves()
    #expect(screen.stored.map(\.details.title) == ["Talk"])
    #expect(screen.line(0).hasPrefix("New event"))
    #expect(screen.cursorLine.contains("Next"))
  }

  @Test func aFailedSaveLetsWhatIsTypedAheadGoOnInTheForm() {
    var screen = EditorScreen()
    screen.isStoreBusy = true
    screen.saveFailure = "The disk is full: make room and save again."
    screen.type("nTalk<Tab>tomorrow 9<Ctrl-S><Shift-Tab>s")
    screen.answerSaves()
    #expect(screen.state.form?.title.text == "Talks")
  }

  @Test func aClickMeansWhatIsShownAndNotWhatComesAfterTheSave() {
    var screen = EditorScreen(width: 100)
    screen.isStoreBusy = true
    screen.type("nTalk<Tab>tomorrow 9")
    let place = screen.footer.firstRange(of: "^S").map {
      screen.footer.distance(from: screen.footer.startIndex, to: $0.lowerBound)
    }
    for _ in 1...2 { screen.click(x: place ?? 0, y: 23) }
    screen.click("Talk")
    screen.answerSaves()
    #expect(screen.status == "Saved")
    #expect(screen.line(0).hasPrefix("Events"))
  }

  @Test func noKeyAnswersAQuestionThatTheSaveHasYetToAsk() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter>")
    screen.changeElsewhere(1) { $0.title = "Interpreters" }
    screen.type(" II")
    screen.isStoreBusy = true
    screen.type("<Ctrl-S><Ctrl-S><Enter>")
    screen.answerSaves()
    #expect(screen.text.contains("(x) yours: Compilers II"))
    #expect(screen.stored.first?.details.title == "Interpreters")
    screen.type("t<Enter>")
    #expect(screen.stored.first?.details.title == "Interpreters")
  }

  @Test func whoeverElseChangedTheEventIsForgottenWithItsForm() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter>")
    screen.changeElsewhere(1) { $0.venue = "Hall 2" }
    screen.isStoreBusy = true
    screen.type(" II<Ctrl-S>")
    screen.send(.conflicted(screen.stored[0]))
    screen.send(.saveFailed("The disk is full: make room and save again."))
    screen.isStoreBusy = false
    screen.type("<Esc>dnTalk<Tab>tomorrow 9<Ctrl-S>")
    #expect(screen.status == "Saved")
  }

  @Test func altWithALetterNeverAnswersTheQuestionThatItAsks() {
    var screen = EditorScreen()
    screen.type("nTalk")
    screen.press(alt: "d")
    #expect(screen.text.contains("changes that are not saved"))
    screen.type("k")
    #expect(screen.cursorLine.contains("Talk"))
  }

  @Test func eventsThatCannotBeReadAreNotForgottenWithTheNextKey() {
    var screen = EditorScreen()
    screen.send(.eventsUnreadable("The database is damaged: restore a backup."))
    screen.type("j")
    #expect(screen.text.contains("The database is damaged: restore a backup."))
  }
}

@Suite("Dates in a form that stays open")
struct OpenFormTests {
  @Test func tomorrowIsCountedFromTheDayItWasTyped() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 14:00<Tab>")
    screen.send(.clock(EditorScreen.now.advanced(bySeconds: 86_400)))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.starts.iso8601 == "2026-11-24T14:00:00Z")
  }

  @Test func anotherZoneMovesStartAndEndAndKeepsTheLength() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>2026-11-25 14:00<Tab>15:30<Tab>new york<Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.starts.iso8601 == "2026-11-25T19:00:00Z")
    #expect(screen.stored.first?.details.ends.iso8601 == "2026-11-25T20:30:00Z")
  }

  @Test func aStartThatIsNotReadableForAWhileStillTakesTheEndAlong() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter><Tab><Ctrl-U>nonsense<Tab><Shift-Tab><Ctrl-U>2026-11-26 18:00<Ctrl-S>")
    #expect(screen.stored.first?.details.ends.iso8601 == "2026-11-26T19:00:00Z")
  }

  @Test func zonesAreKnownByTheirCityAndUTCIsAmongThem() {
    var screen = EditorScreen()
    screen.type("n<Tab><Tab><Tab>london<Tab>")
    #expect(screen.state.form?.timeZone.chosen == "Europe/London")
    screen.type("<Shift-Tab>utc<Enter>")
    #expect(screen.state.form?.timeZone.chosen == "UTC")
  }

  @Test func whileTheStartIsChangedTheEndShowsWhatItWillBe() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter><Tab>2026-11-27 16:00")
    #expect(screen.line(with: "Ends").contains("= 17:00, 1 h"))
  }

  @Test func manyBadgesLeaveRoomForTheListAndTheFocusedOneIsSeen() {
    let names = (1...40).map { "Speaker Number \($0)" }
    var screen = EditorScreen(width: 80, height: 24, events: [.sample("Big", day: 25, speakers: names)])
    screen.type("<Enter>")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("knuth")
    #expect(screen.text.contains("> [ ] Donald Knuth"))
    screen.type("<Ctrl-U><Left><Home>")
    #expect(screen.cursorLine.contains("[Speaker Number 1 x]"))
    #expect(screen.cursorLine.contains("Speakers"))
  }
}
