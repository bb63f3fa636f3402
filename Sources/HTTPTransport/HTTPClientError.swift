/// Why a transfer failed, with one plain sentence for people.
public struct HTTPClientError: Error, Equatable, CustomStringConvertible {
  /// What went wrong, for programs.
  public enum Kind: Sendable {
    /// The address cannot be read, or holds something that does not belong there.
    case badAddress
    /// A header field holds a character that cannot be sent.
    case badHeader
    /// The address is plain HTTP to another machine.
    case insecure
    /// No address is known for the host, or for the proxy.
    case couldNotResolve
    /// Nobody took the connection.
    case couldNotConnect
    /// The encryption failed: the certificate is not trusted, not for this host, or cannot be read.
    case tls
    /// Connecting took too long.
    case timedOut
    /// An answer that announced no length had no end in sight.
    case endless
    /// The answer stopped coming, or came a few bytes at a time.
    case stalled
    /// The connection ended before the answer did.
    case endedEarly
    /// The body or the head is larger than allowed.
    case tooLarge
    /// What came is not HTTP.
    case badAnswer
    /// The caller no longer wants the answer.
    case cancelled
    /// Anything else.
    case other
  }

  /// What went wrong.
  public let kind: Kind
  /// What went wrong, where, and the next step, in one sentence; never holds a header's value or a key.
  public let message: String

  /// Makes an error from its parts.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
