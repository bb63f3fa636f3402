import CommandKit
import Foundation
import JSONStream

/// `benchmarks screen`: what the built editor sends to a terminal, and how soon.
enum ScreenBenchmark {
  static let spec = CommandSpec(
    name: "screen", summary: "Run the built editor in a terminal of 80x24: bytes and time per key, start, idling.",
    options: [
      OptionSpec("speakers", .number("N", 1...1_000_000), summary: "How many speakers; 100,000 by default."),
      OptionSpec("events", .number("N", 20...1_000_000), summary: "How many events; 100,000 by default."),
      OptionSpec("peer", .choice(["calcurse", "fzf"]), summary: "Measure this program in the same run."),
      OptionSpec("starts", .number("N", 1...100), summary: "How often each program is started; 5 by default."),
    ])

  private static let sentence = "Accessibility in practice, and why it pays"
  private static let filters = ["talk 12 tue", "ada", "bridges hall"]
  private static let names = ["juli fern", "ada love", "soren"]

  static func run(_ command: ParsedCommand) throws {
    let data = try ScreenData(
      speakers: command.number("speakers") ?? 100_000, events: command.number("events") ?? 100_000)
    defer { data.remove() }
    try data.writeDatabase()
    let peer = command.text("peer")
    if peer == "calcurse" { try data.writeCalcurse() }
    for _ in 0..<(command.number("starts") ?? 5) {
      try measureStart("pivotal", data, startPivotal(data))
      if peer == "calcurse" { try measureStart("calcurse", data, startCalcurse(data)) }
    }
    try measureKeys(data)
    if peer == "fzf" { try measureFzf(data) }
  }

  // MARK: - Starting

  private static func startPivotal(_ data: ScreenData) throws -> TerminalProgram {
    let own = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    let program = own.deletingLastPathComponent().appendingPathComponent("pivotal").path
    return try TerminalProgram(program, [], environment: data.environment)
  }

  private static func startCalcurse(_ data: ScreenData) throws -> TerminalProgram {
    let place = data.path("calcurse")
    return try TerminalProgram("calcurse", ["-D", place, "-C", place], environment: data.environment)
  }

  /// The rows of events that a program has drawn, by the word with which their titles begin.
  private static func rows(_ answer: TerminalProgram.Answer) -> Int {
    answer.bytes.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
      .count { $0.starts(with: "alk ".utf8) }
  }

  private static func measureStart(_ name: String, _ data: ScreenData, _ program: TerminalProgram) throws {
    // Calcurse shows six of a day's events at once.
    let answer = program.read(quiet: .milliseconds(30)) { rows($0) >= 6 }
    guard rows(answer) >= 6 else {
      throw BenchmarkError(description: "\(name) has shown no events; start it by hand to see why.")
    }
    let processor = program.processorTime
    try report("first screen", of: name) { writer in
      writer.member("events", count: data.events)
      writer.member("speakers", count: data.speakers)
      writer.member("rows", count: rows(answer))
      writer.member("ms", milliseconds: answer.milliseconds(since: program.started))
      writer.member("processor_ms", milliseconds: processor)
      writer.member("bytes", count: answer.bytes.count)
    }
  }

  // MARK: - Typing

  private static func measureKeys(_ data: ScreenData) throws {
    let program = try startPivotal(data)
    // Until the catalogue is there as well.
    _ = program.read(quiet: .seconds(2)) { rows($0) >= 6 }
    try measureIdle(program, in: "list")
    for filter in filters {
      _ = program.type("/", quiet: .milliseconds(200))
      try measure("filter", program, filter.map(String.init), note: filter)
      _ = program.type("\u{1B}", quiet: .milliseconds(200))
    }
    try measure("mark all", program, Array(repeating: "*", count: 10))
    _ = program.type("n", quiet: .milliseconds(500))
    try measure("text field", program, sentence.map(String.init))
    try measure("nothing to change", program, Array(repeating: "\u{1B}[F", count: 10), quiet: .milliseconds(100))
    for _ in 0..<11 { _ = program.type("\t", quiet: .milliseconds(100)) }
    for name in names {
      try measure("picker", program, name.map(String.init), note: name)
      _ = program.type("\u{15}", quiet: .milliseconds(200))
    }
    try measureIdle(program, in: "form")
  }

  private static func measureFzf(_ data: ScreenData) throws {
    try data.writeLabels()
    let program = try TerminalProgram(
      "sh", ["-c", "fzf < \(data.path("labels.txt"))"], environment: data.environment)
    _ = program.read(quiet: .seconds(2)) { !$0.bytes.isEmpty }
    // It searches beside its screen, so its answer may be some time in coming.
    for name in names {
      try measure("picker", program, name.map(String.init), of: "fzf", note: name, quiet: .milliseconds(500))
      _ = program.type("\u{15}", quiet: .milliseconds(500))
    }
  }

  private static func measure(
    _ what: String, _ program: TerminalProgram, _ keys: [String], of name: String = "pivotal", note: String? = nil,
    quiet: Duration = .milliseconds(60)
  ) throws {
    let answers = keys.map { program.type($0, quiet: quiet) }
    let times = answers.map(\.time).sorted()
    let bytes = answers.reduce(0) { $0 + $1.answer.bytes.count }
    try report(what, of: name) { writer in
      if let note { writer.member("typed", text: note) }
      writer.member("keys", count: keys.count)
      writer.member("bytes", count: bytes)
      writer.member("bytes_per_key", tenths: 10 * bytes / max(keys.count, 1))
      writer.member("median_ms", milliseconds: times[times.count / 2])
      writer.member("most_ms", milliseconds: times[times.count - 1])
    }
  }

  private static func measureIdle(_ program: TerminalProgram, in screen: String) throws {
    _ = program.read(quiet: .seconds(2))
    let before = program.processorTime
    let seconds = 5
    let answer = program.read(quiet: .seconds(seconds))
    try report("idle", of: "pivotal") { writer in
      writer.member("screen", text: screen)
      writer.member("seconds", count: seconds)
      writer.member("processor_ms", milliseconds: program.processorTime - before)
      writer.member("bytes", count: answer.bytes.count)
    }
  }

  private static func report(_ what: String, of name: String, _ members: (JSONWriter) -> Void) throws {
    let writer = JSONWriter()
    writer.beginObject()
    writer.member("measure", text: what)
    writer.member("program", text: name)
    members(writer)
    writer.endObject()
    try writeOutput(writer.text)
  }
}
