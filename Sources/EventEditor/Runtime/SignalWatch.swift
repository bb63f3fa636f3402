import Foundation

/// Calls a function, on a thread of its own, when the process is sent one of some signals.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], _ act: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "pivotal.signals")
    sources = signals.map { number in
      // The default action would end the process before the source is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: act)
      source.resume()
      return source
    }
  }

  func cancel() {
    sources.forEach { $0.cancel() }
  }
}
