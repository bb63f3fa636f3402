import Foundation
import TestSupport
import Testing

@Suite("The description in one's own editor")
struct OutsideEditorTests {
  /// Goes to the description of a new event and types into it.
  private func describe(_ screen: TmuxScreen, _ text: String) throws {
    try screen.begin("Talk", starts: "2027-11-24 14:00")
    try screen.go(to: "Description")
    try screen.type(text)
    try screen.waitFor(text)
  }

  @Test("It has the terminal while it runs, and what it leaves behind is the description")
  func edited() throws {
    let work = try Workplace()
    let script = work.files.path("edit.sh")
    let lines = [
      #"printf 'so far: %s\n' "$(cat "$1")""#, "printf 'and now: '", "read -r line",
      #"printf '\n%s\n' "$line" >> "$1""#,
    ]
    try lines.joined(separator: "\n").write(toFile: script, atomically: true, encoding: .utf8)
    let screen = try work.editor("new", with: ["VISUAL": "sh \(script)", "EDITOR": "false"])
    try describe(screen, "First line")
    try screen.press(.control("o"))
    try screen.waitUntil("the other editor has the terminal") { shown in
      !shown.isAlternate && !shown.isMouseWanted && shown.contains("so far: First line")
        && shown.cursorLine.hasPrefix("and now:")
    }
    try screen.resize(columns: 100, rows: 30)
    try screen.type("Typed outside")
    try screen.waitFor("and now: Typed outside")
    try screen.press(.enter)
    try screen.waitUntil("the form is back, at its new size, with the mouse") { shown in
      shown.isAlternate && shown.isMouseWanted && shown.contains("New event") && shown.contains("Typed outside")
        && shown.lines.last?.contains("^S Save") == true
    }
    try screen.press(.control("_"))
    try screen.waitUntil("it is one step to take back") { $0.contains("First line") && !$0.contains("Typed outside") }
    try screen.press(.control("y"))
    try screen.waitFor("Typed outside")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.description) == ["First line\nTyped outside"])
    let left = try FileManager.default.contentsOfDirectory(atPath: work.files.url.path)
    #expect(!left.contains { $0.hasPrefix("pivotal-") }, "\(left)")
  }

  @Test("What was typed a moment before is kept first, for the program may be ended while the other editor runs")
  func draft() throws {
    let work = try Workplace()
    let screen = try work.editor("new", with: ["VISUAL": "printf 'in the other editor'; read -r line; :"])
    try describe(screen, "First line")
    try screen.type(" and the last word")
    try screen.press(.control("o"))
    try screen.waitFor("in the other editor")
    let texts = try work.database().values("SELECT json_extract(fields, '$.texts.description') FROM drafts")
    #expect(texts == ["First line and the last word"])
    kill(try #require(screen.processIdentifier), SIGKILL)
    let next = try work.editor()
    try next.waitFor("“Talk” was being edited", "[R] Restore")
    try next.press(.enter)
    try next.waitFor("First line and the last word")
  }

  @Test("Keys that interrupt are the other editor's, whether it takes them or ends of them", arguments: [true, false])
  func interrupted(isTaken: Bool) throws {
    let work = try Workplace()
    let script = work.files.path("edit.sh")
    let lines = [
      isTaken ? "trap 'printf caught' INT QUIT" : "", "printf 'in the other editor '", "read -r line",
      "while [ \"$line\" != end ]; do read -r line; done",
    ]
    try lines.joined(separator: "\n").write(toFile: script, atomically: true, encoding: .utf8)
    let screen = try work.editor("new", columns: 120, with: ["VISUAL": "sh \(script)"])
    try describe(screen, "First line")
    try screen.press(.control("o"))
    try screen.waitFor("in the other editor")
    try screen.press(.control("c"))
    if isTaken {
      try screen.waitFor("caught")
      try screen.press(.enter)
      try screen.type("end")
      try screen.press(.enter)
    }
    try screen.waitUntil("the form is back") { shown in
      shown.isAlternate && shown.contains("New event") && shown.contains("First line")
    }
    try screen.type(", and more")
    try screen.waitFor("First line, and more")
    // A signal from elsewhere still ends the program.
    kill(try #require(screen.processIdentifier), SIGINT)
    #expect(try screen.waitForExit() == 0)
  }

  @Test(
    "One that fails leaves the text and the terminal as they were",
    arguments: [
      ("exit 3;", 3), ("/nowhere/at-all", 127), ("kill -9 $$;", 137), ("stty raw -echo; printf x; exit 1;", 1),
    ])
  func failed(_ command: String, _ status: Int) throws {
    let work = try Workplace()
    work.environment["EDITOR"] = command
    let screen = try work.shell(columns: 120)
    try screen.type(#"before=$(stty -g); pivotal new; test "$(stty -g)" = "$before" && echo same" "modes"#)
    try screen.press(.enter)
    try describe(screen, "First line")
    try screen.press(.control("o"))
    try screen.waitUntil("the form is back and says why") { shown in
      shown.isAlternate && shown.isMouseWanted && shown.contains("First line")
        && shown.contains("ended with status \(status), so the description stays as it was: check VISUAL")
    }
    try screen.type(", and more")
    try screen.waitFor("First line, and more")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    try screen.type("q")
    try screen.waitUntil("the terminal is as it was") { shell in
      !shell.isAlternate && !shell.isMouseWanted && shell.isCursorVisible && shell.contains("same modes")
    }
    #expect(try work.events().map(\.description) == ["First line, and more"])
  }
}
