import TerminalKit
import Testing

@testable import EventEditor

@Suite("Keys, help and menu")
struct HelpAndMenuTests {
  @Test func whileASyncRunsHelpOffersNoOther() {
    var screen = EditorScreen()
    let offers = { (screen: EditorScreen) in
      screen.state.helpPage.lines.contains { if case .key("Ctrl-R, F5", _) = $0 { true } else { false } }
    }
    #expect(offers(screen))
    screen.type("<Ctrl-R>")
    #expect(!offers(screen))
  }

  @Test func noTwoBindingsOfAContextShareAKey() {
    let clashes = EditorKeys.table.clashes.map { "\($0.key.name): \($0.first.help) and \($0.second.help)" }
    #expect(clashes == [])
  }

  @Test func everyCommandHasANameOfItsOwn() {
    var names: [String: Command] = [:]
    for command in Set(EditorKeys.table.bindings.map(\.command)) {
      #expect(command.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(command)")
      #expect(names.updateValue(command, forKey: command.name) == nil, "\(command)")
    }
    #expect(Command.moveInList(.pageDown).name == "move-in-list-page-down")
    #expect(Command.moveInCalendar(.days(-7)).name == "week-before")
    #expect(KeyContext.openPicker.name == "open-picker")
  }

  @Test func contextsThatTakeTextBindNoPrintableKeys() {
    let typing: Set<KeyContext> = [
      .filter, .emptyText, .textStart, .openSpeakers, .openPicker, .searchText, .speakers, .picker, .dateField,
      .plainField, .textArea, .textEditing, .runningSync, .form, .program,
    ]
    for binding in EditorKeys.table.bindings where typing.contains(binding.context) {
      for case .character(let character) in binding.keys { Issue.record("\(binding.help) takes \(character)") }
    }
  }

  @Test(arguments: ["?", "<F1>"])
  func helpListsTheKeysOfTheScreen(_ key: String) {
    var screen = EditorScreen(height: 40)
    screen.type(key)
    #expect(screen.text.contains("List of events"))
    #expect(screen.text.contains("Duplicate: same people, new date"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("List of events"))
  }

  @Test func helpInAFormShowsWhatTheFocusedFieldDoes() {
    var screen = EditorScreen(height: 60)
    screen.type("n<Ctrl-G>")
    #expect(screen.text.contains("One-line fields"))
    #expect(screen.text.contains("Ctrl-S, F2"))
    #expect(!screen.text.contains("Badges"))
  }

  @Test func helpScrollsWhereItDoesNotFit() {
    var screen = EditorScreen(height: 12)
    screen.type("?<End>")
    #expect(screen.text.contains("Draw the screen anew"))
  }

  @Test(arguments: ["<Ctrl-X>", "<F10>", "<F9>"])
  func theMenuDoesWhatItSays(_ key: String) {
    var screen = EditorScreen()
    screen.type(key + "<Enter>")
    #expect(screen.line(0).hasPrefix("New event"))
    screen.type(key)
    #expect(screen.text.contains("Save the event"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("Save the event"))
  }

  @Test func theFooterNamesWhatTheKeysDoHere() {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("ada")
    #expect(screen.footer.hasPrefix("Enter Add  Esc Close  ^S Save"))
    screen.type("<Enter>")
    #expect(screen.footer.hasPrefix("Backspace Last badge  Esc Close  ^S Save"))
    screen.type("ada")
    #expect(screen.footer.hasPrefix("Enter Remove  Esc Close  ^S Save"))
    #expect(screen.footer.contains("^G Help"))
  }

  @Test func theFooterKeepsItsWayOutInANarrowWindow() {
    #expect(EditorScreen(width: 40, height: 10).footer == "n New  ? Help  ^X Menu  q Quit")
    #expect(EditorScreen(width: 60).footer == "n New  Enter Edit  p Duplicate  ? Help  ^X Menu  q Quit")
  }

  @Test func itKeepsHelpAndMenuOnEveryScreenThatHasThem() {
    for place in KeyContext.allCases {
      let screen = KeyPlaces.screen(place)
      let whole = screen.resized(300, 24).footer
      let narrow = screen.resized(40, 10).footer
      for word in ["Help", "Menu", "Quit"] where whole.contains(" \(word)") {
        #expect(narrow.contains(" \(word)"), "\(place.name): \(narrow)")
      }
    }
  }

  @Test func inANarrowWindowHelpIsWrappedAndPageByPageNothingOfItIsLeftOut() {
    var screen = EditorScreen(width: 40, height: 10)
    screen.type("?")
    var seen = screen.text
    var title = ""
    while screen.line(with: "Help, lines") != title {
      title = screen.line(with: "Help, lines")
      screen.type("<PgDn>")
      seen += screen.text
    }
    #expect(!seen.contains("…"))
    for binding in EditorKeys.table.active(in: [.list, .program, .terminal]) where !binding.keys.isEmpty {
      let start = binding.help.prefix(20)
      #expect(seen.contains(start), "\(start)")
    }
    screen.type("<End>")
    let end = screen.text
    screen.type("<Up>")
    #expect(screen.text != end)
  }

  @Test func inANarrowWindowNoTextRunsIntoItsKeyAndEveryAnswerIsSeen() {
    var screen = EditorScreen(width: 40, height: 12)
    screen.type("<Ctrl-X>")
    #expect(screen.text.contains("Sync with the Resources Cen… Ctrl-R"))
    screen.type("<Esc>nTalk<Esc>")
    for label in [">[S] Save", "[D] Discard", "[K] Keep editing"] { #expect(screen.text.contains(label)) }
    screen.type("<Down>")
    #expect(screen.cursorLine.contains(">[D] Discard"))
    screen.type("k")
    #expect(screen.state.form != nil)
  }
}
