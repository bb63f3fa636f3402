import Foundation
import TestSupport

/// A person's own Pivotal: the built program, a home that holds nothing yet, and a database in it.
final class Workplace {
  /// The zone that all stories take place in.
  static let zone = "Europe/London"

  /// What is in the home, the database among it.
  let files: TemporaryDirectory
  /// The variables that every program of this person sees.
  var environment: [String: String]

  /// The Resources Centre that it uses, kept running.
  private let centre: AnyObject?

  /// Makes a workplace for which no Resources Centre is configured.
  convenience init() throws {
    try self.init(centre: nil, url: "", key: "")
  }

  /// Makes a workplace on a Centre that answers as a test wants.
  convenience init(_ centre: FaultyCentre) throws {
    try self.init(centre: centre, url: centre.url, key: FaultyCentre.key)
  }

  /// Makes a workplace on a Centre that runs as a program.
  convenience init(_ centre: CentreProgram) throws {
    try self.init(centre: centre, url: centre.url, key: CentreProgram.key)
  }

  private init(centre: AnyObject?, url: String, key: String) throws {
    self.centre = centre
    files = try TemporaryDirectory()
    environment = [
      "HOME": files.url.path, "PIVOTAL_DATABASE": files.path("pivotal.db"), "TZ": Self.zone,
      "TMPDIR": files.url.path, "RESOURCES_CENTRE_URL": url, "RESOURCES_CENTRE_API_KEY": key,
    ]
  }

  /// Runs a command of `pivotal` to its end, without a terminal.
  func pivotal(_ arguments: String...) throws -> ProgramResult {
    try pivotal(arguments)
  }

  /// Runs a command of `pivotal` to its end, without a terminal.
  func pivotal(_ arguments: [String], with variables: [String: String] = [:]) throws -> ProgramResult {
    try run(
      try BuiltProducts.program("pivotal"), arguments, environment: environment.merging(variables) { _, new in new })
  }

  /// Starts `pivotal` in a terminal.
  func editor(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, terminal: String = "tmux-256color",
    with variables: [String: String] = [:]
  ) throws -> TmuxScreen {
    try editor(arguments, columns: columns, rows: rows, terminal: terminal, with: variables)
  }

  /// Starts `pivotal` in a terminal.
  func editor(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, terminal: String = "tmux-256color",
    with variables: [String: String] = [:]
  ) throws -> TmuxScreen {
    try TmuxScreen(
      try BuiltProducts.program("pivotal"), arguments, columns: columns, rows: rows,
      environment: environment.merging(variables) { _, given in given }, terminal: terminal, keeping: self)
  }

  /// Starts a shell in a terminal, in which `pivotal` is a command, and waits for its prompt.
  func shell(columns: Int = 80, rows: Int = 24) throws -> TmuxScreen {
    let programs = URL(fileURLWithPath: try BuiltProducts.program("pivotal")).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = ["PATH": "\(programs):\(path)", "PS1": "ready> "]
    let shell = try TmuxScreen(
      "/bin/sh", ["-i"], columns: columns, rows: rows,
      environment: environment.merging(variables) { _, given in given }, keeping: self)
    try shell.waitFor("ready>")
    return shell
  }

  /// The database, to be read past the program.
  func database() throws -> DatabaseReader {
    try DatabaseReader(files.path("pivotal.db"))
  }

  /// The events as `pivotal events --format json` lists them.
  func events() throws -> [ListedEvent] {
    let result = try pivotal("events", "--format", "json")
    guard result.status == 0 else { throw TestFailure("pivotal events: \(result.errors)") }
    return try JSONDecoder().decode([ListedEvent].self, from: Data(result.output.utf8))
  }
}

/// An event as scripts get it.
struct ListedEvent: Decodable, Equatable {
  let id: String
  let title: String
  let starts: String
  let ends: String
  let timeZone: String
  let venue: String?
  let city: String?
  let link: String?
  let capacity: Int?
  let status: String
  let organizer: String?
  let sponsor: String?
  let speakers: [String]
  let description: String?
}
