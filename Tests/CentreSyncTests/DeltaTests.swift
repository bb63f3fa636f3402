import EventModel
import EventStore
import Foundation
import HTTPTransport
import Testing

@testable import CentreSync

/// A Centre that can tell what has changed is asked for no more than that.
@Suite struct DeltaTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  private func since(_ request: HTTPRequest) -> String? {
    request.query.first { $0.name == "updated_since" }?.value
  }

  /// The latest request for speakers: what it asked to be told since.
  private func lastSince() -> String? { centre.requests(for: .speakers).last.flatMap(since) }

  /// Answers in full, or with the given changes where those are asked for.
  private func answer(all: [String], changes: [String], date: String? = nil) {
    centre.answer(.speakers) { request in
      let isDelta = request.query.contains { $0.name == "updated_since" }
      let body = "{\"speakers\":[\((isDelta ? changes : all).joined(separator: ","))]}"
      var response = HTTPResponse(type: "application/json", body: Array(body.utf8))
      if isDelta { response.headers.add("X-Delta", "1") }
      if let date { response.headers.add("Date", date) }
      return response
    }
  }

  @Test func `Changes are asked for from the newest stored time less five minutes`() throws {
    answer(
      all: [speaker(1, "Ada", updated: "2026-01-01T12:00:00Z"), speaker(2, "Alan", updated: "2026-01-01T10:00:00Z")],
      changes: [
        speaker(1, "Ada", updated: "2026-01-01T12:00:00Z"), speaker(3, "Grace", updated: "2026-01-02T00:00:00.5Z"),
      ])
    #expect(try place.sync(from: centre.url).speakers.counts == [2, 0, 0, 0])
    #expect(lastSince() == nil)
    let run = try place.sync(from: centre.url)
    #expect(lastSince() == "2026-01-01T11:55:00Z")
    #expect(run.speakers.counts == [1, 0, 1, 0])
    #expect(run.speakers.listing == .changes)
    #expect(run.speakers.missing == 0)
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan", "Grace"])
    try place.sync(from: centre.url)
    #expect(lastSince() == "2026-01-01T23:55:00.5Z")
  }

  @Test func `A duplicate among changes is told of again until it is right`() throws {
    let ada = [
      speaker(1, "Ada", updated: "2026-02-01T00:00:00Z"), speaker(1, "Eve", updated: "2026-02-02T00:00:00Z"),
      speaker(2, "Alan", updated: "2026-03-01T00:00:00Z"),
    ]
    answer(all: [speaker(1, "Ada")], changes: ada)
    try place.sync(from: centre.url)
    for created in [1, 0] {
      let run = try place.sync(from: centre.url)
      #expect(run.speakers.created == created)
      #expect(run.speakers.problems.map(\.name) == ["Ada"])
    }
    #expect(lastSince() == "2026-01-31T23:55:00Z")
    #expect(try place.storage.speakers().map(\.name) == ["Alan", "Eve"])
  }

  @Test func `What the Centre deleted leaves the pickers once`() throws {
    let tombstone = "{\"id\":2,\"deleted_at\":\"2026-01-03T00:00:00Z\"}"
    answer(
      all: [speaker(1, "Ada"), speaker(2, "Alan")],
      changes: [tombstone, tombstone, "{\"id\":9,\"deleted_at\":\"2026-01-03\"}"])
    try place.sync(from: centre.url)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 0, 0, 0])
    #expect(run.speakers.missing == 1)
    #expect(run.speakers.notes.map(\.name) == ["Alan"])
    #expect(try place.storage.speakers().map(\.name) == ["Ada"])
    let again = try place.sync(from: centre.url)
    #expect(again.speakers.missing == 0 && again.speakers.notes.isEmpty)
    #expect(lastSince() == "2026-01-02T23:55:00Z")
  }

  @Test func `Of a record and the note that it was deleted the newer counts`() throws {
    answer(
      all: [speaker(1, "Ada"), speaker(2, "Alan")],
      changes: [
        "{\"id\":1,\"deleted_at\":\"2026-01-03T00:00:00Z\"}", speaker(1, "Ada again", updated: "2026-01-04T00:00:00Z"),
        speaker(2, "Alan again", updated: "2026-01-04T00:00:00Z"), "{\"id\":2,\"deleted_at\":\"2026-01-05T00:00:00Z\"}",
      ])
    try place.sync(from: centre.url)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 1, 1, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada again"])
  }

  @Test func `A failed record is asked for again until it comes right`() throws {
    let failed = "{\"id\":3,\"name\":7,\"updated_at\":\"2026-01-02T00:00:00Z\"}"
    answer(
      all: [speaker(1, "Ada"), failed, speaker(2, "Alan", updated: "2026-01-05T00:00:00Z")], changes: [failed])
    try place.sync(from: centre.url)
    for _ in 1...2 {
      #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 0, 1])
      #expect(lastSince() == "2026-01-01T23:55:00Z")
    }
  }

  @Test func `A failed record without a time starts no changes`() throws {
    answer(all: [speaker(1, "Ada"), "{\"id\":3,\"name\":7}"], changes: [])
    try place.sync(from: centre.url)
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 1, 1])
    #expect(lastSince() == nil)
  }

  @Test func `Records without a time are always fetched with all others`() throws {
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan", updated: nil)], changes: [])
    try place.sync(from: centre.url)
    try place.sync(from: centre.url)
    #expect(lastSince() == nil)
  }

  @Test func `A time beyond the Centre's own clock hides nothing`() throws {
    answer(
      all: [speaker(1, "Ada", updated: "2099-01-01T00:00:00Z")], changes: [], date: "Mon, 23 Nov 2026 15:00:00 GMT")
    try place.sync(from: centre.url)
    try place.sync(from: centre.url)
    #expect(lastSince() == "2026-11-23T14:55:00Z")
  }

  @Test func `A Centre that does not know the parameter sends all, with the same result, and is not asked again`()
    throws
  {
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan")])
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: [speaker(1, "Ada")])
    let run = try place.sync(from: centre.url)
    #expect(lastSince() != nil)
    #expect(run.speakers.listing == .complete)
    #expect(run.speakers.missing == 1)
    try place.sync(from: centre.url)
    #expect(lastSince() == nil)
  }

  @Test(arguments: [400, 422]) func `A Centre that refuses the parameter is asked without it`(_ status: Int) throws {
    centre.answer(.speakers) { request in
      request.query.isEmpty
        ? HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8))
        : HTTPResponse(status: status)
    }
    try place.sync(from: centre.url)
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 1, 0])
  }

  @Test(arguments: [400, 422])
  func `A Centre that refused the parameter is only asked whether all is as it was`(_ status: Int) throws {
    centre.answer(.speakers) { request in
      guard request.query.isEmpty else { return HTTPResponse(status: status) }
      if request.headers["If-None-Match"] == "\"one\"" { return HTTPResponse(status: 304) }
      var response = HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8))
      response.headers.add("ETag", "\"one\"")
      return response
    }
    try place.sync(from: centre.url)
    #expect(try place.sync(from: centre.url).speakers.listing == .notModified)
    let before = centre.requests(for: .speakers).count
    #expect(try place.sync(from: centre.url).speakers.listing == .notModified)
    #expect(centre.requests(for: .speakers).count == before + 1)
  }

  @Test func `A Centre that did not know the parameter is asked again after a week`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada")])
    for _ in 1...3 { try place.sync(from: centre.url) }
    #expect(lastSince() == nil)
    try place.execute("UPDATE sync_checkpoints SET asked_at = '2026-11-15T00:00:00.000000Z'")
    answer(all: [speaker(1, "Ada")], changes: [speaker(2, "Alan")])
    #expect(try place.sync(from: centre.url).speakers.listing == .changes)
    #expect(try place.sync(from: centre.url).speakers.listing == .changes)
  }

  @Test func `Another key, another address and a full sync start over`() throws {
    answer(all: [speaker(1, "Ada")], changes: [])
    try place.sync(from: centre.url)
    try place.sync(from: centre.url, key: "another-key-of-the-tests")
    #expect(lastSince() == nil)
    try place.sync(from: centre.url)
    #expect(lastSince() == nil)
    var full = SyncOptions()
    full.isFull = true
    try place.sync(from: centre.url, full)
    #expect(lastSince() == nil)
    try place.sync(from: centre.url)
    #expect(lastSince() != nil)
    #expect(!(try place.dump("sync_checkpoints")).joined().contains(Workplace.key))
  }

  @Test func `An unchanged listing is known by its tag, and only once it was stored`() throws {
    let body = Array("{\"speakers\":[\(speaker(1, "Ada", updated: nil))]}".utf8)
    centre.answer(.speakers) { request in
      if request.headers["If-None-Match"] == "\"v1\"" { return HTTPResponse(status: 304) }
      return HTTPResponse(
        status: 200, headers: HTTPHeaders([("Content-Type", "application/json"), ("ETag", "\"v1\"")]), body: body)
    }
    #expect(try place.plan(from: centre.url).run.speakers.counts == [1, 0, 0, 0])
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 0, 0])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.listing == .notModified)
    #expect(run.isSuccess && run.speakers.counts == [0, 0, 0, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada"])
    #expect(centre.requests(for: .speakers).map { $0.headers["If-None-Match"] } == [nil, nil, "\"v1\""])
  }

  @Test(
    arguments: [
      ("W/\"a, b\"", "W/\"a, b\""), ("\"\"", "\"\""), ("not quoted", "not quoted"),
      ("\"\(String(repeating: "x", count: 2000))\"", nil),
    ] as [(String, String?)])
  func `A tag goes back as it came, weak or strong, unless it is too long to be one`(
    _ tag: String, _ sent: String?
  ) throws {
    let body = Array("{\"speakers\":[\(speaker(1, "Ada", updated: nil))]}".utf8)
    centre.answer(.speakers, HTTPResponse(status: 200, headers: HTTPHeaders([("ETag", tag)]), body: body))
    try place.sync(from: centre.url)
    try place.sync(from: centre.url)
    #expect(centre.requests(for: .speakers).map { $0.headers["If-None-Match"] } == [nil, sent])
  }

  @Test func `A listing with a bad record is not taken for known`() throws {
    let body = Array("{\"speakers\":[{\"id\":1,\"name\":7}]}".utf8)
    centre.answer(.speakers, HTTPResponse(status: 200, headers: HTTPHeaders([("ETag", "\"v1\"")]), body: body))
    try place.sync(from: centre.url)
    try place.sync(from: centre.url)
    #expect(centre.requests(for: .speakers).allSatisfy { $0.headers["If-None-Match"] == nil })
  }

  @Test func `A Centre that says unchanged though nobody asked is not believed`() throws {
    centre.answer(.speakers, HTTPResponse(status: 304))
    #expect(try place.sync(from: centre.url).speakers.failure?.contains("304") == true)
  }
}
