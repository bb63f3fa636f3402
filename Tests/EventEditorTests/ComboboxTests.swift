import TestSupport
import Testing

@testable import EventEditor

@Suite("Choosing speakers")
struct ComboboxTests {
  /// A new form with the focus on Speakers.
  private func speakers(width: Int = 80, height: Int = 24) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> [String] { screen.state.form?.speakers.chosen ?? [] }

  @Test func typingShowsNameTitleAndCompanyAndACount() {
    var screen = speakers()
    screen.type("prof knu")
    #expect(screen.text.contains("> [ ] Donald Knuth — Professor, Stanford University"))
    #expect(screen.text.contains("1 of 10 shown, 0 selected"))
    #expect(screen.beforeCursor.hasSuffix("prof knu"))
  }

  @Test func equalNamesAreToldApartByTitleAndCompany() {
    var screen = speakers()
    screen.type("smith")
    #expect(screen.text.contains("John Smith — Editor, Open Press"))
    #expect(screen.text.contains("John Smith — Curator, City Museum"))
  }

  @Test func enterAddsClearsTheTextAndStaysOpenForTheNextOne() {
    var screen = speakers()
    screen.type("knuth<Enter>")
    #expect(chosen(screen) == ["Donald Knuth"])
    #expect(screen.text.contains("10 of 10 shown, 1 selected"))
    #expect(screen.text.contains("[x] Donald Knuth"))
  }

  @Test func choosingAgainTakesOffAndNobodyIsThereTwice() {
    var screen = speakers()
    screen.type("knuth<Enter>knuth<Enter>")
    #expect(chosen(screen).isEmpty)
  }

  @Test func controlTAndInsKeepTheTextForPickingSeveral() {
    var screen = speakers()
    screen.type("prof<Ctrl-T><Down><Ins>")
    #expect(chosen(screen).count == 2)
    #expect(screen.beforeCursor.hasSuffix("prof"))
  }

  @Test func spaceIsTextSinceNamesHoldIt() {
    var screen = speakers()
    screen.type("grace hop")
    #expect(screen.text.contains("> [ ] Grace Hopper"))
  }

  @Test func tabLeavesWithoutChoosing() {
    var screen = speakers()
    screen.type("knu<Tab>")
    #expect(chosen(screen).isEmpty)
    #expect(screen.state.form?.focus == .description)
    #expect(screen.line(with: "Speakers").contains("knu  not chosen: Enter"))
  }

  @Test func leavingWithExactlyOneNameTypedTakesIt() {
    var screen = speakers()
    screen.type("grace hopper<Tab>")
    #expect(chosen(screen) == ["Grace Hopper"])
  }

