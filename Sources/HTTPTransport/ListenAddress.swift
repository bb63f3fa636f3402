/// Where a server listens, as people write it: `127.0.0.1:5000`, `[::1]:5000`, `localhost:0`.
public struct ListenAddress: Equatable, Sendable {
  /// The host: an address of this machine or a name for one.
  public let host: String
  /// The port; 0 lets the system choose a free one.
  public let port: UInt16

  /// Makes an address from its parts.
  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; an IPv6 address stands in brackets.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "\0" || $0 == "[" || $0 == "]" }) else {
      return nil
    }
    self.init(host: String(host), port: port)
  }

  /// The address as the host part of a URL: `127.0.0.1:5000`.
  public var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
