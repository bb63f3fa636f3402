import EventModel
import HTTPTransport

/// A Resources Centre: the system that owns speakers, organizers and sponsors, served over HTTP.
public final class CentreServer: Sendable {
  /// Where it is reached, without `/api/v1`.
  public let url: String
  private let server: HTTPServer

  /// Starts a Centre on a store; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - store: What it serves.
  ///   - apiKey: A key that clients may send in the header `X-API-Key` besides those of the store; nil for none.
  ///   - address: The address of this machine to listen on.
  ///   - port: The port; 0 takes a free one.
  ///   - identity: What proves who the server is; with it the server speaks HTTPS only.
  ///   - limits: What clients are allowed.
  ///   - log: What is told of each request; nil for nothing.
  /// - Throws: ``CentreError`` for a key that cannot be used, `HTTPServerError` where it cannot listen.
  public init(
    store: CentreStore, apiKey: String?, address: String = "127.0.0.1", port: UInt16 = 0,
    identity: HTTPServer.Identity? = nil, limits: HTTPServer.Limits = HTTPServer.Limits(), log: AccessLog? = nil
  ) throws {
    let service = CentreService(store: store, key: try apiKey.map { key throws(CentreError) in try APIKey(key) })
    let observer = log.map { log -> HTTPServer.Observer in { log.note($0) } }
    server = try HTTPServer(
      address: address, port: port, limits: limits, identity: identity, observer: observer
    ) { service.answer($0) }
    let scheme = identity == nil ? "http" : "https"
    url = "\(scheme)://\(ListenAddress(host: address, port: server.port).text)"
  }

  /// Starts a Centre that serves some data as it is, from a store that is gone with it.
  public convenience init(
    data: CentreData, apiKey: String, address: String = "127.0.0.1", port: UInt16 = 0
  ) throws {
    try self.init(store: .temporary(holding: data), apiKey: apiKey, address: address, port: port)
  }

  /// Stops listening, lets the answers under way come to their end, and ends all connections; safe to call again.
  public func stop(waitingFor patience: Duration = .zero) {
    server.stop(waitingFor: patience)
  }
}
