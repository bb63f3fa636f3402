import TestSupport
import Testing

@Suite("The window changes its size")
struct ResizeTests {
  @Test("A form with an open list survives a window that is too small")
  func openList() throws {
    let screen = try Workplace(CentreProgram("--demo")).editor("new")
    try screen.waitFor("New event")
    try screen.press(.control("r"))
    try screen.waitFor("Sync completed successfully")
    try screen.type("Accessibility in practice")
    try screen.go(to: "Speakers")
    try screen.pick("knuth", "[ ] Donald Knuth — Professor, Stanford University")
    try screen.type("professor")
    try screen.press(.down, .down)
    let row = "[ ] Allen Newell — Professor, Carnegie Mellon University"
    try screen.waitUntil("the third row is highlighted") { $0.highlightedRow == row }

    try screen.resize(columns: 40, rows: 10)
    try screen.waitUntil("the list is there, smaller") { small in
      small.lines.count == 10 && small.highlightedRow == "[ ] Allen Newell — Professor, Carnegi…"
        && small.cursorLine.contains("professor") && small.contains(", 1 selected")
    }

    try screen.resize(columns: 30, rows: 8)
    try screen.waitFor("30×8", "40×10", "Nothing is lost")

    try screen.resize(columns: 120, rows: 40)
    try screen.waitUntil("all is as it was, in a larger window") { large in
      large.lines.count == 40 && large.contains("* not saved") && large.highlightedRow == row
    }
    try screen.waitForFields(["Title": "Accessibility in practice", "Speakers": "[Donald Knuth x] professor"])
    try screen.press(.control("u"))
    try screen.type("!")
    try screen.waitUntil("the cursor is where it was") { $0.cursorLine.hasSuffix("[Donald Knuth x] !") }
  }

  @Test("Typing while the window is resized all the while loses nothing", arguments: ["tmux-256color", "vt100"])
  func allTheWhile(terminal: String) throws {
    let screen = try Workplace().editor("new", terminal: terminal)
    try screen.waitFor("New event")
    let sizes = [(40, 10), (300, 100), (79, 23), (30, 5), (120, 40), (41, 11), (200, 12), (60, 80)]
    let words = "Machines that learn and those who teach them to"
    for (number, letter) in words.enumerated() {
      let size = sizes[number % sizes.count]
      try screen.resize(columns: size.0, rows: size.1)
      try screen.type(String(letter))
    }
    try screen.resize(columns: 80, rows: 24)
    try screen.waitForFields(["Title": words])
    try screen.waitUntil("all of it is drawn for its size") { form in
      form.lines.count == 24 && form.lines.last?.contains("^S Save") == true && form.focusedField == "Title"
        && form.contains("Description")
        && form.lines.first == "New event" + String(repeating: " ", count: 60) + "* not saved"
    }
    try screen.press(.control("l"))
    try screen.press(.tab)
    try screen.waitUntil("it goes on") { $0.focusedField == "Starts" }
  }

  @Test("What is typed while the window is too small is not lost either")
  func typingUnseen() throws {
    let screen = try Workplace().editor("new", columns: 30, rows: 8)
    try screen.waitFor("Nothing is lost")
    try screen.type("Unseen")
    try screen.resize(columns: 80, rows: 24)
    try screen.waitForFields(["Title": "Unseen"])
  }

  @Test("The list follows to any size", arguments: [(40, 10), (200, 60), (1, 1), (500, 3)])
  func list(columns: Int, rows: Int) throws {
    let screen = try Workplace().editor("demo")
    try screen.waitFor("82 speakers")
    try screen.resize(columns: columns, rows: rows)
    try screen.waitUntil("the window has its size") { $0.lines.count == rows }
    try screen.resize(columns: 80, rows: 24)
    try screen.waitUntil("the list is drawn for its new size") { list in
      list.lines.first?.hasSuffix("82 speakers · synced just now") == true && list.contains("q Quit")
        && list.lines.contains { $0.contains("Ada Lovelace Symposium") && $0.hasSuffix("confirmed") }
    }
    try screen.type("q")
    #expect(try screen.waitForExit() == 0)
  }
}
