import EventModel
import TerminalKit
import Testing

@testable import EventEditor

@Suite("The mouse on every screen")
struct MouseTests {
  private func form(_ typed: String = "", width: Int = 80, height: Int = 24) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height)
    screen.type("n" + typed)
    return screen
  }

  // MARK: - Fields

  @Test(arguments: [(80, 24), (120, 40), (60, 30)])
  func aClickOnAFieldOrItsLabelPutsTheCursorThere(_ width: Int, _ height: Int) {
    for field in EventField.allCases {
      var screen = form(width: width, height: height)
      screen.click(field.label)
      #expect(screen.state.form?.focus == field, "\(field.label)")
    }
  }

  @Test func theCursorGoesToTheLetterThatWasClicked() {
    var screen = form("Accessibility in 渕 practice<Tab>")
    screen.click("practice", offset: 4)
    screen.type("!")
    #expect(screen.state.form?.title.text == "Accessibility in 渕 prac!tice")
    screen.click("渕", offset: 1)
    screen.type("-")
    #expect(screen.state.form?.title.text == "Accessibility in -渕 prac!tice")
  }

  @Test func inALongTextItGoesToTheLetterThatIsSeen() {
    var screen = form(width: 60)
    screen.type((0..<12).map { "word\($0) " }.joined())
    screen.click("word9", offset: 4)
    screen.type("!")
    #expect(screen.state.form?.title.text.contains("word!9") == true)
  }

  @Test func behindTheTextItGoesToItsEndAndWhatIsTypedReplacesWhatTheFieldOpenedWith() {
    var screen = form()
    screen.click("1h", offset: 9)
    #expect(screen.state.form?.focus == .ends)
    screen.type("2h")
    #expect(screen.state.form?.ends.text == "2h")
  }

  @Test func leavingAFieldByTheMouseCommitsIt() {
    var screen = form()
    screen.click("Organizer")
    screen.type("city libRARY")
    screen.click("Title")
    #expect(screen.state.form?.organizer.chosen == "City Library")
    #expect(screen.state.form?.isListOpen == false)
  }

  @Test func inTheDescriptionItGoesToItsLineAndLetter() {
    var screen = form()
    screen.click("Description")
    screen.type("one<Enter>two three<Enter>four")
    screen.click("two three", offset: 4)
    screen.type("!")
    #expect(screen.state.form?.description.text == "one\ntwo !three\nfour")
    screen.type("<Ctrl-S>")
    screen.click("Description", offset: 40)
    #expect(screen.state.form?.focus == .description)
  }

  // MARK: - Badges, lists, calendar

  @Test func theSignOnABadgeTakesItOffAndUndoBringsItBack() {
    var screen = form()
    screen.click("Speakers")
    screen.type("knuth<Enter>turing<Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Alan Turing"])
    screen.type("<Esc>")
    screen.click("Knuth x]", offset: 6)
    #expect(screen.state.form?.speakers.chosen == ["Alan Turing"])
    screen.type("<Ctrl-_>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Alan Turing"])
    screen.click("Knuth x]", offset: 0)
    #expect(screen.state.form?.speakers.focusedBadge == 0)
  }

  @Test func aRowIsMarkedByTheFirstClickAndTakenByTheSecond() {
    var screen = form()
    screen.click("Speakers")
    screen.type("prof")
    screen.click("[ ] Donald Knuth")
    #expect(screen.line(with: "Donald Knuth").contains("> [ ] Donald Knuth"))
    #expect(screen.state.form?.speakers.chosen == [])
    screen.click("[ ] Donald Knuth")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth"])
    screen.type("Nobody Known")
    screen.click("+ Add")
    screen.click("+ Add")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Nobody Known"])
  }

  @Test func theSignBehindAPickerOpensAndClosesItsList() {
    var screen = form()
    screen.click("v", inLineWith: "Organizer")
    #expect(screen.text.contains("3 of 3 shown"))
    screen.click("City Museum")
    screen.click("City Museum")
    #expect(screen.state.form?.organizer.chosen == "City Museum")
    screen.click("v", inLineWith: "Organizer")
    screen.click("v", inLineWith: "Organizer")
    #expect(screen.state.form?.isListOpen == false)
  }

  @Test func aDayIsMarkedAndThenTaken() {
    var screen = form("Talk<Tab>")
    screen.type("<Down>")
    screen.click(" 25 ")
    #expect(screen.cursorLine.contains("[25]"))
    screen.click("[25]")
    #expect(screen.state.form?.starts.text.hasPrefix("2026-11-25") == true)
    #expect(screen.state.form?.calendar == nil)
  }

  // MARK: - The list of events

  @Test func anEventIsMarkedAndThenOpened() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 24), .sample("Parsers", day: 25)])
    screen.click("Parsers")
    #expect(screen.line(with: "Parsers").hasPrefix(">"))
    screen.click("Parsers")
    #expect(screen.line(0).hasPrefix("Edit event"))
    #expect(screen.state.form?.title.text == "Parsers")
  }

  @Test func theFilterIsTypedIntoAfterAClick() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 24), .sample("Parsers", day: 25)])
    screen.click("filter")
    screen.type("pars")
    #expect(!screen.text.contains("Compilers"))
    screen.click("Parsers")
    #expect(!screen.state.list.isFiltering)
  }

  @Test func theWheelGoesThroughWhatLiesInFront() {
    var screen = EditorScreen(height: 12, events: (10...29).map { .sample("Event \($0)", day: $0) })
    let first = screen.state.list.cursor.index
    screen.turn(.wheelDown)
    #expect(screen.state.list.cursor.index == min(first + 3, 19))
    screen.turn(.wheelUp)
    screen.turn(.wheelUp)
    #expect(screen.state.list.cursor.index < first)
    screen.type("?")
    let top = screen.line(2)
    screen.turn(.wheelDown)
    #expect(screen.line(2) != top)
    screen.type("<Esc>n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("<Down>")
    screen.turn(.wheelDown)
    screen.turn(.wheelDown)
    #expect(screen.state.form?.speakers.list.cursor.index ?? 0 > 2)
  }

  // MARK: - Menu, questions, help, footer

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

  @Test func otherButtonsAndClicksIntoNowhereDoNothing() {
    var screen = form("Talk")
    let before = screen.text
    screen.turn(.right, x: 20, y: 3)
    screen.turn(.middle, x: 20, y: 3)
    screen.click(x: 500, y: 500)
    #expect(screen.text == before)
  }

  @Test func noClickAnywhereMakesItTrap() {
    var random = SeededClicks(seed: 11)
    var screen = EditorScreen(events: (10...29).map { .sample("Event \($0)", day: $0, speakers: ["Ada Lovelace"]) })
    let keys = ["n", "<Ctrl-X>", "?", "<Esc>", "a", "<Tab>", "<Down>", "<Enter>", "<Ctrl-G>", "d"]
    for _ in 0..<600 {
      if random.next(4) == 0 {
        screen.type(keys[random.next(keys.count)])
      } else {
        let buttons: [MouseInput.Button] = [.left, .left, .left, .wheelUp, .wheelDown]
        screen.turn(buttons[random.next(buttons.count)], x: random.next(82), y: random.next(26))
      }
      #expect(screen.frame.cursor.x < 80 && screen.frame.cursor.y < 24)
      let chosen = screen.state.form?.speakers.chosen ?? []
      #expect(Set(chosen).count == chosen.count)
    }
  }
}

/// Numbers that look random and are the same in each run.
private struct SeededClicks {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}

extension EditorScreen {
  /// Clicks on the first place where a text is drawn, so many columns into it.
  fileprivate mutating func click(_ text: String, offset: Int = 0, inLineWith other: String? = nil) {
    for y in frame.rows.indices where other.map(frame.line(y).contains) ?? true {
      guard let column = column(of: text, in: y) else { continue }
      return click(x: column + offset, y: y)
    }
  }

  fileprivate mutating func click(x: Int, y: Int) { turn(.left, x: x, y: y) }

  fileprivate mutating func turn(_ button: MouseInput.Button, x: Int = 5, y: Int = 5) {
    send(.input(.mouse(MouseInput(button, at: Point(x: x, y: y)))))
  }

  /// The column at which a text begins in a row.
  private func column(of text: String, in row: Int) -> Int? {
    let cells = frame.rows[row].map(\.text)
    return cells.indices.first { !cells[$0].isEmpty && cells[$0...].joined().hasPrefix(text) }
  }
}
