/// A program with its commands, which reads a command line and writes its own help.
public struct ProgramSpec: Sendable {
  /// The program's name.
  public let name: String
  /// What it is for, in one sentence.
  public let summary: String
  /// Its commands, in the order of the help; one with an empty name is what it does without a command.
  public let commands: [CommandSpec]
  /// What else the help tells: variables of the environment, exit statuses.
  public let sections: [HelpSection]

  /// Describes a program.
  public init(name: String, summary: String, commands: [CommandSpec], sections: [HelpSection] = []) {
    self.name = name
    self.summary = summary
    self.commands = commands
    self.sections = sections
  }

  /// What a command line asks for.
  public enum Request: Equatable, Sendable {
    /// To show a text on standard output and end well: the help or the version.
    case show(String)
    /// To run a command.
    case run(ParsedCommand)
  }

  /// Reads a command line, given without the program's name.
  ///
  /// `--help` is answered wherever it stands, so that it helps with a line that is wrong otherwise.
  public func parse(_ line: [String]) throws(UsageError) -> Request {
    let asksForHelp = line.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    guard let first = line.first, !first.hasPrefix("-") else {
      if asksForHelp { return .show(helpText) }
      if line == ["--version"] { return .show("\(name) \(programVersion)") }
      guard let unnamed = commands.first(where: { $0.name.isEmpty }) else {
        throw UsageError("\(name) needs a command, \(commandNames); \(name) --help explains them.")
      }
      return .run(try unnamed.parse(line, of: self))
    }
    if line == ["help"] { return .show(helpText) }
    guard let command = commands.first(where: { $0.name == first }) else { throw unknownCommand(first) }
    if asksForHelp { return .show(helpText(for: command)) }
    return .run(try command.parse(Array(line.dropFirst()), of: self))
  }

  private var commandNames: String { listed(commands.map(\.name).filter { !$0.isEmpty }) }

  private func unknownCommand(_ word: String) -> UsageError {
    let known = commands.map(\.name).filter { !$0.isEmpty }
    guard let near = nearest(to: word, among: known) else {
      return UsageError("\(name) has no command \"\(word)\"; \(name) --help lists them.")
    }
    return UsageError("\(name) has no command \"\(word)\"; did you mean \"\(near)\"?")
  }
}

/// The version of every program here.
public let programVersion = "0.1.0"
