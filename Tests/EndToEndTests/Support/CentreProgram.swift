import Foundation
import TestSupport

/// `resources-centre serve` as a process of its own, on a free port.
final class CentreProgram {
  /// The key that its clients send.
  static let key = "key-of-the-sample-centre"

  /// Where it listens, as it says itself.
  let url: String
  /// Where it puts what it needs for a while.
  let temporaryFiles: TemporaryDirectory
  private let program: ProgramRun

  /// Starts it and waits until it listens.
  ///
  /// - Parameter data: What it serves: `--demo`, or `--data` and a directory.
  /// - Throws: Where it does not start.
  convenience init(_ data: String...) throws {
    try self.init(data)
  }

  /// The same, with any other options.
  init(_ options: [String], listeningOn place: String = "127.0.0.1:0") throws {
    temporaryFiles = try TemporaryDirectory()
    program = try ProgramRun(
      try BuiltProducts.program("resources-centre"), ["serve", "--listen", place] + options,
      environment: ["API_KEY": Self.key, "TMPDIR": temporaryFiles.url.path])
    let line = try program.waitForOutput("listening on http")
    guard let url = line.split(separator: " ").last else { throw TestFailure("No address in '\(line)'") }
    self.url = String(url)
  }

  /// Asks it to end, and gives what it has written.
  func stop(_ signal: Int32 = SIGTERM) throws -> ProgramResult {
    program.signal(signal)
    return try program.finish()
  }
}
