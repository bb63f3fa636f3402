import EventModel
import HTTPTransport
import Signatures

/// Pivotal over HTTP.
public final class APIServer: Sendable {
  /// Where it is reached.
  public var url: String { server.url }
  private let server: HTTPServer

  /// Starts a server; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - place: Where to listen.
  ///   - secret: What the Resources Centre signs its messages with.
  ///   - now: The clock.
  ///   - log: Takes a line for each request, once it is over.
  ///   - requestSync: Called where a sync is wanted; does not wait for it.
  /// - Throws: `HTTPServerError` where it cannot listen.
  public init(
    at place: HTTPServer.Place, secret: WebhookSecret, now: @escaping @Sendable () -> Instant,
    log: @escaping @Sendable (String) -> Void, requestSync: @escaping @Sendable () -> Void
  ) throws {
    let service = APIService(secret: secret, now: { now().seconds }, requestSync: requestSync)
    server = try HTTPServer(at: place, observer: { log("\(now().iso8601) \($0.line)") }) { service.answer($0) }
  }

  /// Ends all connections and stops listening; safe to call again.
  public func stop() {
    server.stop()
  }
}
