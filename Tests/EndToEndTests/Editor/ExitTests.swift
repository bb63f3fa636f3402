import Foundation
import TestSupport
import Testing

@Suite("However the editor ends, the terminal is as it was")
struct ExitTests {
  /// Starts the editor from a shell, which afterwards tells whether the terminal's modes are as they were.
  private func editor(_ command: String = "pivotal new") throws -> TmuxScreen {
    let work = try Workplace()
    work.environment["SWIFT_BACKTRACE"] = "enable=no"
    let screen = try work.shell(columns: 120)
    // What the shell says in the end does not stand in the line as it is typed.
    let check = #"test "$(stty -g)" = "$before" && echo same" "modes"#
    try screen.type("ulimit -c 0; before=$(stty -g); \(command); echo status $?; \(check)")
    try screen.press(.enter)
    return screen
  }

  /// What the shell shows afterwards: its own screen with the cursor, and pastes and clicks that come as they are.
  private func checkShell(_ screen: TmuxScreen) throws {
    try screen.waitUntil("the terminal is as it was") { shell in
      !shell.isAlternate && shell.isCursorVisible && !shell.isMouseWanted && shell.contains("same modes")
    }
    try screen.type("cat -v")
    try screen.press(.enter)
    try screen.waitFor("cat -v")
    try screen.paste("no brackets")
    try screen.press(.enter)
    let shown = try screen.waitUntil("the paste is there twice") { shell in
      shell.lines.filter { $0.hasSuffix("no brackets") }.count == 2
    }
    #expect(!shown.contains("200~"))
  }

  @Test("Quit")
  func quit() throws {
    let screen = try editor()
    try screen.waitUntil("it runs") { $0.contains("New event") && $0.isMouseWanted }
    try screen.press(.control("q"))
    try screen.waitFor("status 0")
    try checkShell(screen)
  }

  @Test("Asked to end", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signal(number: Int32) throws {
    let screen = try editor()
    try screen.waitUntil("it runs") { $0.contains("New event") && $0.isMouseWanted }
    kill(try screen.pivotalProcess(), number)
    try screen.waitFor("status 0")
    try checkShell(screen)
  }

  @Test("Crashed", arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT])
  func crash(number: Int32) throws {
    let screen = try editor()
    try screen.waitUntil("it runs") { $0.contains("New event") && $0.isMouseWanted }
    kill(try screen.pivotalProcess(), number)
    try screen.waitFor("status \(128 + number)")
    try checkShell(screen)
  }

  @Test("Refused: nothing of the terminal is touched")
  func refused() throws {
    let screen = try editor("TERM=dumb pivotal new; PIVOTAL_THEME=neon pivotal new; pivotal edit 7")
    try screen.waitFor(
      "set TERM to your terminal's", "PIVOTAL_THEME names no theme: 'neon'", "There is no event 7", "status 1")
    try checkShell(screen)
  }

  @Test("Stopped by its key or from outside and called back, then quit", arguments: ["Ctrl-Z", "SIGTSTP"])
  func suspended(by means: String) throws {
    let screen = try editor()
    try screen.waitUntil("it runs") { $0.contains("New event") && $0.isMouseWanted }
    if means == "Ctrl-Z" { try screen.press(.control("z")) } else { kill(try screen.pivotalProcess(), SIGTSTP) }
    try screen.waitUntil("the shell has the terminal, and the mouse") { shell in
      !shell.isAlternate && !shell.isMouseWanted && shell.contains("Stopped")
    }
    try screen.type("fg")
    try screen.press(.enter)
    try screen.waitUntil("it is back, with the mouse") {
      $0.isAlternate && $0.isMouseWanted && $0.contains("New event")
    }
    try screen.paste("Pasted\ntitle")
    try screen.waitForFields(["Title": "Pasted title"])
    try screen.press(.control("q"))
    try screen.waitFor("Discard")
    try screen.type("d")
    try screen.waitUntil("the shell is back") { !$0.isAlternate && !$0.isMouseWanted && $0.isCursorVisible }
  }

  @Test("Stopped without being asked: what the shell wrote meanwhile is gone, and keys come raw again")
  func stopped() throws {
    let screen = try editor()
    try screen.waitUntil("it runs") { $0.contains("New event") && $0.isMouseWanted }
    kill(try screen.pivotalProcess(), SIGSTOP)
    try screen.waitFor("Stopped")
    // The terminal is raw still, so that the shell reads up to a line feed.
    try screen.type("stty sane; echo written $((40 + 2)) over; fg")
    try screen.press(.control("j"))
    try screen.waitUntil("the form is back") { form in
      form.isAlternate && form.isMouseWanted && form.contains("New event") && !form.contains("written 42")
        && !form.contains("Stopped")
    }
    try screen.type("Typed afterwards")
    try screen.waitForFields(["Title": "Typed afterwards"])
    try screen.press(.control("s"))
    try screen.waitFor("Not saved: Starts")
    try screen.press(.control("q"))
    try screen.waitFor("Discard")
    try screen.type("d")
    try screen.waitUntil("the shell is back") { !$0.isAlternate && !$0.isMouseWanted && $0.isCursorVisible }
  }
}

extension TmuxScreen {
  /// The number of the editor's process, which the shell in the terminal has started.
  fileprivate func pivotalProcess() throws -> Int32 {
    guard let shell = processIdentifier else { throw TestFailure("The shell has no number") }
    let children = try run("ps", ["-o", "pid=,comm=", "--ppid", "\(shell)"]).output.split(separator: "\n")
    let words = children.first { $0.contains("pivotal") }?.split(separator: " ")
    guard let number = words?.first.flatMap({ Int32($0) }) else { throw TestFailure("No editor among \(children)") }
    return number
  }
}
