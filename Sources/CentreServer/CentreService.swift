import EventModel
import HTTPTransport
import JSONStream

/// Answers the requests to a Resources Centre; knows nothing of sockets.
struct CentreService: Sendable {
  private let key: APIKey
  private let records: [CentreCollection: [CentreRecord]]
  /// What is asked for all the time, made once.
  private let bodies: [CentreCollection: [UInt8]]
  private let stats: [UInt8]

  init(data: CentreData, key: APIKey) {
    self.key = key
    records = data.records
    var bodies: [CentreCollection: [UInt8]] = [:]
    var counts: [JSONMember] = []
    for collection in CentreCollection.allCases {
      let live = (data.records[collection] ?? []).filter { !$0.isDeleted }
      bodies[collection] = Self.body(of: collection, live)
      counts.append(JSONMember(collection.rawValue, .number(String(live.count))))
    }
    self.bodies = bodies
    stats = Array(JSONValue.object(counts).json().utf8)
  }

  /// Answers one request; without the key it tells nothing at all, not even what is here.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard key.matches(request.headers["X-API-Key"] ?? "") else {
      return .failure(
        401, "Send the right key in the header X-API-Key.", [("WWW-Authenticate", "ApiKey realm=\"Resources Centre\"")])
    }
    do {
      switch try Route(method: request.method, path: request.path) {
      case .collection(let collection): return answer(collection, request)
      case .stats: return .json(stats)
      }
    } catch {
      switch error {
      case .notFound: return .failure(404, "There is nothing at \(request.path).")
      case .methodNotAllowed: return .failure(405, "This can only be read, with GET.", [("Allow", "GET, HEAD")])
      }
    }
  }

  /// Answers with a whole collection, or with what has changed since a time where the client asks for that.
  private func answer(_ collection: CentreCollection, _ request: HTTPRequest) -> HTTPResponse {
    guard collection.isDated, let since = request.query.first(where: { $0.name == "updated_since" }) else {
      return .json(bodies[collection] ?? [])
    }
    guard let time = Instant(timestamp: since.value) else {
      return .failure(400, "updated_since must be an ISO 8601 time.")
    }
    // What bears no time may have changed: it is always part of the answer.
    let changed = (records[collection] ?? []).filter { $0.changedAt.map { $0 >= time } ?? true }
    return .json(Self.body(of: collection, changed), [("X-Delta", "1")])
  }

  private static func body(of collection: CentreCollection, _ records: [CentreRecord]) -> [UInt8] {
    let whole = JSONValue.object([JSONMember(collection.rawValue, .array(records.map(\.json)))])
    return Array(whole.json().utf8)
  }
}

extension CentreCollection {
  /// Whether its records say when they were changed.
  fileprivate var isDated: Bool { fields.contains { $0.name == "updated_at" } }
}

extension HTTPResponse {
  fileprivate static func json(_ body: [UInt8], _ fields: [(name: String, value: String)] = []) -> HTTPResponse {
    HTTPResponse(status: 200, headers: HTTPHeaders([("Content-Type", "application/json")] + fields), body: body)
  }

  fileprivate static func failure(
    _ status: Int, _ sentence: String, _ fields: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    var response = json(Array(JSONValue.object([JSONMember("error", .string(sentence))]).json().utf8), fields)
    response.status = status
    return response
  }
}
