import EventModel
import HTTPTransport
import JSONStream
import SQLiteKit

/// Answers the requests to a Resources Centre; knows nothing of sockets.
struct CentreService: Sendable {
  private let store: CentreStore
  private let key: APIKey?

  /// Makes a service on a store, with a key that is good besides those in the store; nil for none.
  init(store: CentreStore, key: APIKey?) {
    self.store = store
    self.key = key
  }

  /// Answers one request; without a key it tells nothing at all, not even what is here.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    let route = Result { () throws(Route.Refusal) in try Route(method: request.method, path: request.path) }
    do {
      let snapshot = try store.snapshot()
      return try translatingErrors(of: store.file) {
        if case .success(.health) = route { return try health(snapshot) }
        guard try isAllowed(request, snapshot) else { return .unauthorized }
        return try answer(route.get(), request, snapshot)
      }
    } catch Route.Refusal.notFound {
      return .failure(404, "There is nothing at \(request.path).")
    } catch Route.Refusal.methodNotAllowed {
      return .failure(405, "This can only be read, with GET.", [("Allow", "GET, HEAD")])
    } catch let flaw as ListingRequest.Flaw {
      return .failure(400, flaw.sentence)
    } catch {
      return .failure(503, "The data cannot be read at the moment; try again later.", [("Retry-After", "10")])
    }
  }

  private func isAllowed(_ request: HTTPRequest, _ snapshot: CentreSnapshot) throws -> Bool {
    let offered = request.headers["X-API-Key"] ?? ""
    if key?.matches(offered) == true { return true }
    return try snapshot.hasKey(offered)
  }

  private func answer(_ route: Route, _ request: HTTPRequest, _ snapshot: CentreSnapshot) throws -> HTTPResponse {
    switch route {
    case .collection(let collection): return try answer(collection, request, snapshot)
    case .stats: return try stats(request, snapshot)
    case .health: return try health(snapshot)
    }
  }

  /// Answers with a collection or a part of it.
  private func answer(
    _ collection: CentreCollection, _ request: HTTPRequest, _ snapshot: CentreSnapshot
  ) throws -> HTTPResponse {
    let wanted = try ListingRequest(request.query, of: collection)
    let instance = try snapshot.instance()
    let tag = EntityTag(
      instance: instance, of: collection.rawValue, revision: try snapshot.totals(of: collection).revision)
    var fields = [("ETag", tag.text), ("Cache-Control", "private, no-cache")]
    // Changes are known since this data began: whoever asks for those of another has to begin anew.
    if collection.isDated { fields.append(("X-Data-Instance", instance)) }
    if wanted.since != nil { fields.append(("X-Delta", "1")) }
    if tag.isNamed(in: request.headers["If-None-Match"]) { return .notModified(fields) }
    let listing = try Listing(wanted, of: collection, in: snapshot)
    if let next = listing.next {
      fields.append(("Link", "<\(wanted.reference(to: next, of: collection))>; rel=\"next\""))
    }
    var response = HTTPResponse(type: "application/json", stream: try listing.stream(), length: listing.length)
    for (name, value) in fields { response.headers.add(name, value) }
    response.isCompressible = true
    return response
  }

  private func stats(_ request: HTTPRequest, _ snapshot: CentreSnapshot) throws -> HTTPResponse {
    let tag = EntityTag(instance: try snapshot.instance(), of: "stats", revision: try snapshot.revision())
    let fields = [("ETag", tag.text), ("Cache-Control", "private, no-cache")]
    if tag.isNamed(in: request.headers["If-None-Match"]) { return .notModified(fields) }
    let counts = try CentreCollection.allCases.map {
      JSONMember($0.rawValue, .number(String(try snapshot.totals(of: $0).records)))
    }
    return .json(.object(counts), fields)
  }

  private func health(_ snapshot: CentreSnapshot) throws -> HTTPResponse {
    _ = try snapshot.revision()
    return .json(.object([JSONMember("status", .string("ok"))]), [("Cache-Control", "no-store")])
  }
}

extension HTTPResponse {
  fileprivate static func json(_ value: JSONValue, _ fields: [(name: String, value: String)] = []) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: HTTPHeaders([("Content-Type", "application/json")] + fields), body: Array(value.json().utf8)
    )
  }

  fileprivate static func notModified(_ fields: [(name: String, value: String)]) -> HTTPResponse {
    var response = HTTPResponse(status: 304, headers: HTTPHeaders(fields))
    response.isCompressible = true
    return response
  }

  fileprivate static let unauthorized = failure(
    401, "Send the right key in the header X-API-Key.", [("WWW-Authenticate", "ApiKey realm=\"Resources Centre\"")])
}
