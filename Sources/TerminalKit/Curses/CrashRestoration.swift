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
    let prepared = Restoration.allocate(sequence: bytes, modes: modes)
    for number in signals { pivotal_handle(number, restoreAndGoOn, 0, prepared.previous + Int(number)) }
    restoration = prepared
  }

  /// The terminal has been given back in good order.
  static func disarm() {
    guard let prepared = restoration else { return }
    restoration = nil
    for number in signals { sigaction(number, prepared.previous + Int(number), nil) }
  }

  /// A capability without the pauses that it asks for on old terminals: `$<5>`.
  private static func withoutPadding(_ capability: String) -> String {
    capability.replacing(/\$<[0-9.*\/]+>/, with: "")
  }
}

/// The structure, which has the name of a function.
private typealias SignalAction = sigaction

/// What the handler needs: nothing but memory that is never moved, counted or given back, since it may run at any moment.
private struct Restoration {
  let sequence: UnsafeMutablePointer<UInt8>
  let count: Int
  let modes: UnsafeMutablePointer<termios>
  /// What was done about each signal before, by its number.
  let previous: UnsafeMutablePointer<SignalAction>

  /// More than the number of any signal.
  private static let signalCount = 65

  static func allocate(sequence bytes: [UInt8], modes: termios) -> Restoration {
    let result = Restoration(
      sequence: .allocate(capacity: bytes.count), count: bytes.count, modes: .allocate(capacity: 1),
      previous: .allocate(capacity: signalCount))
    result.sequence.initialize(from: bytes, count: bytes.count)
    result.modes.initialize(to: modes)
    result.previous.initialize(repeating: SignalAction(), count: signalCount)
    return result
  }
}

// Written by the thread that owns the terminal; a handler only reads it.
nonisolated(unsafe) private var restoration: Restoration?

private func restoreAndGoOn(_ number: Int32) {
  if let prepared = restoration {
    _ = write(STDOUT_FILENO, prepared.sequence, prepared.count)
    tcsetattr(STDIN_FILENO, TCSANOW, prepared.modes)
    sigaction(number, prepared.previous + Int(number), nil)
  } else {
    pivotal_handle(number, nil, 0, nil)
  }
  raise(number)
}
