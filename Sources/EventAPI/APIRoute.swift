import HTTPTransport

/// What can be asked of Pivotal over HTTP.
public enum APIRoute: CaseIterable, Sendable {
  /// Whether the program answers.
  case health
  /// The Resources Centre says that something has changed there.
  case centreWebhook

  /// Why a request is for nothing that is here.
  enum Refusal: Error, Equatable {
    /// There is nothing at the path.
    case notFound
    /// There is, but not with this method; the header `Allow` names those there are.
    case methodNotAllowed(allow: String)
  }

  /// The path it is at.
  public var path: String {
    switch self {
    case .health: "/healthz"
    case .centreWebhook: "/api/webhooks/resources-centre"
    }
  }

  /// The method it is asked with; HEAD comes as GET.
  public var method: String {
    switch self {
    case .health: "GET"
    case .centreWebhook: "POST"
    }
  }

  /// Finds what a request is for.
  init(method: String, path: String) throws(Refusal) {
    guard let route = Self.allCases.first(where: { $0.path == path }) else { throw .notFound }
    guard method == route.method else {
      throw .methodNotAllowed(allow: route.method == "GET" ? "GET, HEAD" : route.method)
    }
    self = route
  }
}
