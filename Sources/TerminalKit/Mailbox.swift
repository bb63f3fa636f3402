import Foundation
import Synchronization

/// Carries messages from any thread to the one that owns the terminal, and wakes it.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let readEnd: Int32
  private let writeEnd: Int32

  /// Makes an empty mailbox; nil when the process has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Can be read when a message waits.
  public var wakeDescriptor: Int32 { readEnd }

  /// Leaves a message.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    // A full pipe is as good as a written one: the reader wakes either way.
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all messages, oldest first.
  public func takeAll() -> [Message] {
    var drained = [UInt8](repeating: 0, count: 256)
    while read(readEnd, &drained, drained.count) > 0 {}
    return messages.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
