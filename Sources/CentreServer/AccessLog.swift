import EventModel
import Foundation
import HTTPTransport
import Synchronization

/// Writes a line for each request: when, what, with which outcome; never a key, nor the query, which could hold one.
public final class AccessLog: Sendable {
  private let descriptor: Int32
  private let isOwned: Bool
  private let now: @Sendable () -> Instant
  /// One line at a time.
  private let turn = Mutex(())

  /// Writes to standard error.
  public init(now: @escaping @Sendable () -> Instant) {
    descriptor = STDERR_FILENO
    isOwned = false
    self.now = now
  }

  /// Adds to a file, which only its owner may read.
  ///
  /// - Throws: ``CentreError`` where it cannot be opened.
  public init(path: String, now: @escaping @Sendable () -> Instant) throws(CentreError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw CentreError("The log \(path) cannot be written (\(reason)); give --log a file that can.")
    }
    isOwned = true
    self.now = now
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Writes what became of a request.
  func note(_ record: RequestRecord) { write(record.line) }

  /// Writes a line of its own, with the time before it.
  func write(_ text: String) {
    let whole = Instant(seconds: now().seconds) ?? now()
    let line = Array("\(whole.iso8601) \(text)\n".utf8)
    turn.withLock { _ in
      // A log that cannot be written must not end the service.
      _ = line.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}
