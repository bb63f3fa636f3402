import EventModel
import HTTPTransport
import Signatures

/// Pivotal over HTTP.
public final class APIServer: Sendable {
  /// Where and how it is reached.
  public struct Place: Sendable {
    /// The address to listen on.
    public let address: ListenAddress
    /// What proves who the server is; with it the server speaks HTTPS only.
    public let identity: HTTPServer.Identity?

    /// Makes a place.
    public init(_ address: ListenAddress, identity: HTTPServer.Identity? = nil) {
      self.address = address
      self.identity = identity
    }
  }

  /// Where it is reached.
  public let url: String
  private let server: HTTPServer

  /// Starts a server; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - place: Where to listen.
  ///   - secret: What the Resources Centre signs its messages with.
  ///   - now: The clock.
  ///   - log: Takes a line for each request.
  ///   - requestSync: Called where a sync is wanted; does not wait for it.
  /// - Throws: `HTTPServerError` where it cannot listen.
  public init(
    at place: Place, secret: WebhookSecret, now: @escaping @Sendable () -> Instant,
    log: @escaping @Sendable (String) -> Void, requestSync: @escaping @Sendable () -> Void
  ) throws {
    let service = APIService(secret: secret, now: { now().seconds }, requestSync: requestSync)
    server = try HTTPServer(address: place.address.host, port: place.address.port, identity: place.identity) {
      let response = service.answer($0)
      log(RequestLine($0, response, at: now()).text)
      return response
    }
    let scheme = place.identity == nil ? "http" : "https"
    url = "\(scheme)://\(ListenAddress(host: place.address.host, port: server.port).text)"
  }

  /// Ends all connections and stops listening; safe to call again.
  public func stop() {
    server.stop()
  }
}
