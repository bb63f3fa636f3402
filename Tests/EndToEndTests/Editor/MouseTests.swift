import TestSupport
import Testing

@Suite("The mouse in a real terminal")
struct MouseProgramTests {
  @Test("Fields, rows, badges and the footer take clicks", arguments: ["tmux-256color", "xterm-256color", "screen"])
  func wholeJob(terminal: String) throws {
    let screen = try Workplace().editor("demo", terminal: terminal)
    try screen.waitUntil("the mouse is asked for") { $0.contains("82 speakers") && $0.isMouseWanted }
    try screen.click("n New")
    try screen.waitFor("New event")
    try screen.type("Clicked")
    try screen.click("Speakers")
    try screen.waitUntil("the cursor is among the speakers") { $0.focusedField == "Speakers" }
    try screen.type("knuth")
    let row = "[ ] Donald Knuth — Professor, Stanford University"
    try screen.waitUntil("he is found") { $0.highlightedRow == row }
    try screen.click(row)
    try screen.waitForFields(["Speakers": "[Donald Knuth x]"])
    try screen.press(.escape)
    try screen.waitForNo(" selected")
    try screen.click("x]")
    try screen.waitForNo("Donald Knuth")
    try screen.click("Clicked", offset: 5)
    try screen.waitUntil("the cursor is in the title") { $0.focusedField == "Title" }
    try screen.type("-")
    try screen.waitForFields(["Title": "Click-ed"])
    try screen.click("Esc Close")
    try screen.waitFor("Discard")
    try screen.click("[D] Discard")
    try screen.waitFor("q Quit")
    try screen.click("q Quit")
    #expect(try screen.waitForExit() == 0)
    try screen.waitUntil("the mouse is the terminal's again") { !$0.isMouseWanted && !$0.isAlternate }
  }

  @Test("A row of the list opens at the second click, a day is taken at the second, and the wheel scrolls")
  func listAndCalendar() throws {
    let screen = try Workplace().editor("demo", rows: 12)
    try screen.waitFor("82 speakers", "q Quit")
    try screen.type("g")
    try screen.waitUntil("the first is marked") { $0.highlightedRow?.contains("Moore School") == true }
    try screen.turnWheel(.down)
    try screen.waitUntil("the fourth is marked") { $0.lines.dropFirst(3).firstIndex { $0.hasPrefix(">") } == 6 }
    try screen.turnWheel(.up)
    try screen.waitUntil("the first is marked again") { $0.highlightedRow?.contains("Moore School") == true }
    try screen.click("Dartmouth Summer")
    try screen.waitUntil("it is marked") { $0.highlightedRow?.contains("Dartmouth Summer") == true }
    try screen.click("Dartmouth Summer")
    try screen.waitFor("Edit event")
    try screen.resize(columns: 80, rows: 24)
    try screen.waitFor("^S Save", "Description")
    try screen.click("Starts")
    try screen.waitUntil("the cursor is there") { $0.focusedField == "Starts" }
    try screen.press(.down)
    try screen.waitFor(" Mo  Tu  We  Th  Fr  Sa  Su")
    try screen.click("13  14", offset: 4)
    try screen.waitFor("[14]")
    try screen.click("[14]")
    try screen.waitForNo(" Mo  Tu")
    try screen.waitUntil("the day is taken") { $0.line(with: "Starts")?.contains("-14 ") == true }
  }

  @Test("Terminals that report in the older form are understood")
  func olderForm() throws {
    let screen = try Workplace().editor("demo")
    let shown = try screen.waitFor("82 speakers", "n New")
    let row = try #require(shown.row(of: "n New"))
    // A press and a release at the first column, each number with 32 added.
    let place = "!" + String(decoding: [UInt8(33 + row)], as: UTF8.self)
    try screen.type("\u{1B}[M \(place)\u{1B}[M#\(place)")
    try screen.waitFor("New event")
    try screen.type("typed")
    try screen.waitForFields(["Title": "typed"])
  }

  @Test("Reports that mean nothing type nothing")
  func nonsense() throws {
    let screen = try Workplace().editor("new")
    try screen.waitFor("New event")
    try screen.type("\u{1B}[<0;0;0M\u{1B}[<99;1;1M\u{1B}[<;;M\u{1B}[<35;5;5M\u{1B}[<0;9999999999;1MA")
    try screen.type("B")
    try screen.waitForFields(["Title": "AB"])
    #expect(try screen.screen().line(with: "Title")?.hasSuffix(" AB") == true)
  }

  @Test("It can be turned off in the settings, in the menu, and comes from neither where the terminal has none")
  func off() throws {
    let work = try Workplace()
    let screen = try work.editor()
    try screen.waitUntil("the mouse is asked for") { $0.contains("No events yet") && $0.isMouseWanted }
    try screen.choose(fromMenu: "Mouse on or off")
    try screen.waitUntil("it is let go") { $0.contains("Mouse: off") && !$0.isMouseWanted }
    #expect(isMet(within: .seconds(20)) { work.files.text(".config/pivotal/config") == "mouse = off\n" })
    try screen.type("q")
    try screen.waitForExit()
    let next = try work.editor()
    try next.waitFor("No events yet", "q Quit")
    #expect(try !next.screen().isMouseWanted)
    try work.settings("mouse = on\n")
    let plain = try work.editor(terminal: "vt100")
    try plain.waitFor("No events yet", "q Quit")
    #expect(try !plain.screen().isMouseWanted)
  }
}

extension TmuxScreen {
  /// Clicks on the first place where a text is, so many columns into it.
  func click(_ text: String, offset: Int = 0) throws {
    let shown = try waitFor(text)
    guard let row = shown.row(of: text), let place = shown.lines[row].range(of: text) else { return }
    try click(
      column: shown.lines[row].distance(from: shown.lines[row].startIndex, to: place.lowerBound) + offset, row: row)
  }

  enum WheelTurn { case up, down }

  /// Turns the wheel by a notch, over the middle of the screen.
  func turnWheel(_ turn: WheelTurn) throws {
    try type("\u{1B}[<\(turn == .up ? 64 : 65);20;6M")
  }
}