  @Test func textThatIsNotChosenHoldsTheSaveBack() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("zzz<Ctrl-S>")
    #expect(screen.status.hasPrefix("Not saved: Speakers"))
    #expect(screen.stored.isEmpty)
    #expect(screen.state.form?.focus == .speakers)
    screen.type("<Esc><Ctrl-S>")
    #expect(screen.status == "Saved")
  }

  @Test func noMatchIsSaidInTextAndEnterAddsNobody() {
    var screen = speakers()
    screen.type("xyzzy<Enter>")
    #expect(screen.text.contains("No speakers match 'xyzzy'"))
    #expect(chosen(screen).isEmpty)
  }

  @Test func escapeClosesTheListThenClearsTheTextThenLeavesTheFormAndKeepsTheChoices() {
    var screen = speakers()
    screen.type("knuth<Enter>ad<Esc>")
    #expect(!screen.text.contains("selected"))
    #expect(screen.beforeCursor.hasSuffix("ad"))
    screen.type("<Esc>")
    #expect(!screen.beforeCursor.hasSuffix("ad"))
    #expect(chosen(screen) == ["Donald Knuth"])
    screen.type("<Esc>")
    #expect(screen.text.contains("changes that are not saved"))
  }

  // MARK: - Badges

  @Test func backspaceOnEmptyTextFirstFocusesTheLastBadgeAndThenTakesItOff() {
    var screen = speakers()
    screen.type("knuth<Enter>ada<Enter><Backspace>")
    #expect(chosen(screen) == ["Donald Knuth", "Ada Lovelace"])
    #expect(screen.cursorLine.contains("[Ada Lovelace x]"))
    #expect(screen.beforeCursor.hasSuffix("[Donald Knuth x] "))
    screen.type("<Backspace>")
    #expect(chosen(screen) == ["Donald Knuth"])
    #expect(screen.state.form?.speakers.focusedBadge == 0)
  }

  @Test func leftGoesIntoTheBadgesFromTheStartOfTheTextAndKeepsTheText() {
    var screen = speakers()
    screen.type("knuth<Enter>gr<Left><Left><Left>")
    #expect(screen.state.form?.speakers.focusedBadge == 0)
    screen.type("<Right>")
    #expect(screen.state.form?.speakers.focusedBadge == nil)
    #expect(screen.state.form?.speakers.editor.text == "gr")
  }

  @Test func deleteGoesOnToTheBadgeAfterAndBackspaceToTheOneBefore() {
    var screen = speakers()
    screen.type("knuth<Enter>ada<Enter>liskov<Enter>grace<Enter><Left><Home><Right><Del>")
    #expect(chosen(screen) == ["Donald Knuth", "Barbara Liskov", "Grace Hopper"])
    #expect(screen.state.form?.speakers.focusedBadge == 1)
    screen.type("<Ctrl-D>")
    #expect(chosen(screen) == ["Donald Knuth", "Grace Hopper"])
    #expect(screen.state.form?.speakers.focusedBadge == 0)
    screen.type("<Del><Del>")
    #expect(chosen(screen).isEmpty)
    #expect(screen.state.form?.speakers.focusedBadge == nil)
  }

  @Test func badgesMoveEarlierAndLaterAndTypingGoesBackToTheText() {
    var screen = speakers()
    screen.type("knuth<Enter>ada<Enter>grace<Enter><Backspace><<><<>")
    #expect(chosen(screen) == ["Grace Hopper", "Donald Knuth", "Ada Lovelace"])
    screen.type("<>>")
    #expect(chosen(screen) == ["Donald Knuth", "Grace Hopper", "Ada Lovelace"])
    screen.type("al")
    #expect(screen.beforeCursor.hasSuffix("al"))
  }

  @Test func badgesWrapOverLines() {
    var screen = speakers(width: 60)
    screen.type("knuth<Enter>ada<Enter>liskov<Enter>grace<Enter>turing<Enter><Esc>")
    let lines = screen.text.split(separator: "\n").filter { $0.contains(" x]") }
    #expect(lines.count >= 2)
    #expect(lines.joined().components(of: " x]") == 5)
  }

  @Test func whateverIsDoneNobodyIsChosenTwiceAndTheCursorStaysOnTheScreen() {
    let keys = [
      "<Enter>", "<Down>", "<Up>", "<PgDn>", "<Backspace>", "<Del>", "<Left>", "<Right>", "<Home>", "<End>", "<Esc>",
      "<Ctrl-T>", "a", "k", " ", "é", "渕", "<<>", "<>>", "<Ctrl-U>", "<Ctrl-W>", "<Tab>", "<Shift-Tab>", "k<Esc>",
    ]
    var random = SeededGenerator(seed: 3)
    var screen = speakers()
    for _ in 0..<3_000 {
      screen.type(keys.randomElement(using: &random) ?? "a")
      if screen.state.form?.focus == nil { screen.type("n") }
      let names = chosen(screen)
      #expect(Set(names).count == names.count)
      let frame = screen.frame
      #expect((0..<80).contains(frame.cursor.x) && (0..<24).contains(frame.cursor.y))
      if let badge = screen.state.form?.speakers.focusedBadge { #expect(names.indices.contains(badge)) }
    }
  }
}

extension String {
  /// How often a text occurs.
  func components(of text: String) -> Int { ranges(of: text).count }
}
