import TestSupport
import Testing

@Suite("Stopped and called back by the shell")
struct SuspendTests {
  @Test("Ctrl-Z gives the terminal to the shell, and fg brings the form back as it was")
  func suspend() throws {
    let screen = try Workplace().shell()
    try screen.type("pivotal new")
    try screen.press(.enter)
    try screen.waitFor("New event")
    try screen.type("Half a title")
    try screen.waitFor("Half a title")
    try screen.press(.control("z"))
    try screen.waitUntil("the shell has the terminal") { shell in
      !shell.isAlternate && shell.contains("Stopped") && !shell.contains("Half a title")
    }
    try screen.type("echo typed $((40 + 2)) here")
    try screen.press(.enter)
    try screen.waitFor("typed 42 here")
    try screen.resize(columns: 100, rows: 30)
    try screen.type("fg")
    try screen.press(.enter)
    try screen.waitUntil("the form is back") { form in
      form.isAlternate && form.contains("Half a title") && !form.contains("typed 42")
    }
    try screen.type(" and the rest")
    try screen.waitUntil("it takes keys, at its new size") { screen in
      screen.contains("Half a title and the rest") && screen.lines.last?.contains("^S Save") == true
    }
    try screen.press(.control("q"))
    try screen.waitFor("Discard")
    try screen.type("d")
    try screen.waitUntil("the shell is back") { !$0.isAlternate && $0.contains("ready>") }
  }

  @Test("Ctrl-Z twice, and a signal while it is stopped, leave nothing in disorder")
  func again() throws {
    let screen = try Workplace().shell()
    try screen.type("pivotal")
    try screen.press(.enter)
    for round in 1...2 {
      try screen.waitUntil("the list is there") { $0.isAlternate && $0.contains("No events yet") }
      try screen.press(.control("z"))
      try screen.waitUntil("the shell has the terminal") { !$0.isAlternate && $0.cursorLine == "ready>" }
      try screen.type(round == 1 ? "fg" : "kill -TERM %1; fg; echo ended as $((3 + 4))")
      try screen.press(.enter)
    }
    let shell = try screen.waitFor("ended as 7")
    #expect(!shell.isAlternate && shell.isCursorVisible)
  }

  @Test("What was typed a moment before Ctrl-Z is kept, for a program that stands still may never go on")
  func draft() throws {
    let work = try Workplace()
    let screen = try work.shell()
    try screen.type("pivotal new")
    try screen.press(.enter)
    try screen.waitFor("New event")
    try screen.type("Half a title")
    try screen.press(.control("z"))
    try screen.waitUntil("the shell has the terminal") { !$0.isAlternate && $0.cursorLine == "ready>" }
    let titles = try work.database().values("SELECT json_extract(fields, '$.texts.title') FROM drafts")
    #expect(titles == ["Half a title"])
    try screen.type("kill -KILL %1; fg")
    try screen.press(.enter)
  }
}
