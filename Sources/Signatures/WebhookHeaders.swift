/// The three header fields that a webhook of Standard Webhooks 1.0 bears; nil for one that is not there.
public struct WebhookHeaders: Equatable, Sendable {
  /// The name of the field with the message's identifier.
  public static let idName = "webhook-id"
  /// The name of the field with the time of sending.
  public static let timestampName = "webhook-timestamp"
  /// The name of the field with the signatures.
  public static let signatureName = "webhook-signature"

  /// The message's identifier, the same however often it is sent.
  public var id: String?
  /// When it was sent, in seconds since 1970.
  public var timestamp: String?
  /// Its signatures, with spaces between them.
  public var signature: String?

  /// Makes headers from their values.
  public init(id: String?, timestamp: String?, signature: String?) {
    self.id = id
    self.timestamp = timestamp
    self.signature = signature
  }

  /// Takes the three fields from where a function finds the value of a name.
  public init(_ value: (String) -> String?) {
    self.init(id: value(Self.idName), timestamp: value(Self.timestampName), signature: value(Self.signatureName))
  }

  /// The fields to send, by name; those that are there.
  public var fields: [(name: String, value: String)] {
    [(Self.idName, id), (Self.timestampName, timestamp), (Self.signatureName, signature)].compactMap { name, value in
      value.map { (name, $0) }
    }
  }
}
