import EventModel
import HTTPTransport
import JSONStream
import Testing

@testable import CentreServer

@Suite("A Resources Centre that serves files as they are")
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

  private func answer(_ target: String, method: String = "GET", key: String? = "sesame") throws -> TestAnswer {
    let store = try withDirectory(of: Self.files) { try CentreStore.temporary(holding: CentreData(directory: $0)) }
    return try CentreService(store: store, key: try APIKey("sesame")).answer(to: target, method: method, key: key)
  }

  @Test("answers each collection with the members of the contract, in its order, with times in UTC")
  func collections() throws {
    let speakers = try answer("/api/v1/speakers")
    #expect(speakers.status == 200)
    #expect(speakers.headers["Content-Type"] == "application/json")
    #expect(speakers.headers["X-Delta"] == nil)
    #expect(speakers.announcedLength == speakers.text.utf8.count)
    let ada =
      #"{"id":7,"name":"Ada Lovelace","title":"Mathematician","company":"Analytical Engine","bio":"Wrote\nprograms.","#
      + #""created_at":"2026-01-01T00:00:00Z","updated_at":"2026-03-01T09:00:00Z"}"#
    let alan =
      #"{"id":"s8","name":"Alan Turing","title":"","company":"","bio":"","created_at":null,"#
      + #""updated_at":"2026-03-01T09:00:00.5Z"}"#
    let grace =
      #"{"id":"s9","name":"Grace Hopper","title":"","company":"","bio":"","created_at":null,"updated_at":null}"#
    #expect(speakers.text == #"{"speakers":["# + [ada, alan, grace].joined(separator: ",") + "]}")
    let cern = #"{"id":"o1","name":"CERN","website":"https://home.cern","created_at":null,"updated_at":null}"#
    #expect(try answer("/api/v1/organizers").text == #"{"organizers":[\#(cern)]}"#)
    let sponsors = try answer("/api/v1/sponsors")
    #expect(sponsors.text == #"{"sponsors":[]}"#)
    #expect(sponsors.announcedLength == sponsors.text.utf8.count)
  }

  @Test("answers events with names, and not with all it knows")
  func events() throws {
    #expect(
      try answer("/api/v1/events").text
        == #"{"events":[{"id":1,"title":"Lectures","start":"1946-07-08T13:00:00Z","#
        + #""end":"1946-08-31T21:00:00Z","organizer":"CERN","sponsor":null,"#
        + #""speakers":["Ada Lovelace","Alan Turing"]}]}"#)
  }

  @Test("counts what it answers")
  func stats() throws {
    #expect(try answer("/api/v1/stats").text == #"{"speakers":3,"organizers":1,"sponsors":0,"events":1}"#)
  }

  @Test("answers what has changed since a time, what was deleted, and what bears no time")
  func delta() throws {
    func ids(since time: String) throws -> [String] {
      let delta = try answer("/api/v1/speakers?updated_since=\(time)")
      #expect(delta.headers["X-Delta"] == "1")
      #expect(delta.announcedLength == delta.text.utf8.count)
      return try delta.ids
    }
    #expect(try ids(since: "2026-01-01") == ["7", "s8", "s10", "s9"])
    #expect(try ids(since: "2026-03-01T09:00:00Z") == ["7", "s8", "s10", "s9"])
    #expect(try ids(since: "2026-03-01T09:00:00.4Z") == ["s8", "s10", "s9"])
    #expect(try ids(since: "2026-05-01T00:00:00Z") == ["s9"])
    let deleted = try answer("/api/v1/speakers?updated_since=2026-04-01")
    #expect(deleted.text.contains(#"{"id":"s10","deleted_at":"2026-04-01T00:00:00Z"}"#))
  }

  @Test("says so where it has no such answer")
  func noDelta() throws {
    let events = try answer("/api/v1/events?updated_since=2026-05-01")
    #expect(events.headers["X-Delta"] == nil)
    #expect(events.text == (try answer("/api/v1/events").text))
  }

  @Test(
    "refuses a query it cannot understand",
    arguments: [
      ("updated_since=yesterday", "updated_since must be an ISO 8601 time."),
      ("limit=0", "limit must be a whole number from 1 to 10000."),
      ("limit=many", "limit must be a whole number from 1 to 10000."),
      ("limit=10001", "limit must be a whole number from 1 to 10000."),
      ("cursor=7", "cursor must be what the link to the next page holds."),
      ("limit=1&cursor=a.b", "cursor must be what the link to the next page holds."),
    ])
  func badQuery(query: String, sentence: String) throws {
    let refused = try answer("/api/v1/speakers?" + query)
    #expect(refused.status == 400)
    #expect(refused.text == #"{"error":"\#(sentence)"}"#)
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

  @Test("says to anybody whether it works")
  func health() throws {
    let healthy = try answer("/healthz", key: nil)
    #expect(healthy.status == 200)
    #expect(healthy.text == #"{"status":"ok"}"#)
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
    #expect(throws: CentreError.self) { try CentreServer(data: .demo(), apiKey: key) }
  }
}
