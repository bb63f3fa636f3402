import CNcurses
import Foundation
import Synchronization

/// What the shell's job control asks for: that the program stops, and that it goes on.
///
/// Whoever sends SIGTSTP means what Ctrl-Z means, and the terminal is to be given back first. A signal's handler may do
/// next to nothing, so it makes a descriptor readable; what is to be done, the terminal does where it waits for input.
final class JobControl {
  private let pipe: WakePipe
  private var previous: [Int32: SignalAction] = [:]

  /// What was asked for since it was last looked at.
  enum Request {
    case stop
    /// The program was stopped without having been asked, and goes on now.
    case takeBack
  }

  /// Watches from now on; nil when the process has no descriptors left.
  init?() {
    guard let pipe = WakePipe() else { return nil }
    self.pipe = pipe
    hasToStop.store(false, ordering: .relaxed)
    hasGoneOn.store(false, ordering: .relaxed)
    wakeEnd.store(pipe.writeEnd, ordering: .relaxed)
    watch(SIGTSTP)
    watch(SIGCONT)
  }

  deinit {
    end()
  }

  /// Can be read when something is asked for.
  var wakeDescriptor: Int32 { pipe.readEnd }

  /// What is asked for; nil where nothing is.
  func takeRequest() -> Request? {
    pipe.drain()
    let hasGoneOn = hasGoneOn.exchange(false, ordering: .relaxed)
    if hasToStop.exchange(false, ordering: .relaxed) { return .stop }
    return hasGoneOn ? .takeBack : nil
  }

  /// Lets SIGTSTP stop the program at once while something is done for which the terminal has been given back.
  func stoppingAtOnce<Result>(_ use: () -> Result) -> Result {
    guard previous[SIGTSTP] != nil else { return use() }
    pivotal_handle(SIGTSTP, nil, SA_RESTART, nil)
    defer {
      pivotal_handle(SIGTSTP, note, SA_RESTART, nil)
      // Who has had the terminal back takes it again in any case.
      hasGoneOn.store(false, ordering: .relaxed)
    }
    return use()
  }

  /// Leaves the signals to whoever had them before.
  func end() {
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
    previous = [:]
    wakeEnd.store(-1, ordering: .relaxed)
  }

  /// Watches for a signal, unless whoever started the program wants it to be ignored.
  private func watch(_ number: Int32) {
    guard pivotal_is_ignored(number) == 0 else { return }
    var before = SignalAction()
    pivotal_handle(number, note, SA_RESTART, &before)
    previous[number] = before
  }
}

/// The structure, which has the name of a function.
private typealias SignalAction = sigaction

private let hasToStop = Atomic(false)
private let hasGoneOn = Atomic(false)
private let wakeEnd = Atomic<Int32>(-1)

/// The signals' handler.
private func note(_ number: Int32) {
  let error = errno
  if number == SIGTSTP { hasToStop.store(true, ordering: .relaxed) } else { hasGoneOn.store(true, ordering: .relaxed) }
  WakePipe.wake(wakeEnd.load(ordering: .relaxed))
  errno = error
}
