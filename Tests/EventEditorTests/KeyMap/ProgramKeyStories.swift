import EventModel
import Testing

@testable import EventEditor

/// The rows of the key map that hold in the list or everywhere, one test each: keys are typed and the screen is read.
@Suite("The key map, told: the list and the program")
struct ProgramKeyStories {
  private func screen(_ keys: String) -> EditorScreen {
    var screen = EditorScreen(events: World.events, catalogue: World.catalogue)
    screen.type(keys)
    return screen
  }

  @Test("Help for this screen", arguments: ["<F1>", "?", "n<F1>", "n<Ctrl-G>", "/<F1>", "/<Ctrl-G>", "vv?"])
  func help(_ keys: String) {
    var screen = screen(keys)
    #expect(screen.line(0).contains("Help, lines 1 to"))
    #expect(screen.line(1).contains(keys.hasPrefix("n") ? "One-line fields" : keys.hasPrefix("/") ? "Filter" : "e"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("Help, lines"))
  }

  @Test("Menu", arguments: ["<F10>", "<F9>", "<Ctrl-X>"])
  func menu(_ key: String) {
    #expect(screen(key).cursorLine.contains("> New event"))
    #expect(screen("n" + key).cursorLine.contains("> Save the event"))
    #expect(!screen(key + key).text.contains("> New event"), "the key that opens it closes it")
  }

  @Test("Close, cancel, back", arguments: ["<Esc>", "<Ctrl-C>"])
  func close(_ key: String) {
    #expect(screen("n" + key).line(0).hasPrefix("Events"))
    #expect(screen("nx" + key).text.contains("This event has changes that are not saved."))
    #expect(screen("nx" + key + key).cursorLine.hasPrefix("  Title        x"))
    for opened in ["?", "<Ctrl-X>", "d", "x", "i"] {
      #expect(screen(opened + key).text == screen("").text, "\(opened)")
    }
  }

  @Test("Quit")
  func quit() {
    for keys in ["q", "<Ctrl-Q>", "<Ctrl-C>", "n<Ctrl-Q>", "vvq"] {
      #expect(screen(keys).asked.contains(.quit), "\(keys)")
    }
    let changed = screen("nx<Ctrl-Q>")
    #expect(!changed.asked.contains(.quit))
    #expect(changed.text.contains("[S] Save  [D] Discard  [K] Keep editing"))
    #expect(screen("nq").cursorLine.hasPrefix("  Title        q"), "a letter in a form is a letter")
    for place in ["d", "x", "i", "?", "<Ctrl-X>"] {
      #expect(screen(place + "<Ctrl-Q>").asked.contains(.quit), "\(place)")
    }
    #expect(screen("nx<Esc><Ctrl-Q>d").asked.contains(.quit), "asked about closing, who quits is asked about that")
  }

  @Test("Sync", arguments: ["<F5>", "<Ctrl-R>", "n<F5>", "n<Ctrl-R>", "<Ctrl-X><Down><Down><Down><Down><Down><Enter>"])
  func sync(_ keys: String) {
    let screen = screen(keys)
    #expect(screen.asked.contains(.startSync(.plain)))
    #expect(screen.status.hasPrefix("Syncing: asking the Resources Centre"))
  }

  @Test("Suspend, redraw", arguments: ["", "n", "nx<Esc>", "?", "<Ctrl-X>", "/a", "d", "x", "vv", "n<Tab><Down>"])
  func suspend(_ place: String) {
    let before = screen(place)
    for (key, effect) in [("<Ctrl-Z>", EditorEffect.suspend), ("<Ctrl-L>", .redraw)] {
      var screen = before
      screen.type(key)
      #expect(screen.asked.last == effect)
      #expect(screen.text == before.text, "nothing moves on the screen")
    }
  }

  @Test(
    "List: move",
    arguments: [
      ("<Down>", "Compilers"), ("j", "Compilers"), ("jj<Up>", "Compilers"), ("jjk", "Compilers"),
      ("<End>", "Les machines"), ("G", "Les machines"), ("G<Home>", "Accessibility"), ("Gg", "Accessibility"),
      ("<PgDn>", "Les machines"), ("<PgDn><PgUp>", "Accessibility"),
    ])
  func move(_ keys: String, _ title: String) {
    #expect(screen(keys).cursorLine.hasPrefix("> "))
    #expect(screen(keys).cursorLine.contains(title))
  }

  @Test("List: filter, type; Esc clears")
  func filter() {
    var screen = screen("/")
    #expect(screen.beforeCursor == "/ ")
    screen.type("museum")
    #expect(screen.line(1).hasSuffix("3 of 7 events"))
    screen.type("<Enter>j")
    #expect(screen.cursorLine.contains("Exhibition"))
    screen.type("<Esc>")
    #expect(screen.line(1).hasPrefix("/ filter") && screen.line(1).hasSuffix(" 7 events"))
  }

  @Test("List: mark one, all; sort; change view; export; history")
  func marksAndViews() {
    #expect(screen("<Space>").line(with: "Accessibility").hasPrefix(" *"))
    #expect(screen("*").line(1).contains("7 marked"))
    #expect(screen("s").status == "Sorted by title")
    #expect(
      ["v", "vv", "vvv", "vvvv"].map { String(screen($0).line(0).prefix(13)).trimmed } == [
        "Events, day", "Events, week", "Events, month", "Events",
      ])
    #expect(screen("x").text.contains("Export: 7 events shown"))
    #expect(screen("i").text.contains("History of “Accessibility in practice”"))
  }

  @Test("Calendar: day, week, month, today", arguments: ["vv", "vvv"])
  func calendar(_ view: String) {
    let ways: [(arrow: String, letter: String, day: String)] = [
      ("<Left>", "h", "Mon 23 Nov"), ("<Right>", "l", "Wed 25 Nov"), ("<Up>", "k", "Tue 17 Nov"),
      ("<Down>", "j", "Tue 1 Dec"), ("<PgUp>", "{", "Sat 24 Oct"), ("<PgDn>", "}", "Thu 24 Dec"),
      ("t", "t", "Mon 23 Nov"),
    ]
    for way in ways {
      #expect(screen(view + way.arrow).text.contains("\(way.day) 2026"), "\(way.arrow)")
      #expect(screen(view + way.letter).frame == screen(view + way.arrow).frame, "\(way.letter)")
    }
  }

  @Test("List: new, edit, duplicate, delete (asks)")
  func events() {
    for key in ["n", "<Ins>"] { #expect(screen(key).line(0).hasPrefix("New event")) }
    for key in ["<Enter>", "e"] {
      #expect(screen(key).line(0).hasPrefix("Edit event"))
      #expect(screen(key).cursorLine.contains("Accessibility in practice"))
    }
    #expect(screen("p").cursorLine.trimmed == "Starts")
    #expect(screen("p").line(with: "Title").contains("Accessibility in practice"))
    for key in ["d", "<Del>"] {
      #expect(screen(key).cursorLine.contains(">[N] No"))
      #expect(screen(key).stored.count == 7 && screen(key + "<Enter>").stored.count == 7)
      #expect(screen(key + "y").stored.count == 6)
    }
  }

  @Test("Undo, redo in lists")
  func undo() {
    #expect(screen("dyu").status == "Undone: “Accessibility in practice” is back")
    #expect(screen("dyu<Ctrl-Y>").status == "Redone: “Accessibility in practice” is deleted")
    #expect(screen("u").status == "Nothing to undo")
  }
}
