import Testing

@testable import EventEditor

@Suite("Choosing an organizer")
struct PickerTests {
  private func organizer() -> EditorScreen {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != .organizer { screen.type("<Tab>") }
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> String { screen.state.form?.organizer.chosen ?? "" }

  @Test func typingOpensTheListAndEnterTakesTheHighlightedOneAndClosesIt() {
    var screen = organizer()
    screen.type("museum")
    #expect(screen.text.contains("> City Museum"))
    #expect(screen.text.contains("2 of 3 shown"))
    screen.type("<Down><Enter>")
    #expect(chosen(screen) == "Computer History Museum")
    #expect(!screen.text.contains("shown"))
    #expect(screen.cursorLine.contains("Computer History Museum"))
  }

  @Test(arguments: ["<Enter>", "<Down>", "<F4>", "<Alt-Down>"])
  func theListOpensByKey(_ key: String) {
    var screen = organizer()
    screen.type(key)
    #expect(screen.text.contains("3 of 3 shown"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("shown"))
  }

  @Test func anOpenListHighlightsTheChosenOne() {
    var screen = organizer()
    screen.type("history<Enter><Down>")
    #expect(screen.text.contains("> Computer History Museum"))
  }

  @Test func controlNAndPMoveInAnOpenListAndBetweenFieldsOtherwise() {
    var screen = organizer()
    screen.type("<Enter><Ctrl-N><Ctrl-N><Ctrl-P><Enter>")
    #expect(chosen(screen) == "City Museum")
    screen.type("<Ctrl-N>")
    #expect(screen.state.form?.focus == .sponsor)
    screen.type("<Ctrl-P><Ctrl-P>")
    #expect(screen.state.form?.focus == .status)
  }

  @Test func otherTextStaysIsMarkedAndEscapePutsTheOldOneBack() {
    var screen = organizer()
    screen.type("library<Enter>mus<Tab>")
    #expect(chosen(screen) == "City Library")
    #expect(screen.line(with: "Organizer").contains("mus"))
    #expect(screen.line(with: "Organizer").contains("not chosen: Enter takes"))
    screen.type("<Ctrl-S>")
    #expect(screen.status.hasPrefix("Not saved: Organizer"))
    screen.type("<Esc>")
    #expect(screen.cursorLine.contains("City Library"))
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.organizer == "City Library")
  }

  @Test func deletingTheWholeTextAndLeavingClearsTheChoice() {
    var screen = organizer()
    screen.type("library<Enter><Ctrl-U><Tab>")
    #expect(chosen(screen) == "")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.count == 1)
    #expect(screen.stored.first?.details.organizer == nil)
  }

  @Test func aRefreshedCatalogueLeavesWhatIsTypedAndChosenAlone() {
    var screen = organizer()
    screen.type("library<Enter><Tab>be")
    screen.send(.catalogueLoaded(.empty))
    #expect(screen.cursorLine.contains("be"))
    #expect(chosen(screen) == "City Library")
    #expect(screen.text.contains("No sponsors yet: Ctrl-R syncs them"))
    screen.send(.catalogueLoaded(.sample))
    screen.type("<Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.sponsor == "Bell Labs")
    #expect(screen.stored.first?.details.organizer == "City Library")
  }
}
