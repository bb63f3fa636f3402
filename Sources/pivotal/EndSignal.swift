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
      flag.store(true, ordering: .relaxed)
      arrival.signal()
    }
  }

  var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Waits so long for it, and tells whether it has come.
  func comes(within limit: Duration) -> Bool {
    hasCome || arrival.wait(timeout: .now() + limit / .seconds(1)) == .success
  }
}
