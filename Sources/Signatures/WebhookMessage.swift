/// What is known of a message whose signature is right.
public struct WebhookMessage: Equatable, Sendable {
  /// The message's identifier, the same however often it is sent.
  public let id: String
  /// When it was sent, in seconds since 1970.
  public let timestamp: Int64
}
