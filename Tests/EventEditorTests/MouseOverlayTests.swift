import EventModel
import TerminalKit
import TestSupport
import Testing

@testable import EventEditor

@Suite("The mouse on menu, questions, help and footer, and where it does nothing")
struct MouseOverlayTests {
  private func form(_ typed: String = "") -> EditorScreen {
    var screen = EditorScreen()
    screen.type("n" + typed)
    return screen
  }

  @Test func aRowOfTheMenuDoesWhatItSaysAndAClickBesideItClosesIt() {
    var screen = EditorScreen()
    screen.type("<Ctrl-X>")
    screen.click("New event")
    #expect(screen.line(0).hasPrefix("New event"))
    screen.type("<Ctrl-X>")
    screen.click(x: 0, y: 0)
    #expect(screen.state.overlays.isEmpty)
  }

  @Test func anAnswerIsClickedAndAClickBesideAQuestionDoesNothing() {
    var screen = form("Talk<Esc>")
    screen.click(x: 0, y: 0)
    screen.click("not saved.")
    #expect(screen.text.contains("Please answer"))
    screen.click("Keep editing")
    #expect(screen.line(0).hasPrefix("New event"))
    screen.type("<Esc>")
    screen.click("Discard")
    #expect(screen.line(0).hasPrefix("Events"))
  }

  @Test func theSidesOfAClashAreChosenByClicks() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 24)])
    screen.type("<Enter><Ctrl-U>Mine")
    screen.changeElsewhere(1) { $0.title = "Theirs" }
    screen.type("<Ctrl-S>")
    screen.click("grace: Theirs")
    #expect(screen.text.contains("(x) grace"))
    screen.click("yours: Mine")
    #expect(screen.text.contains("(x) yours"))
  }

  @Test func theWordsOfTheFooterActLikeTheirKeys() {
    var screen = EditorScreen()
    screen.click("n New", inLineWith: "q Quit")
    #expect(screen.line(0).hasPrefix("New event"))
    screen.click("Esc Close")
    #expect(screen.line(0).hasPrefix("Events"))
    screen.click("? Help")
    #expect(screen.text.contains("List of events"))
    screen.click("Esc Close")
    #expect(screen.state.overlays.isEmpty)
  }

  // MARK: - On and off

  @Test func turnedOffItDoesNothingAndTheMenuSaysSo() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 24), .sample("Parsers", day: 25)])
    screen.type("<Ctrl-X><End>")
    screen.click("Mouse on or off (on)")
    #expect(screen.asked.suffix(2) == [.useMouse(false), .keepSetting(name: "mouse", value: "off")])
    screen.click("Parsers")
    #expect(screen.line(with: "Compilers").hasPrefix(">"))
    screen.type("<Ctrl-X><End>")
    #expect(screen.text.contains("Mouse on or off (off)"))
  }

  @Test func theRowForAddingOpensTheFormOfTheCatalogueAndItsMembersAreClicked() {
    var screen = EditorScreen(role: .admin)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("Radia Perlman")
    screen.click("+ Add")
    screen.click("+ Add")
    #expect(screen.text.contains("New speaker in the catalogue"))
    screen.click("Company", offset: 12)
    screen.type("DEC")
    #expect(screen.line(with: "Company").contains("DEC"))
  }

  @Test func otherButtonsAndClicksIntoNowhereDoNothing() {
    var screen = form("Talk")
    let before = screen.text
    screen.turn(.right, x: 20, y: 3)
    screen.turn(.middle, x: 20, y: 3)
    screen.click(x: 500, y: 500)
    #expect(screen.text == before)
  }

  @Test func noClickAnywhereMakesItTrap() {
    var random = SeededGenerator(seed: 11)
    var screen = EditorScreen(events: (10...29).map { .sample("Event \($0)", day: $0, speakers: ["Ada Lovelace"]) })
    let keys = ["n", "<Ctrl-X>", "?", "<Esc>", "a", "<Tab>", "<Down>", "<Enter>", "<Ctrl-G>", "d"]
    for _ in 0..<600 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        screen.type(keys.randomElement(using: &random) ?? "n")
      } else {
        let buttons: [MouseInput.Button] = [.left, .left, .left, .wheelUp, .wheelDown]
        screen.turn(
          buttons.randomElement(using: &random) ?? .left, x: .random(in: 0..<82, using: &random),
          y: .random(in: 0..<26, using: &random))
      }
      #expect(screen.frame.cursor.x < 80 && screen.frame.cursor.y < 24)
      let chosen = screen.state.form?.speakers.chosen ?? []
      #expect(Set(chosen).count == chosen.count)
    }
  }
}
