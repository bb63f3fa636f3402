import Signatures
import Synchronization

/// Takes the messages of one sender, each once.
final class WebhookReceiver: Sendable {
  /// Why a message is not taken.
  enum Refusal: Error, Equatable {
    /// It is not what its sender would send.
    case flawed(WebhookRefusal)
    /// It was taken before.
    case replayed
  }

  /// How many seconds the clocks of the two ends may differ.
  private static let tolerance: Int64 = 300

  private let secret: WebhookSecret
  private let now: @Sendable () -> Int64
  private let seen: Mutex<SeenMessages>

  /// Makes a receiver with the secret that the sender signs with, and a clock in seconds since 1970.
  init(secret: WebhookSecret, now: @escaping @Sendable () -> Int64) {
    self.secret = secret
    self.now = now
    seen = Mutex(SeenMessages(tolerance: Self.tolerance))
  }

  /// Takes a message.
  ///
  /// - Throws: Why it is refused.
  func take(_ headers: WebhookHeaders, body: [UInt8]) throws(Refusal) {
    let now = now()
    let message: WebhookMessage
    do {
      message = try secret.verify(headers, body: body, now: now, tolerance: Self.tolerance)
    } catch {
      throw .flawed(error)
    }
    guard seen.withLock({ $0.take(message.id, sentAt: message.timestamp, now: now) }) else { throw .replayed }
  }
}
