#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a program says to the one that called it what became of it.
public enum ExitStatus: Int32, Sendable {
  /// All went well, also where there was nothing to do.
  case success = 0
  /// It failed, was refused, or is not configured.
  case failure = 1
  /// The command line is wrong, or there is no terminal.
  case usage = 2
  /// A part failed.
  case partial = 3

  /// The statuses as a part of a help text.
  public static let help = HelpSection(
    title: "Exit status",
    rows: [
      ("0", "All went well, also with nothing to do."),
      ("1", "Failed, refused, or not configured."),
      ("2", "Wrong usage, or no terminal."),
      ("3", "A part failed."),
    ])

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
public func writeOutput(_ line: String) {
  write(line, to: STDOUT_FILENO)
}

/// Writes a line to standard error.
public func writeError(_ line: String) {
  write(line, to: STDERR_FILENO)
}

private func write(_ line: String, to descriptor: Int32) {
  var rest = Array("\(line)\n".utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    // Nobody reads it any more, and there is nobody else to tell.
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
