import CommandKit
import Dispatch
import Foundation
import Synchronization

/// Whether the program has been asked to end.
final class EndSignal: Sendable {
  private let flag = Atomic(false)
  private let arrival = DispatchSemaphore(value: 0)

  /// Watches from now on, on a thread of its own.
  init() {
    let signals = TerminationSignals()
    Thread.detachNewThread { [self] in
      signals.wait()
      raise()
    }
  }

  var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Has everybody who waits for it go on, as if it had come.
  func raise() {
    flag.store(true, ordering: .relaxed)
    arrival.signal()
  }

  /// Waits so long for it, and tells whether it has come.
  func comes(within limit: Duration) -> Bool {
    if hasCome { return true }
    guard arrival.wait(timeout: .now() + limit / .seconds(1)) == .success else { return false }
    // For whoever else waits.
    arrival.signal()
    return true
  }
}
