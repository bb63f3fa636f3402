import CommandKit
import Foundation
import JSONStream

/// `benchmarks sync`: how long a sync takes, beside another program's from the same server.
enum SyncBenchmark {
  static let spec = CommandSpec(
    name: "sync", summary: "Sync speakers from the project's own Centre in a fresh process: first, unchanged, changed.",
    options: [
      OptionSpec("rows", .number("N", 1...10_000_000), summary: "How many speakers; 100,000 by default."),
      OptionSpec(
        "corpus", .text("SCRIPT"), summary: "Writes them: SCRIPT ROWS json [--changed 100], as {\"speakers\":[…]}."),
      OptionSpec(
        "peer", .text("SCRIPT"), summary: "Syncs them as well: SCRIPT URL KEY DATABASE, and prints {\"seconds\":…}."),
    ])

  static func run(_ command: ParsedCommand) throws {
    guard let corpus = command.text("corpus") else {
      throw UsageError("sync needs --corpus SCRIPT; benchmarks sync --help explains it.")
    }
    let place = try BenchmarkPlace(corpus: corpus, peer: command.text("peer"), rows: command.number("rows") ?? 100_000)
    defer { place.remove() }
    try place.fill(changed: false)
    try place.serve()
    try place.measure("first")
    try place.measure("unchanged")
    try place.measure("unchanged, all fetched", full: true)
    try place.fill(changed: true)
    try place.copyDatabase()
    try place.measure("1 % changed")
    try place.measure("1 % changed, all fetched", full: true, inCopy: true)
  }
}

/// The databases, the data and the running Centre of one measurement.
private final class BenchmarkPlace {
  private static let key = "benchmark"

  private let corpus: String
  private let peer: String?
  private let rows: Int
  private let directory: URL
  private let centre = RunningCentre()
  /// What the peer took for the same step, so that it is not asked twice.
  private var peerTimes: [String: (milliseconds: Double, line: String)] = [:]

  init(corpus: String, peer: String?, rows: Int) throws {
    self.corpus = corpus
    self.peer = peer
    self.rows = rows
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  func remove() {
    centre.stop()
    try? FileManager.default.removeItem(at: directory)
  }

  /// Takes the speakers into the Centre's database, also while it is served: only a database that stays the same can tell
  /// what has changed.
  func fill(changed: Bool) throws {
    let all = path("all.json")
    let arguments = ["python3", corpus, String(rows), "json"] + (changed ? ["--changed", "100"] : [])
    try runProgram(arguments, output: all)
    try writeLines(of: all, to: path("speakers.jsonl"))
    try runProgram([RunningCentre.program, "import", path("speakers.jsonl"), "--data", path("centre.db")])
  }

  /// Starts a Centre on its database.
  func serve() throws {
    try centre.start(data: path("centre.db"), key: Self.key)
  }

  func copyDatabase() throws {
    try FileManager.default.copyItem(atPath: path("own.db"), toPath: path("copy.db"))
  }

  /// Measures one step of ours in a fresh process, and the peer's first time of the same step.
  func measure(_ step: String, full: Bool = false, inCopy: Bool = false) throws {
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let arguments = [program, "sync-run", path(inCopy ? "copy.db" : "own.db")] + (full ? ["--full"] : [])
    let environment = ["RESOURCES_CENTRE_URL": centre.url, "RESOURCES_CENTRE_API_KEY": Self.key]
    let own = try runProgram(arguments, environment: environment)
    let kind = step.split(separator: ",").first.map(String.init) ?? step
    let writer = JSONWriter()
    writer.beginObject()
    writer.member("step", text: step)
    writer.member("rows", count: rows)
    writer.key("own")
    writer.value(try JSONValue(parsing: own))
    if peer != nil {
      let other = try peerTime(kind)
      writer.key("peer")
      writer.value(try JSONValue(parsing: other.line))
      let ratio = (try JSONValue(parsing: own)["ms"]).flatMap(\.decimal).map { $0 / other.milliseconds } ?? 0
      writer.key("ratio")
      writer.number(text: String(format: "%.3f", ratio))
    }
    writer.endObject()
    try writeOutput(writer.text)
  }

  private func peerTime(_ kind: String) throws -> (milliseconds: Double, line: String) {
    if let known = peerTimes[kind] { return known }
    let arguments = ["python3", peer ?? "", "\(centre.url)/api/v1/speakers", Self.key, path("peer.db")]
    let line = try runProgram(arguments)
    let seconds = try JSONValue(parsing: line)["seconds"]?.decimal ?? 0
    let result = (seconds * 1000, line)
    peerTimes[kind] = result
    return result
  }

  private func path(_ name: String) -> String { directory.appendingPathComponent(name).path }
}

/// The project's own Centre, in a process of its own.
private final class RunningCentre {
  /// The program, which lies beside this one.
  static var program: String {
    let own = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    return own.deletingLastPathComponent().appendingPathComponent("resources-centre").path
  }

  private(set) var url = ""
  private var process: Process?

  func start(data: String, key: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["serve", "--data", data, "--listen", "127.0.0.1:0"]
    process.environment = ProcessInfo.processInfo.environment.merging(["API_KEY": key]) { _, given in given }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    self.process = process
    var line = ""
    while !line.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      line += String(decoding: byte, as: UTF8.self)
    }
    guard let start = line.range(of: "http://") else {
      throw BenchmarkError(description: "The Resources Centre did not start; build the product resources-centre.")
    }
    url = line[start.lowerBound...].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func stop() {
    process?.terminate()
    process?.waitUntilExit()
    process = nil
  }
}

/// Runs a program to its end, and gives what it wrote, unless that goes to a file.
@discardableResult
private func runProgram(
  _ arguments: [String], environment: [String: String] = [:], output path: String? = nil
) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
  let pipe = Pipe()
  if let path {
    try Data().write(to: URL(fileURLWithPath: path))
    process.standardOutput = FileHandle(forWritingAtPath: path)
  } else {
    process.standardOutput = pipe
  }
  try process.run()
  let data = path == nil ? try pipe.fileHandleForReading.readToEnd() ?? Data() : Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw BenchmarkError(description: "\(arguments.joined(separator: " ")) failed; run it by hand to see why.")
  }
  return String(decoding: data, as: UTF8.self)
}

extension JSONValue {
  fileprivate var decimal: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }
}
