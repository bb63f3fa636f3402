import Foundation

/// A real terminal with a program in it: tmux on a socket of its own, reading no configuration.
///
/// A test types and presses keys, waits for what it expects, and looks at the screen. What does not come within the
/// deadline fails the test with the screen as it was.
public final class TmuxScreen {
  private let directory: TemporaryDirectory
  private let deadline: Duration
  private let belongings: AnyObject?

  /// Starts a program in a new terminal.
  ///
  /// - Parameters:
  ///   - program: The program's file.
  ///   - arguments: Its arguments.
  ///   - columns: The width of the terminal.
  ///   - rows: Its height.
  ///   - environment: All variables that the program sees besides `PATH`, `TERM` and a UTF-8 locale.
  ///   - terminal: The value of `TERM`.
  ///   - deadline: How long each wait may take.
  ///   - belongings: What the program needs, such as its files: kept for as long as the terminal.
  /// - Throws: Where tmux is missing or cannot start.
  public init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], terminal: String = "tmux-256color", deadline: Duration = .seconds(30),
    keeping belongings: AnyObject? = nil
  ) throws {
    directory = try TemporaryDirectory()
    self.deadline = deadline
    self.belongings = belongings
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = ["PATH": path, "TERM": terminal, "LANG": "C.UTF-8"].merging(environment) { _, given in given }
    let assignments = variables.map { "\($0.key)=\($0.value)" }
    let command = ["sh", "-c", Self.wrapper, directory.url.path, "env", "-i"] + assignments + [program] + arguments
    try tmux(Self.settings + [["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--"] + command])
  }

  deinit {
    _ = try? tmux([["kill-server"]])
  }

  // MARK: - Typing

  /// Types a text, character by character.
  public func type(_ text: String) throws {
    guard !text.isEmpty else { return }
    try tmux([["send-keys", "-l", "--", text]])
  }

  /// Presses keys, one after the other.
  public func press(_ keys: TestKey...) throws {
    try tmux([["send-keys", "--"] + keys.map(\.tmuxName)])
  }

  /// Pastes a text, in brackets where the program has asked for them.
  public func paste(_ text: String) throws {
    let file = try directory.write(text, to: "paste")
    try tmux([["load-buffer", file], ["paste-buffer", "-p", "-r"]])
  }

  /// Sends bytes as they are, however many there are.
  public func send(_ bytes: String) throws {
    let file = try directory.write(bytes, to: "bytes")
    try tmux([["load-buffer", file], ["paste-buffer", "-r"]])
  }

  /// Presses and releases the left button on a cell; counted from 0.
  public func click(column: Int, row: Int) throws {
    let place = "0;\(column + 1);\(row + 1)"
    try type("\u{1B}[<\(place)M\u{1B}[<\(place)m")
  }

  /// Makes the terminal another size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux([["resize-window", "-x", "\(columns)", "-y", "\(rows)"]])
  }

  /// Closes the terminal under the program, as one does with its window.
  public func hangUp() throws {
    try tmux([["kill-server"]])
  }

  // MARK: - Looking

  /// Keeps what the program sends to the terminal from now on.
  public func recordOutput() throws {
    try tmux([["pipe-pane", "cat >'\(directory.path("output"))'"]])
  }

  /// How many bytes the program has sent since ``recordOutput()``.
  public var bytesSent: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: directory.path("output"))
    return (attributes?[.size] as? Int) ?? 0
  }

  /// What the terminal shows now with the sequences for colours and styles.
  public func styledText() throws -> String {
    try tmux([["capture-pane", "-p", "-e"]])
  }

  /// How many columns the terminal counts for each of some texts, by its own tables.
  public func widths(of texts: [String]) throws -> [Int] {
    let commands = texts.flatMap { text in
      [["set-option", "-g", "@text", text.isEmpty ? " " : text], ["display-message", "-p", "#{w:@text}"]]
    }
    let answers = try tmux(commands).split(separator: "\n").compactMap { Int($0) }
    guard answers.count == texts.count else { throw TestFailure("tmux counted \(answers.count) of \(texts.count)") }
    return zip(texts, answers).map { $0.isEmpty ? 0 : $1 }
  }

  /// The number of the program's process.
  public var processIdentifier: Int32? { number(in: "process").map(Int32.init) }

  /// Waits until all of some texts are on the screen.
  ///
  /// A program draws piece by piece: what a test goes on to look at belongs into what it waits for.
  @discardableResult
  public func waitFor(_ texts: String...) throws -> TerminalScreen {
    let names = texts.map { "'\($0)'" }.joined(separator: ", ")
    return try waitUntil("\(names) \(texts.count == 1 ? "is" : "are") on the screen") { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  /// Waits until a text has left the screen.
  @discardableResult
  public func waitForNo(_ text: String) throws -> TerminalScreen {
    try waitUntil("'\(text)' has left the screen") { !$0.contains(text) }
  }

  /// Waits until the screen is as a test wants it.
  @discardableResult
  public func waitUntil(
    _ expectation: String, _ condition: (TerminalScreen) throws -> Bool
  ) throws -> TerminalScreen {
    var last = try screen()
    let isDone = try isMet(within: deadline) {
      last = try screen()
      return try condition(last)
    }
    guard isDone else { throw TestFailure("Waited \(deadline) until \(expectation):\n\(last)") }
    return last
  }

  /// Waits until the program has ended, and gives its exit status.
  ///
  /// What it wrote last may still be on its way to the screen: wait for that, too.
  @discardableResult
  public func waitForExit() throws -> Int? {
    try waitUntil("the program has ended") { $0.exitStatus != nil }.exitStatus
  }
}

// MARK: - Talking to tmux

extension TmuxScreen {
  /// The options that make the terminal nothing but the program's.
  private static let settings = [
    ["start-server"], ["set-option", "-s", "exit-empty", "off"], ["set-option", "-s", "escape-time", "0"],
    ["set-option", "-g", "default-terminal", "tmux-256color"], ["set-option", "-g", "status", "off"],
  ]

  /// A shell that keeps the terminal open when the program has ended, for tmux drops what it has not yet read then.
  ///
  /// It notes the number of the program's process and its exit status, and survives the keys that interrupt.
  private static let wrapper = """
    trap : INT QUIT
    exec 3>&2 2>/dev/null
    sh -c 'echo $$ >"$0/process"; exec "$@"' "$0" "$@" 2>&3 3>&-
    echo $? >"$0/status"
    exec sleep 1000000
    """

  private static let stateFormat = "#{cursor_x} #{cursor_y} #{cursor_flag} #{alternate_on} #{mouse_any_flag}"

  /// What the terminal shows now.
  public func screen() throws -> TerminalScreen {
    // Asked first, so that the screen is not older than the status.
    let status = number(in: "status")
    let answer = try tmux([["display-message", "-p", Self.stateFormat], ["capture-pane", "-p"]])
    var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let state = lines.isEmpty ? [] : lines.removeFirst().split(separator: " ").compactMap { Int($0) }
    guard state.count == 5 else { throw TestFailure("tmux gave no state: \(answer)") }
    return TerminalScreen(
      lines: lines, cursorColumn: state[0], cursorRow: state[1], isCursorVisible: state[2] != 0,
      isAlternate: state[3] != 0, isMouseWanted: state[4] != 0, exitStatus: status)
  }

  /// The number that the wrapper has noted in a file.
  private func number(in file: String) -> Int? {
    Int(directory.text(file).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Gives tmux some commands and returns what it answers.
  @discardableResult
  private func tmux(_ commands: [[String]]) throws -> String {
    let words = commands.map { $0.map(Self.escaped) }.joined(separator: [";"])
    let arguments = ["-u", "-S", directory.path("tmux"), "-f", "/dev/null"] + words
    let result = try run("tmux", arguments, within: .seconds(30))
    guard result.status == 0 else { throw TestFailure("tmux: \(result.errors)") }
    return result.output
  }

  /// A semicolon at the end of a word would end the command for tmux.
  private static func escaped(_ word: String) -> String {
    word.hasSuffix(";") ? word.dropLast() + "\\;" : word
  }
}
