import HTTPTransport
import JSONStream
import Testing

@testable import CentreServer

@Suite("A Resources Centre")
struct CentreServiceTests {
  private static let files = [
    "speakers.jsonl": """
    {"id": 7, "bio": "Wrote\\nprograms.", "name": "Ada Lovelace", "title": "Mathematician", "phone": "unlisted", \
    "company": "Analytical Engine", "created_at": "2026-01-01T00:00:00", "updated_at": "2026-03-01T10:00:00+01:00"}
    {"id": "s8", "name": "Alan Turing", "updated_at": "2026-03-01T09:00:00.5Z"}
    {"id": "s9", "name": "Grace Hopper"}
    {"id": "s10", "deleted_at": "2026-04-01T00:00:00Z", "name": "Nobody"}
    """,
    "organizers.jsonl": #"{"id": "o1", "name": "CERN", "website": "https://home.cern"}"#,
    "events.jsonl": """
    {"id": 1, "title": "Lectures", "start": "1946-07-08T09:00:00-04:00", "end": "1946-08-31T17:00:00-04:00", \
    "venue": "Moore School", "organizer": "CERN", "speakers": ["Ada Lovelace", "Alan Turing"]}
    """,
  ]

  private func service() throws -> CentreService {
    try withDirectory(of: Self.files) { CentreService(data: try CentreData(directory: $0), key: try APIKey("sesame")) }
  }

  private func answer(
    _ path: String, method: String = "GET", key: String? = "sesame", query: [(name: String, value: String)] = []
  ) throws -> (status: Int, headers: HTTPHeaders, text: String) {
    let headers = HTTPHeaders(key.map { [("x-api-key", $0)] } ?? [])
    let response = try service().answer(HTTPRequest(method: method, path: path, query: query, headers: headers))
    return (response.status, response.headers, String(decoding: response.body, as: UTF8.self))
  }

  @Test("answers each collection with the members of the contract, in its order")
  func collections() throws {
    let speakers = try answer("/api/v1/speakers")
    #expect(speakers.status == 200)
    #expect(speakers.headers["Content-Type"] == "application/json")
    #expect(speakers.headers["X-Delta"] == nil)
    let ada =
      #"{"id":7,"name":"Ada Lovelace","title":"Mathematician","company":"Analytical Engine","bio":"Wrote\nprograms.","#
      + #""created_at":"2026-01-01T00:00:00","updated_at":"2026-03-01T10:00:00+01:00"}"#
    let alan =
      #"{"id":"s8","name":"Alan Turing","title":"","company":"","bio":"","created_at":null,"#
      + #""updated_at":"2026-03-01T09:00:00.5Z"}"#
    let grace =
      #"{"id":"s9","name":"Grace Hopper","title":"","company":"","bio":"","created_at":null,"updated_at":null}"#
    #expect(speakers.text == #"{"speakers":["# + [ada, alan, grace].joined(separator: ",") + "]}")
    let cern = #"{"id":"o1","name":"CERN","website":"https://home.cern","created_at":null,"updated_at":null}"#
    #expect(try answer("/api/v1/organizers").text == #"{"organizers":[\#(cern)]}"#)
    #expect(try answer("/api/v1/sponsors").text == #"{"sponsors":[]}"#)
  }

  @Test("answers events with names, and not with all it knows")
  func events() throws {
    #expect(
      try answer("/api/v1/events").text
        == #"{"events":[{"id":1,"title":"Lectures","start":"1946-07-08T09:00:00-04:00","#
        + #""end":"1946-08-31T17:00:00-04:00","organizer":"CERN","sponsor":null,"#
        + #""speakers":["Ada Lovelace","Alan Turing"]}]}"#)
  }

  @Test("counts what it answers")
  func stats() throws {
    #expect(try answer("/api/v1/stats").text == #"{"speakers":3,"organizers":1,"sponsors":0,"events":1}"#)
  }

  @Test("answers what has changed since a time, and what was deleted")
  func delta() throws {
    func ids(since time: String) throws -> [String] {
      let delta = try answer("/api/v1/speakers", query: [("updated_since", time)])
      #expect(delta.headers["X-Delta"] == "1")
      let records = try JSONValue(parsing: delta.text)["speakers"]?.elements ?? []
      return records.compactMap { $0["id"]?.text ?? $0["id"]?.integer.map(String.init) }
    }
    #expect(try ids(since: "2026-01-01") == ["7", "s8", "s9", "s10"])
    #expect(try ids(since: "2026-03-01T09:00:00Z") == ["7", "s8", "s9", "s10"])
    #expect(try ids(since: "2026-03-01T09:00:00.4Z") == ["s8", "s9", "s10"])
    #expect(try ids(since: "2026-05-01T00:00:00Z") == ["s9"])
    let deleted = try answer("/api/v1/speakers", query: [("updated_since", "2026-04-01")])
    #expect(deleted.text.contains(#"{"id":"s10","deleted_at":"2026-04-01T00:00:00Z"}"#))
  }

  @Test("says so where it has no such answer")
  func noDelta() throws {
    let events = try answer("/api/v1/events", query: [("updated_since", "2026-05-01")])
    #expect(events.headers["X-Delta"] == nil)
    #expect(events.text == (try answer("/api/v1/events").text))
    let unreadable = try answer("/api/v1/speakers", query: [("updated_since", "yesterday")])
    #expect(unreadable.status == 400)
    #expect(unreadable.text == #"{"error":"updated_since must be an ISO 8601 time."}"#)
  }

  @Test("tells nothing without the key", arguments: [nil, "", "sesam", "sesame2", "Sesame", "open sesame"])
  func keys(key: String?) throws {
    for path in ["/api/v1/speakers", "/api/v1/stats", "/nowhere"] {
      let refused = try answer(path, key: key)
      #expect(refused.status == 401)
      #expect(refused.headers["Content-Type"] == "application/json")
      #expect(refused.text == #"{"error":"Send the right key in the header X-API-Key."}"#)
    }
  }

  @Test("says what it does not have and does not do")
  func refusals() throws {
    for path in ["/", "/api/v1", "/api/v1/speakers/", "/api/v1/speakers/7", "/API/v1/speakers"] {
      let missing = try answer(path)
      #expect(missing.status == 404)
      #expect(missing.text.contains(#"{"error":"There is nothing at "#))
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
      let refused = try answer("/api/v1/speakers", method: method)
      #expect(refused.status == 405)
      #expect(refused.headers["Allow"] == "GET, HEAD")
      #expect(refused.text == #"{"error":"This can only be read, with GET."}"#)
    }
  }

  @Test("finds each route at its own path")
  func routes() throws {
    for route in Route.all { #expect(try Route(method: "GET", path: route.path) == route) }
  }

  @Test("needs a key that a header can carry", arguments: ["", "two words", "line\nbreak", "clé"])
  func unusableKey(key: String) throws {
    #expect(throws: CentreError.self) { try CentreServer(data: try CentreData.demo(), apiKey: key) }
  }
}
