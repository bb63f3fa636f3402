#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a program says to the one that called it what became of it.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// All went well, also where there was nothing to do.
  case success = 0
  /// It failed, was refused, or is not configured.
  case failure = 1
  /// The command line is wrong, or there is no terminal.
  case usage = 2
  /// A part failed.
  case partial = 3

  /// The statuses that a program ends with, as a part of its help.
  public static func help(for statuses: [ExitStatus] = allCases) -> HelpSection {
    HelpSection(title: "Exit status", rows: statuses.map { (String($0.rawValue), $0.meaning) })
  }

  private var meaning: String {
    switch self {
    case .success: "All went well, also with nothing to do."
    case .failure: "Failed, refused, or not configured."
    case .usage: "Wrong usage, or no terminal."
    case .partial: "A part failed."
    }
  }

  /// Ends the program with this status.
  public func exit() -> Never {
    #if canImport(Glibc)
      Glibc.exit(rawValue)
    #else
      Darwin.exit(rawValue)
    #endif
  }
}

/// Writes a line to standard output at once, so that whoever waits for it sees it.
///
/// - Throws: ``OutputError`` where it could not be written whole, so that no program ends well that has lost its output.
public func writeOutput(_ line: String) throws(OutputError) {
  guard write(line, to: STDOUT_FILENO) else { throw OutputError(reason: String(cString: strerror(errno))) }
}

/// Why the output of a program is not where it should be.
public struct OutputError: Error, CustomStringConvertible {
  let reason: String

  /// What is wrong, in one sentence.
  public var description: String { "Standard output could not be written (\(reason)); look at where it goes." }
}

/// Writes a line to standard error.
public func writeError(_ line: String) {
  // There is nobody else to tell.
  _ = write(line, to: STDERR_FILENO)
}

/// Writes a line and tells whether all of it was taken.
private func write(_ line: String, to descriptor: Int32) -> Bool {
  var rest = Array("\(line)\n".utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
