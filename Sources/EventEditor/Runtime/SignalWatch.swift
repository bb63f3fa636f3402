import Foundation
import Synchronization

/// Calls a function, on a thread of its own, when the process is sent one of some signals.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]
  /// What was done about each signal before.
  private let previous: [(number: Int32, action: sigaction)]

  /// Watches from now on; a signal that comes while the watch is being set up is not lost either.
  init(_ signals: [Int32], _ act: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "pivotal.signals")
    let registrations = DispatchGroup()
    hasComeEarly.store(false, ordering: .relaxed)
    previous = signals.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      // A source is ready only a moment after it was made, and the default action would end the process till then.
      signal(number, noteEarlySignal)
      return (number, action)
    }
    sources = signals.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      registrations.enter()
      source.setRegistrationHandler { registrations.leave() }
      source.setEventHandler(handler: act)
      source.resume()
      return source
    }
    registrations.wait()
    if hasComeEarly.load(ordering: .relaxed) { act() }
  }

  /// Leaves the signals to whoever had them before, so that one that comes while the process ends does what it did.
  func cancel() {
    sources.forEach { $0.cancel() }
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
  }
}

/// Whether a signal has come before its source was ready.
private let hasComeEarly = Atomic(false)

/// A signal's handler, which may do next to nothing.
private func noteEarlySignal(_: Int32) {
  hasComeEarly.store(true, ordering: .relaxed)
}
