import Foundation
import TestSupport
import Testing

/// The terminals in which everything is to work, and what is special about each.
private enum Terminals {
  static let all = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "vt220", "xterm-mono"]
  static let withoutColor = ["vt100", "vt220", "xterm-mono"]
  static let withEightColors = ["screen", "linux"]
}

@Suite("All kinds of terminals")
struct TerminalMatrixTests {
  /// Goes through the screens, and gives each as text.
  private func tour(_ terminal: String, columns: Int, rows: Int) throws -> [[String]] {
    let screen = try Workplace().editor("demo", columns: columns, rows: rows, terminal: terminal)
    var seen: [[String]] = []
    func look(_ words: String...) throws {
      var last: TerminalScreen?
      let shown = try screen.waitUntil("\(words) are there, and all is at rest") { shown in
        defer { last = shown }
        return shown == last && words.allSatisfy(shown.contains) && shown.lines.count == rows
      }
      seen.append(shown.lines)
    }
    try look("synced just now", "q Quit")
    try screen.type("?")
    try look("List of events", "Esc Close")
    try screen.press(.escape)
    try screen.press(.control("x"))
    try look("New event", "Do it")
    try screen.press(.enter)
    try look("New event", "^S Save")
    try screen.type("Señor 渕")
    try screen.go(to: "Speakers")
    try screen.type("knuth")
    try look("[ ] Donald Knuth", "1 of 82 shown, 0 selected")
    try screen.press(.enter)
    try screen.waitFor("[Donald Knuth x]")
    try screen.press(.escape)
    try screen.waitForNo(" selected")
    try look("[Donald Knuth x]")
    try screen.press(.control("q"))
    try look("Discard")
    try screen.type("d")
    #expect(try screen.waitForExit() == 0)
    try screen.waitUntil("the terminal is as it was") { !$0.isMouseWanted && !$0.isAlternate }
    return seen
  }

  @Test("Each shows the same, at every size", arguments: [(40, 10), (80, 24), (300, 100)])
  func sameEverywhere(columns: Int, rows: Int) throws {
    let expected = try tour("tmux-256color", columns: columns, rows: rows)
    for terminal in Terminals.all where terminal != "tmux-256color" {
      let seen = try tour(terminal, columns: columns, rows: rows)
      for (one, other) in zip(seen, expected) {
        #expect(one == other, "\(terminal): \(one.joined(separator: "\n")) is not \(other.joined(separator: "\n"))")
      }
    }
  }

  @Test("Without colours bold, underline and reverse tell things apart", arguments: Terminals.withoutColor)
  func monochrome(terminal: String) throws {
    for theme in ["terminal", "high-contrast"] {
      let screen = try Workplace().editor("demo", terminal: terminal, with: ["PIVOTAL_THEME": theme])
      let styles = try screen.styles { $0.contains("82 speakers") && $0.contains("q Quit") }
      #expect(styles.colors.isEmpty, "\(styles.colors)")
      #expect(styles.attributes.isSuperset(of: ["1", "7"]))
    }
  }

  @Test("With eight colours each theme keeps to them", arguments: Terminals.withEightColors)
  func eightColors(terminal: String) throws {
    for theme in ["terminal", "light", "dark", "high-contrast"] {
      let screen = try Workplace().editor("demo", terminal: terminal, with: ["PIVOTAL_THEME": theme])
      let styles = try screen.styles { $0.contains("82 speakers") && $0.contains("q Quit") }
      #expect(!styles.colors.isEmpty)
      #expect(styles.colors.isDisjoint(with: ["38", "48"]), "\(theme): \(styles.colors)")
    }
  }

  @Test("With 256 colours the themes use them, with NO_COLOR none", arguments: ["light", "dark", "high-contrast"])
  func manyColors(theme: String) throws {
    let screen = try Workplace().editor("demo", with: ["PIVOTAL_THEME": theme])
    let styles = try screen.styles { $0.contains("82 speakers") && $0.contains("q Quit") }
    #expect(styles.colors.isSuperset(of: ["38", "48"]))
    let plain = try Workplace().editor("demo", with: ["PIVOTAL_THEME": theme, "NO_COLOR": "1"])
    #expect(try plain.styles { $0.contains("82 speakers") && $0.contains("q Quit") }.colors.isEmpty)
  }

  @Test("Keys that a terminal names otherwise arrive", arguments: Terminals.all)
  func keys(terminal: String) throws {
    let screen = try Workplace().editor("new", terminal: terminal)
    try screen.waitFor("New event")
    try screen.type("ab")
    try screen.press(.left, .backspace)
    try screen.type("c")
    try screen.press(.home)
    try screen.type("d")
    try screen.press(.end)
    try screen.type("e")
    try screen.waitForFields(["Title": "dcbe"])
    try screen.press(.tab, .down)
    try screen.waitFor(" Mo  Tu  We  Th  Fr  Sa  Su")
    try screen.press(.escape)
    try screen.waitForNo(" Mo  Tu")
    try screen.press(.shiftTab)
    try screen.waitUntil("Shift-Tab goes back") { $0.focusedField == "Title" }
    try screen.press(.function(10))
    try screen.waitFor("Do it")
  }
}

extension TmuxScreen {
  /// The sequences for styles that the screen holds once it is as a test wants it and at rest.
  fileprivate func styles(_ condition: (TerminalScreen) -> Bool) throws -> Styles {
    var last = ""
    try waitUntil("the screen is drawn") { screen in
      let text = try styledText()
      defer { last = text }
      return condition(screen) && text == last
    }
    return Styles(last)
  }
}
