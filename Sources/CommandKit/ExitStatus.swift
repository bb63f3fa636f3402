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
