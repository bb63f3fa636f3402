/// Why a webhook is not taken for what it says.
public enum WebhookRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// A header field is missing, or empty.
  case missing(String)
  /// The identifier is too long or holds a character that no identifier has.
  case badID
  /// The time is not a whole number of seconds.
  case badTimestamp
  /// It was sent too long ago.
  case tooOld
  /// It says that it will be sent later.
  case tooNew
  /// No signature is the right one.
  case wrongSignature

  /// What is wrong, and the next step, in one sentence.
  public var description: String {
    switch self {
    case .missing(let name): "The header \(name) is missing; send it as Standard Webhooks 1.0 says."
    case .badID:
      "The header \(WebhookHeaders.idName) is no identifier; send up to 255 ASCII characters without spaces and full stops."
    case .badTimestamp: "The header \(WebhookHeaders.timestampName) is no time; send whole seconds since 1970."
    case .tooOld: "The message was sent too long ago; send it with the present time, and compare the clocks."
    case .tooNew: "The message comes from the future; compare the clocks of the two machines."
    case .wrongSignature: "No signature is right; sign the message with the secret that both ends share."
    }
  }
}
