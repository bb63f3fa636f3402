import EventModel
import HTTPTransport
import Signatures

/// Sends one message once, signed by Standard Webhooks 1.0.
struct WebhookPost {
  /// What came of it.
  enum Outcome: Equatable {
    /// The subscriber has the message, perhaps from an earlier try whose answer was lost.
    case taken(status: Int)
    /// The subscriber is gone for good.
    case gone(status: Int)
    /// The subscriber answered otherwise.
    case refused(status: Int)
    /// It was broken off here, which is no failure of the subscriber's.
    case brokenOff
    /// No answer came; why, in a few words.
    case failed(String)
  }

  /// How long a whole try may take; far less than a message is lent to its sender.
  static let usualTime = Duration.seconds(20)

  let client: HTTPClient
  let time: Duration
  let isCancelled: () -> Bool

  func send(_ delivery: WebhookDelivery, at now: Instant) -> Outcome {
    do {
      return outcome(of: try status(of: delivery, at: now))
    } catch let error as HTTPClientError where error.kind == .cancelled {
      return .brokenOff
    } catch {
      return .failed(words(for: error))
    }
  }

  private func outcome(of status: Int) -> Outcome {
    switch status {
    case 200...299, 409: .taken(status: status)
    case 410: .gone(status: status)
    default: .refused(status: status)
    }
  }

  private func status(of delivery: WebhookDelivery, at now: Instant) throws -> Int {
    let body = Array(delivery.body.utf8)
    let secret = try WebhookSecret(delivery.secret)
    let headers = WebhookHeaders(
      id: delivery.id, timestamp: "\(now.seconds)",
      signature: secret.sign(id: delivery.id, timestamp: now.seconds, body: body))
    var limits = TransferLimits()
    limits.stallTimeout = .seconds(15)
    limits.maximumTimeWhenUnsized = time
    return try client.post(
      delivery.url, headers: [("Content-Type", "application/json")] + headers.fields, body: body, limits: limits,
      isCancelled: isCancelled
    ).status
  }

  /// Why a message did not come, without the address, whose path may be a secret.
  private func words(for error: any Error) -> String {
    switch (error as? HTTPClientError)?.kind {
    case .couldNotResolve: "failed, since the host is not known"
    case .couldNotConnect: "failed, since nothing answers there"
    case .tls: "failed, since the encryption could not be agreed on"
    case .timedOut, .stalled, .endless: "failed, since it took too long"
    default: "failed, since no whole answer came"
    }
  }
}
