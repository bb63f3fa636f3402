import EventModel
import TerminalKit
import Testing

@testable import EventEditor

@Suite("The mouse in the form and the list")
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

  @Test func aTimeToPickIsMarkedByTheFirstClickAndTakenByTheSecond() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>2027-10-31 01:30")
    screen.click("Second: 01:30")
    #expect(screen.text.contains("> Second: 01:30"))
    screen.click("Second: 01:30")
    #expect(screen.state.form?.starts.text == "2027-10-31 01:30 +00:00")
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
}
