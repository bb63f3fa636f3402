/// The secret that the two ends of a webhook share; it shows itself to nobody but who asks for its `text`.
public struct WebhookSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Why a text is no secret.
  public enum Flaw: Error, Equatable, CustomStringConvertible {
    /// It does not begin with `whsec_`.
    case noPrefix
    /// What follows is not base64.
    case notBase64
    /// It has too few or too many bytes to be one.
    case size(Int)

    /// What is wrong, as the end of a sentence that begins with the secret's name.
    public var description: String {
      switch self {
      case .noPrefix: "does not begin with \(WebhookSecret.prefix)"
      case .notBase64: "is not \(WebhookSecret.prefix) followed by base64"
      case .size(let count):
        "holds \(count) \(count == 1 ? "byte" : "bytes") instead of "
          + "\(WebhookSecret.sizes.lowerBound) to \(WebhookSecret.sizes.upperBound)"
      }
    }
  }

  private static let prefix = "whsec_"
  private static let sizes = 24...64

  /// The key of the signatures.
  let key: [UInt8]

  /// Nothing of the secret.
  public var description: String { "(secret)" }
  /// Nothing of the secret.
  public var debugDescription: String { description }
  /// Nothing of the secret.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The secret as it is handed on: `whsec_` and base64.
  public var text: String { Self.prefix + key.base64 }

  /// Reads a secret: `whsec_` and the base64 of 24 to 64 bytes.
  ///
  /// Some senders hand secrets out without the prefix: what can only be one is taken without it as well.
  public init(_ text: String) throws(Flaw) {
    let isPrefixed = text.hasPrefix(Self.prefix)
    let key = [UInt8](strictBase64: isPrefixed ? String(text.dropFirst(Self.prefix.count)) : text)
    guard isPrefixed || Self.sizes.contains(key?.count ?? 0) else { throw .noPrefix }
    guard let key else { throw .notBase64 }
    try self.init(key: key)
  }

  /// Makes a secret of its bytes, 24 to 64 of them, for example ``secureRandomBytes(_:)``.
  public init(key: [UInt8]) throws(Flaw) {
    guard Self.sizes.contains(key.count) else { throw .size(key.count) }
    self.key = key
  }
}
