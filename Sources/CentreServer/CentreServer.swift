import EventModel
import HTTPTransport

/// A Resources Centre: the system that owns speakers, organizers and sponsors, served over HTTP.
public final class CentreServer: Sendable {
  /// Where it is reached, without `/api/v1`.
  public var url: String { server.url }
  private let server: HTTPServer

  /// Starts a Centre on a store; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - store: What it serves.
  ///   - apiKey: A key that clients may send in the header `X-API-Key` besides those of the store; nil for none.
  ///   - place: Where to listen, and what proves who the server is.
  ///   - limits: What clients are allowed.
  ///   - log: What is told of each request; nil for nothing.
  /// - Throws: ``CentreError`` for a key that cannot be used, `HTTPServerError` where it cannot listen.
  public init(
    store: CentreStore, apiKey: String?, at place: HTTPServer.Place = .loopback,
    limits: HTTPServer.Limits = HTTPServer.Limits(), log: AccessLog? = nil
  ) throws {
    let service = CentreService(store: store, key: try apiKey.map { key throws(CentreError) in try APIKey(key) })
    let observer = log.map { log -> HTTPServer.Observer in { log.note($0) } }
    server = try HTTPServer(at: place, limits: limits, observer: observer) { service.answer($0) }
  }

  /// Starts a Centre that serves some data as it is, from a store that is gone with it.
  public convenience init(data: CentreData, apiKey: String) throws {
    try self.init(store: .temporary(holding: data), apiKey: apiKey)
  }

  /// Stops listening, lets the answers under way come to their end, and ends all connections; safe to call again.
  public func stop(waitingFor patience: Duration = .zero) {
    server.stop(waitingFor: patience)
  }
}
