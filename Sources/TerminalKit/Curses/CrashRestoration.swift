import CNcurses
import Foundation

/// Gives the terminal back when the process crashes: no trap may leave a shell without echo on the wrong screen.
///
/// A handler may do next to nothing, so all it needs is prepared here; it then lets the signal take its usual course.
enum CrashRestoration {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT]

  /// Prepares for the terminal in use.
  static func arm(modes: termios) {
    let names: [String] = ["rmkx", "sgr0", "op", "cnorm", "rmcup"]
    let capabilities = names.map { withoutPadding(String(cString: pivotal_capability($0))) }
    let bytes = Array((CursesTerminal.modesOff + capabilities.joined()).utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    restoration = Restoration(sequence: copy, count: bytes.count, modes: modes)
    for number in signals {
      var action = SignalAction()
      action.__sigaction_handler.sa_handler = restoreAndGoOn
      sigaction(number, &action, &restoration.previous[Int(number)])
    }
    isArmed = true
  }

  /// The terminal has been given back in good order.
  static func disarm() {
    guard isArmed else { return }
    isArmed = false
    for number in signals { sigaction(number, &restoration.previous[Int(number)], nil) }
  }

  /// A capability without the pauses that it asks for on old terminals: `$<5>`.
  private static func withoutPadding(_ capability: String) -> String {
    capability.replacing(/\$<[0-9.*\/]+>/, with: "")
  }
}

/// The structure, which has the name of a function.
private typealias SignalAction = sigaction

/// What the handler needs.
private struct Restoration {
  var sequence: UnsafeMutablePointer<UInt8>?
  var count = 0
  var modes = termios()
  var previous = [SignalAction](repeating: SignalAction(), count: 65)
}

// Written before the handlers are installed, and by the thread that owns the terminal; a handler only reads them.
nonisolated(unsafe) private var restoration = Restoration()
nonisolated(unsafe) private var isArmed = false

private func restoreAndGoOn(_ number: Int32) {
  if isArmed, let sequence = restoration.sequence {
    isArmed = false
    _ = write(STDOUT_FILENO, sequence, restoration.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &restoration.modes)
  }
  sigaction(number, &restoration.previous[Int(number)], nil)
  raise(number)
}
