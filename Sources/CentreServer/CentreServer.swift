import HTTPTransport

/// A Resources Centre: the system that owns speakers, organizers and sponsors, served over HTTP.
public final class CentreServer: Sendable {
  /// Where it is reached, without `/api/v1`.
  public let url: String
  private let server: HTTPServer

  /// Starts a Centre; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - data: What it serves.
  ///   - apiKey: The key that clients send in the header `X-API-Key`.
  ///   - address: The address of this machine to listen on.
  ///   - port: The port; 0 takes a free one.
  /// - Throws: ``CentreError`` for a key that cannot be used, `HTTPServerError` where it cannot listen.
  public init(data: CentreData, apiKey: String, address: String = "127.0.0.1", port: UInt16 = 0) throws {
    let service = CentreService(data: data, key: try APIKey(apiKey))
    server = try HTTPServer(address: address, port: port) { service.answer($0) }
    url = "http://\(ListenAddress(host: address, port: server.port).text)"
  }

  /// Ends all connections and stops listening; safe to call again.
  public func stop() {
    server.stop()
  }
}
