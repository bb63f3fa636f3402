import Dispatch
import Synchronization

/// Hands values from the threads that make them to the one that waits for them, in the order they come.
final class Mailbox<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  func put(_ value: Value) {
    values.withLock { $0.append(value) }
    arrivals.signal()
  }

  /// Waits until there is a value; nil only if more were asked for than arrived.
  func take() -> Value? {
    arrivals.wait()
    return values.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
