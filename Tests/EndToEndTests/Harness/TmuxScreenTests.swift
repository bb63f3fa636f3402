import Foundation
import TestSupport
import Testing

@Suite("A real terminal for the tests")
struct TmuxScreenTests {
  /// A shell that runs a script in a terminal.
  private func shell(
    _ script: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    deadline: Duration = .seconds(20)
  ) throws -> TmuxScreen {
    try TmuxScreen(
      "/bin/sh", ["-c", script], columns: columns, rows: rows, environment: environment,
      deadline: deadline)
  }

  @Test("What is typed reaches the program, every character of it")
  func typing() throws {
    let terminal = try shell("stty -echo; echo ready; cat")
    try terminal.waitFor("ready")
    for text in ["-n; 'a' \"b\" $HOME", "Žižek 李 🎉 é", "end;", "\\;"] {
      try terminal.type(text)
      try terminal.press(.enter)
      try terminal.waitUntil("'\(text)' is a line") { $0.lines.contains(text) }
    }
  }

  @Test("Keys arrive as the bytes that terminals send")
  func keys() throws {
    let terminal = try shell(
      "stty raw -echo; printf 'ready\\r\\n'; while :; do dd bs=16 count=1 2>/dev/null | od -An -c; printf '\\r'; done")
    try terminal.waitFor("ready")
    let keys: [(TestKey, String)] = [
      (.escape, "033"), (.shiftTab, "033   [   Z"), (.up, "033   [   A"), (.control("s"), "023"),
      (.function(5), "033   [   1   5   ~"), (.altDown, "033   [   1   ;   3   B"), (.character(";"), ";"),
      (.delete, "033   [   3   ~"), (.alt("x"), "033   x"),
    ]
    for (key, bytes) in keys {
      try terminal.press(key)
      try terminal.waitUntil("\(key) shows as \(bytes)") { screen in
        screen.lines.contains { $0.trimmingCharacters(in: .whitespaces) == bytes }
      }
    }
  }

  @Test("A pasted text comes in brackets where the program asks for them")
  func pasting() throws {
    let terminal = try shell("stty -echo; printf '\\033[?2004h'; echo ready; cat -v")
    try terminal.waitFor("ready")
    try terminal.paste("Ada, Alan")
    try terminal.press(.enter)
    try terminal.waitFor("^[[200~Ada, Alan^[[201~")
  }

  @Test("The size is as given and follows a resize")
  func size() throws {
    let terminal = try shell("trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done", columns: 60, rows: 12)
    let screen = try terminal.waitFor("12 60")
    #expect(screen.lines.count == 12)
    try terminal.resize(columns: 120, rows: 40)
    #expect(try terminal.waitFor("40 120").lines.count == 40)
  }

  @Test("Cursor, screen and mouse are known")
  func state() throws {
    let begin = "\\033[?1049h\\033[?25l\\033[?1000h\\033[?1006h\\033[3;5H"
    let end = "\\033[?1049l\\033[?25h"
    let terminal = try shell("printf '\(begin)here'; read line; printf '\(end)'; cat -v")
    let screen = try terminal.waitFor("here")
    #expect(screen.row(of: "here") == 2)
    #expect(screen.cursorRow == 2 && screen.cursorColumn == 8)
    #expect(screen.cursorLine == "    here")
    #expect(screen.isAlternate && screen.isMouseWanted && !screen.isCursorVisible)
    try terminal.press(.enter)
    try terminal.waitUntil("the first screen is back") { !$0.isAlternate && $0.isCursorVisible }
    try terminal.click(column: 9, row: 2)
    try terminal.press(.enter)
    try terminal.waitFor("^[[<0;10;3M^[[<0;10;3m")
  }

  @Test("The program sees no other variables than the test gives it")
  func environment() throws {
    let terminal = try shell("env | cut -d= -f1 | sort; echo $ONLY done", environment: ["ONLY": "a b;"])
    let screen = try terminal.waitFor("done")
    let names = screen.lines.filter { !$0.isEmpty && !$0.contains("done") }
    #expect(
      names.filter { !["PWD", "OLDPWD", "SHLVL", "_"].contains($0) } == ["LANG", "ONLY", "PATH", "TERM"])
    #expect(screen.contains("a b; done"))
  }

  @Test("The exit status is known, and what the program left on the screen stays")
  func ending() throws {
    let terminal = try shell("echo bye; exit 3")
    #expect(try terminal.waitForExit() == 3)
    try terminal.waitFor("bye")
    let killed = try shell("echo up; sleep 60")
    try killed.waitFor("up")
    kill(try #require(killed.processIdentifier), SIGKILL)
    #expect(try killed.waitForExit() == 128 + Int(SIGKILL))
  }

  @Test("What does not come fails with the screen as it was")
  func failure() throws {
    let terminal = try shell("echo something else; cat", deadline: .milliseconds(300))
    let failure = #expect(throws: TestFailure.self) { try terminal.waitFor("Saved") }
    let words = try #require(failure?.description)
    #expect(words.contains("'Saved' is on the screen"))
    #expect(words.contains("|something else|"))
    #expect(words.contains("cursor in row 1, column 0"))
  }

  @Test("Styles can be seen")
  func styles() throws {
    let terminal = try shell("printf '\\033[1mbold\\033[0m\\n'; cat")
    try terminal.waitFor("bold")
    #expect(try terminal.styledText().contains("\u{1B}[1mbold"))
  }

  @Test("The terminal and its program end with the test")
  func cleaningUp() throws {
    let number: Int32
    do {
      let terminal = try shell("echo up; cat")
      try terminal.waitFor("up")
      number = try #require(terminal.processIdentifier)
      #expect(kill(number, 0) == 0)
    }
    #expect(isMet(within: .seconds(10)) { kill(number, 0) != 0 })
  }
}
