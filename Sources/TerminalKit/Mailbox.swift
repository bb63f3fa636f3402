import Synchronization

/// Carries messages from any thread to the one that owns the terminal, and wakes it.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let pipe: WakePipe

  /// Makes an empty mailbox; nil when the process has no descriptors left.
  public init?() {
    guard let pipe = WakePipe() else { return nil }
    self.pipe = pipe
  }

  /// Can be read when a message waits.
  public var wakeDescriptor: Int32 { pipe.readEnd }

  /// Leaves a message.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    pipe.wake()
  }

  /// Takes all messages, oldest first.
  public func takeAll() -> [Message] {
    pipe.drain()
    return messages.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
