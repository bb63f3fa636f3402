import Foundation

/// A program that a test has started, with what it has written so far.
///
/// It runs in an environment of its own: the search path, a UTF-8 locale, and what the test gives it.
public final class ProgramRun {
  private let name: String
  private let files: TemporaryDirectory
  private let process: ChildProcess
  private let started = ContinuousClock.now

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: The program's file; a bare name is looked for in the search path.
  ///   - arguments: Its arguments.
  ///   - environment: Variables besides the usual ones; `HOME` is nowhere unless given.
  ///   - input: What it reads from standard input.
  /// - Throws: Where the program cannot be started.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: String = ""
  ) throws {
    name = URL(fileURLWithPath: program).lastPathComponent
    files = try TemporaryDirectory()
    process = try ChildProcess(
      program, arguments, environment: Self.usualEnvironment.merging(environment) { _, given in given },
      input: files.write(input, to: "input"), output: files.write("", to: "output"),
      errors: files.write("", to: "errors"))
  }

  /// What it has written to standard output so far.
  public var output: String { files.text("output") }

  /// What it has written to standard error so far.
  public var errors: String { files.text("errors") }

  /// The number the system knows it by.
  public var processIdentifier: Int32 { process.identifier }

  /// The most bytes of memory it has held so far, while it runs; nil where that cannot be told.
  public var peakMemory: Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }.map { $0 * 1024 }
  }

  /// Whether it has ended.
  public var hasEnded: Bool { process.ended() != nil }

  /// Sends it a signal, unless it has ended.
  public func signal(_ number: Int32) {
    if process.ended() == nil { kill(process.identifier, number) }
  }

  /// Waits until it has written a text to standard output, and gives the line that holds it.
  @discardableResult
  public func waitForOutput(_ text: String, within limit: Duration = .seconds(20)) throws -> String {
    // Only whole lines: the rest of one may still be on its way.
    let line = {
      self.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first { $0.contains(text) }
    }
    var found: Substring?
    _ = isMet(within: limit) {
      let hasEnded = process.ended() != nil
      found = line()
      return found != nil || hasEnded
    }
    guard let found else { throw TestFailure("\(name) did not write '\(text)'.\n\(report)") }
    return String(found)
  }

  /// Waits until it has ended, and gives all it has written.
  ///
  /// A program that takes longer than the limit is killed, and the test fails with what it had written.
  public func finish(within limit: Duration = .seconds(60)) throws -> ProgramResult {
    var exit: ChildProcess.Exit?
    _ = isMet(within: limit) {
      exit = process.ended()
      return exit != nil
    }
    guard let exit else {
      signal(SIGKILL)
      throw TestFailure("\(name) had not ended after \(limit).\n\(report)")
    }
    return ProgramResult(
      status: exit.status, wasSignalled: exit.wasSignalled, output: output, errors: errors,
      duration: ContinuousClock.now - started)
  }

  private var report: String { "Standard output:\n\(output)\nStandard error:\n\(errors)" }

  private static var usualEnvironment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    let kept = own.filter { ["PATH", "TMPDIR", "LD_LIBRARY_PATH"].contains($0.key) }
    return kept.merging(["LANG": "C.UTF-8", "HOME": "/nonexistent"]) { _, usual in usual }
  }
}

/// What a program has done, once it has ended.
public struct ProgramResult: Sendable {
  /// The exit status, or the signal's number where `wasSignalled`.
  public let status: Int32
  /// Whether a signal ended it.
  public let wasSignalled: Bool
  /// All of standard output.
  public let output: String
  /// All of standard error.
  public let errors: String
  /// How long it ran.
  public let duration: Duration
}

/// Runs a program to its end.
public func run(
  _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: String = "",
  within limit: Duration = .seconds(60)
) throws -> ProgramResult {
  try ProgramRun(program, arguments, environment: environment, input: input).finish(within: limit)
}
