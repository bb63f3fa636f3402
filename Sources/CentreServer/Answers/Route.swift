/// What can be asked of the Resources Centre.
enum Route: Equatable, Sendable {
  /// The records of a collection.
  case collection(CentreCollection)
  /// How many records there are.
  case stats
  /// Whether it works; no key is needed for that.
  case health

  /// Why a request is for nothing that is here.
  enum Refusal: Error {
    /// There is nothing at the path.
    case notFound
    /// There is, but it can only be read.
    case methodNotAllowed
  }

  static let all = CentreCollection.allCases.map(Route.collection) + [.stats, .health]

  /// The path it is at.
  var path: String {
    switch self {
    case .collection(let collection): "/api/v1/\(collection.rawValue)"
    case .stats: "/api/v1/stats"
    case .health: "/healthz"
    }
  }

  /// Finds what a request is for.
  init(method: String, path: String) throws(Refusal) {
    guard let route = Self.all.first(where: { $0.path == path }) else { throw .notFound }
    guard method == "GET" else { throw .methodNotAllowed }
    self = route
  }
}
