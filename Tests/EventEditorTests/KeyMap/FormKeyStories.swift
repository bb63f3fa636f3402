import EventModel
import Testing

@testable import EventEditor

/// The rows of the key map that hold in forms, one test each: keys are typed and the screen is read.
@Suite("The key map, told: the form")
struct FormKeyStories {
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"
  private static let toOrganizer = toSpeakers + "<Shift-Tab><Shift-Tab>"

  private func form(_ keys: String) -> EditorScreen {
    var screen = EditorScreen(events: World.events, catalogue: World.catalogue)
    screen.type("n" + keys)
    return screen
  }

  private func focus(_ keys: String) -> EventField? { form(keys).state.form?.focus }
  private func chosen(_ keys: String) -> [String] { form(Self.toSpeakers + keys).state.form?.speakers.chosen ?? [] }

  @Test("Next, previous field")
  func fields() {
    for key in ["<Tab>", "<Ctrl-N>", "<Enter>", "<Down>"] { #expect(focus(key) == .starts, "\(key)") }
    for key in ["<Shift-Tab>", "<Ctrl-P>", "<Up>"] { #expect(focus(key) == .description, "\(key)") }
    #expect(focus("<Tab><Enter>") == .ends, "Enter on a date goes on")
    #expect(focus("<Tab><Down>") == .starts, "Down opens the calendar there")
    #expect(focus("<Tab><Up>") == .starts, "Up is for plain fields only")
    #expect(focus(Self.toOrganizer + "<Up>") == .organizer && focus(Self.toSpeakers + "<Up>") == .speakers)
    #expect(focus(Self.toOrganizer + "<Ctrl-N>") == .sponsor)
    #expect(focus(Self.toOrganizer + "<Down><Ctrl-N>") == .organizer, "in an open list it moves in the list")
    #expect(focus("<Shift-Tab><Enter>") == .description, "there Enter is a new line")
  }

  @Test("Save, from any field", arguments: ["<F2>", "<Ctrl-S>"])
  func save(_ key: String) {
    for field in 0..<EventField.allCases.count {
      let screen = form("Editors<Tab>wed 10:00" + String(repeating: "<Tab>", count: field) + key)
      #expect(screen.status == "Saved", "\(field) fields on")
      #expect(screen.stored.count == 8)
    }
    #expect(form(Self.toSpeakers + "ada" + key).status.hasPrefix("Not saved: Title is missing"))
  }

  @Test("Open a picker", arguments: ["<F4>", "<Alt-Down>", "<Down>", "<Enter>", "c"])
  func openPicker(_ key: String) {
    #expect(form(Self.toOrganizer + key).text.contains("3 of 3 shown"))
    #expect(form(Self.toSpeakers + key).text.contains("of 10 shown, 0 selected"))
  }

  @Test("Open a calendar", arguments: ["<F4>", "<Alt-Down>", "<Down>"])
  func openCalendar(_ key: String) {
    #expect(form("<Tab>" + key).text.contains("November 2026"))
    #expect(!form("<Tab><Enter>").text.contains("November 2026"))
  }

  @Test("Move in a picker")
  func movePicker() {
    for (next, previous) in [("<Down>", "<Up>"), ("<Ctrl-N>", "<Ctrl-P>")] {
      #expect(form(Self.toOrganizer + "<Enter>" + next).text.contains("> City Museum"))
      #expect(form(Self.toOrganizer + "<Enter>" + next + next + previous).text.contains("> City Museum"))
      #expect(form(Self.toSpeakers + "<Enter>" + next + next).text.contains("> [ ] Alan Turing"))
    }
    #expect(form(Self.toSpeakers + "<Enter><Down><PgDn>").text.contains("> [ ] 渕一博"))
    #expect(form(Self.toSpeakers + "<Enter><Down><PgDn><PgUp>").text.contains("> [ ] Ada Lovelace"))
  }

  @Test("Choose an organizer: Enter, closes")
  func choose() {
    let screen = form(Self.toOrganizer + "museum<Enter>")
    #expect(screen.cursorLine.contains("Organizer    City Museum"))
    #expect(!screen.text.contains("shown"))
  }

  @Test("Choose: where there is no row Enter chooses nobody, says what to do and is not offered")
  func chooseNothing() {
    var screen = form(Self.toOrganizer + "xyzzy")
    #expect(screen.text.contains("No organizers match 'xyzzy'"))
    #expect(screen.footer.hasPrefix("Esc Close"))
    let row = screen.cursorLine
    screen.type("<Enter>")
    #expect(screen.cursorLine == row && screen.state.form?.isListOpen == true)
    #expect(screen.status.hasPrefix("No organizers match 'xyzzy': Down, then Enter adds it"))
    screen.type("<Down>")
    #expect(screen.footer.hasPrefix("Enter Choose"), "the row for adding it")
  }

  @Test("Add or remove speakers: Enter; Ctrl-T and Ins keep the text")
  func addOrRemove() {
    let added = form(Self.toSpeakers + "knuth<Enter>")
    #expect(added.beforeCursor.hasSuffix("[Donald Knuth x] ") && added.text.contains("10 of 10 shown, 1 selected"))
    #expect(chosen("knuth<Enter>knuth<Enter>").isEmpty)
    for key in ["<Ctrl-T>", "<Ins>"] {
      let kept = form(Self.toSpeakers + "prof\(key)<Down>\(key)")
      #expect(kept.beforeCursor.hasSuffix("prof") && kept.text.contains("2 of 10 shown, 2 selected"), "\(key)")
      #expect(chosen("knuth\(key)\(key)").isEmpty, "\(key)")
    }
  }

  @Test("Into the badges", arguments: ["<Left>", "<Backspace>"])
  func intoBadges(_ key: String) {
    let screen = form(Self.toSpeakers + "ada<Enter>knuth<Enter>" + key)
    #expect(screen.beforeCursor.hasSuffix("[Ada Lovelace x] "))
    #expect(screen.text.contains("[Donald Knuth x]"), "nobody is gone yet")
  }

  @Test("Into the badges from typed text, at its start")
  func intoBadgesFromText() {
    let screen = form(Self.toSpeakers + "ada<Enter>gr<Home><Left>")
    #expect(screen.cursorLine.contains("[Ada Lovelace x] gr"))
    #expect(screen.beforeCursor.hasSuffix("Speakers     "))
  }

  @Test(
    "Between badges; back to the text",
    arguments: [
      ("<Left><Left>", "Speakers     "), ("<Left><Left><Right>", "[Ada Lovelace x] "),
      ("<Left><Home>", "Speakers     "), ("<Left><Home><End>", "[Ada Lovelace x] "),
      ("<Left><Right>", "[Donald Knuth x] "), ("<Left><Esc>", "[Donald Knuth x] "),
      ("<Left><Down>", "[Donald Knuth x] "), ("<Left>g", "[Donald Knuth x] g"),
    ])
  func betweenBadges(_ keys: String, _ before: String) {
    #expect(form(Self.toSpeakers + "ada<Enter>knuth<Enter><Esc>" + keys).beforeCursor.hasSuffix(before))
  }

  @Test("Remove the focused badge; move it earlier, later")
  func changeBadges() {
    let three = "ada<Enter>knuth<Enter>liskov<Enter><Left><Left>"
    for key in ["<Del>", "<Backspace>", "<Ctrl-D>"] {
      #expect(chosen(three + key) == ["Ada Lovelace", "Barbara Liskov"], "\(key)")
    }
    #expect(chosen(three + "<<>") == ["Donald Knuth", "Ada Lovelace", "Barbara Liskov"])
    #expect(chosen(three + "<>>") == ["Ada Lovelace", "Barbara Liskov", "Donald Knuth"])
    #expect(chosen(three + "<Del><Ctrl-_>") == ["Ada Lovelace", "Donald Knuth", "Barbara Liskov"], "in its place")
  }

  @Test("Undo, redo")
  func undo() {
    #expect(form("Editors<Ctrl-_>").cursorLine.trimmed == "Title")
    #expect(form("Editors<Ctrl-_><Ctrl-Y>").cursorLine.trimmed == "Title Editors")
    #expect(form("<Ctrl-_>").status == "Nothing to undo")
    #expect(form("<Ctrl-Y>").status == "Nothing to redo")
  }

  @Test("Edit text in $EDITOR: Ctrl-O in Description")
  func editor() {
    var screen = form("<Shift-Tab>One<Enter>Two<Ctrl-O>")
    #expect(screen.asked.last == .editText("One\nTwo"))
    screen.send(.textEdited("One\nTwo and a half"))
    #expect(screen.text.contains("Two and a half"))
    #expect(!form("Title<Ctrl-O>").asked.contains(.editText("")), "nowhere else")
  }

  @Test(
    "Text editing",
    arguments: [
      ("<Ctrl-A>|", "|one two three"), ("<Home>|", "|one two three"), ("<Home><Ctrl-E>|", "one two three|"),
      ("<Home><End>|", "one two three|"), ("<Ctrl-B>|", "one two thre|e"), ("<Left>|", "one two thre|e"),
      ("<Home><Ctrl-F>|", "o|ne two three"), ("<Home><Right>|", "o|ne two three"), ("<Home><Ctrl-D>", "ne two three"),
      ("<Home><Del>", "ne two three"), ("<Backspace>", "one two thre"), ("<Ctrl-W>|", "one two |"), ("<Ctrl-U>|", "|"),
      ("<Left><Left><Ctrl-K>|", "one two thr|"),
    ])
  func text(_ keys: String, _ text: String) {
    #expect(form("one two three" + keys).state.form?.title.text == text)
  }
}
