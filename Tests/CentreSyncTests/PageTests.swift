import EventModel
import HTTPTransport
import Synchronization
import Testing

@testable import CentreSync

/// A listing in pages is followed to its end, and only where it stays with the Centre.
@Suite struct PageTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  /// Answers with the page that is asked for, from 1, and a link to the next one.
  private func answer(
    _ pages: [[String]], link: @escaping @Sendable (Int) -> String = { "</api/v1/speakers?page=\($0)>; rel=\"next\"" }
  ) {
    centre.answer(.speakers) { request in
      let page = request.query.first { $0.name == "page" }.flatMap { Int($0.value) } ?? 1
      guard page <= pages.count else { return HTTPResponse(status: 404) }
      let body = "{\"speakers\":[\(pages[page - 1].joined(separator: ","))]}"
      var response = HTTPResponse(type: "application/json", body: Array(body.utf8))
      if page < pages.count { response.headers.add("Link", link(page + 1)) }
      return response
    }
  }

  @Test func `All pages together are one listing`() throws {
    answer((0..<7).map { page in (0..<3).map { speaker(page * 3 + $0, "Speaker \(page * 3 + $0)") } })
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [21, 0, 0, 0])
    #expect(centre.requests(for: .speakers).count == 7)
    #expect(centre.requests(for: .speakers).allSatisfy { $0.headers["X-API-Key"] == Workplace.key })
    answer([[speaker(0, "Speaker 0")], (1..<20).map { speaker($0, "Speaker \($0)") }])
    #expect(try place.sync(from: centre.url).speakers.missing == 1)
  }

  @Test func `Across pages the newest of an identifier wins silently`() throws {
    let old = speaker(1, "Old", updated: "2026-01-01T00:00:00Z")
    let new = speaker(1, "New", updated: "2026-02-01T00:00:00Z")
    for pages in [[[old], [new]], [[new], [old]], [[old], [new], [old]]] {
      let place = try Workplace()
      answer(pages)
      let run = try place.sync(from: centre.url)
      #expect(run.speakers.counts == [1, 0, pages.count - 1, 0])
      #expect(try place.storage.speakers().map(\.name) == ["New"])
      #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, pages.count, 0])
    }
  }

  @Test func `Within a page another one with the same identifier is still an error`() throws {
    answer([[speaker(1, "Ada"), speaker(1, "Eve")], [speaker(1, "Mallory")]])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [1, 0, 1, 1])
    #expect(run.speakers.problems.map(\.name) == ["Eve"])
  }

  @Test func `What is wrong on whole pages is named though a later one fails`() throws {
    answer([[speaker(1, "Ada"), "{\"id\":2}", "7"], []], link: { _ in "</api/v1/speakers?page=9>; rel=\"next\"" })
    let speakers = try place.sync(from: centre.url).speakers
    #expect(speakers.counts == [1, 0, 0, 3])
    #expect(speakers.problems.count == 2)
    let lines = speakers.summaryLines(for: .speakers)
    #expect(lines[0].hasPrefix("Speakers: 1 added, 0 updated, 0 unchanged, 2 failed, then not synced — "))
    #expect(
      lines.dropFirst() == [
        "  speaker 2 — name is missing", "  a speaker without a name — the record is a number, not an object",
      ])
    let stored = try #require(try place.storage.syncRuns(limit: 1).first)
    #expect(stored.speakers == speakers)
    #expect(stored.json().contains(#""id":"2","name":null,"reason":"name is missing""#))
  }

  @Test func `An error on a later page keeps the whole pages, and marks nothing missing`() throws {
    let pages = (0..<8).map { page in [speaker(page, "Speaker \(page)"), speaker(100 + page, "Other \(page)")] }
    answer(pages)
    try place.sync(from: centre.url)
    let checkpoint = try place.dump("sync_checkpoints")
    var changed = pages.map {
      $0.map { $0.replacing("2026-01-01", with: "2026-03-01").replacing("Speaker", with: "New") }
    }
    changed[6][1] = "{\"id\":"
    changed[1].removeLast()
    answer(changed)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.failure?.contains("not one whole JSON document") == true)
    #expect(
      [run.speakers.created, run.speakers.updated, run.speakers.unchanged, run.speakers.missing] == [0, 11, 0, 0])
    #expect(run.exitStatus == 3)
    let names = try place.storage.speakers().map(\.name)
    #expect(names.count == 16)
    #expect((0..<8).allSatisfy { names.contains($0 < 6 ? "New \($0)" : "Speaker \($0)") })
    #expect(try place.dump("sync_checkpoints") == checkpoint)
  }

  @Test func `What a broken page took back is there again`() throws {
    answer([
      [speaker(1, "Old", updated: "2026-01-01T00:00:00Z")],
      [speaker(1, "New", updated: "2026-02-01T00:00:00Z"), "{\"id\":"],
    ])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.created == 1)
    #expect(try place.storage.speakers().map(\.name) == ["Old"])
  }

  @Test(arguments: [
    "https://centre.example/api/v1/speakers?page=2", "http://127.0.0.1:1/api/v1/speakers?page=2", "//other.example/",
    "ftp://127.0.0.1/",
  ])
  func `A next page elsewhere is not asked for`(_ target: String) throws {
    answer([[speaker(1, "Ada")], []], link: { _ in "<\(target)>; rel=next" })
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.failure?.contains("where the key must not go") == true)
    #expect(run.speakers.created == 1)
    #expect(centre.requests(for: .speakers).count == 1)
  }

  @Test func `Pages that go in a circle end`() throws {
    answer(
      [[speaker(1, "Ada")], [speaker(2, "Alan")], []], link: { $0 == 3 ? "<?page=2>; rel=next" : "<?page=2>; rel=next" }
    )
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.failure?.contains("there already") == true)
    #expect(centre.requests(for: .speakers).count == 2)
  }

  @Test func `Pages without end are given up at a cap, and those that came are in`() throws {
    centre.answer(.speakers) { request in
      let page = request.query.first.flatMap { Int($0.value) } ?? 1
      var response = HTTPResponse(
        type: "application/json", body: Array("{\"speakers\":[\(speaker(page, "Speaker \(page)"))]}".utf8))
      response.headers.add("Link", "<?page=\(page + 1)>; rel=next")
      return response
    }
    var configuration = try place.configuration(for: centre.url)
    #expect(configuration.maximumPages == 10_000)
    configuration.maximumPages = 3
    let run = try place.sync(with: configuration).run()
    #expect(run.speakers.failure?.contains("has more than 3 pages") == true)
    #expect(run.speakers.created == 3)
    #expect(centre.requests(for: .speakers).count == 3)
  }

  @Test func `A 304 on a later page breaks the listing off, and only the first page is asked for conditionally`() throws
  {
    centre.answer(
      .speakers,
      HTTPResponse(
        status: 200, headers: HTTPHeaders([("ETag", "\"one\"")]),
        body: Array("{\"speakers\":[\(speaker(1, "Ada", updated: nil))]}".utf8)))
    try place.sync(from: centre.url)
    centre.answer(.speakers) { request in
      guard request.query.isEmpty else { return HTTPResponse(status: 304) }
      var response = HTTPResponse(
        type: "application/json", body: Array("{\"speakers\":[\(speaker(2, "Alan", updated: nil))]}".utf8))
      response.headers.add("Link", "<?page=2>; rel=next")
      return response
    }
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.created == 1 && run.speakers.missing == 0)
    #expect(run.speakers.failure?.contains("status 304") == true)
    #expect(centre.requests(for: .speakers).suffix(2).map { $0.headers["If-None-Match"] } == ["\"one\"", nil])
  }

  @Test(
    arguments: [
      ("</p?a=1,2;3>; rel=\"next\"", "/p?a=1,2;3"), ("</a>; rel=prev, </b>; rel=next", "/b"),
      ("</a>;title=\"x, y; rel=next\" ; REL=\"Last NEXT\"", "/a"), ("</a>; rel=\"next\"; rel=prev", "/a"),
      ("</a>; rel=prev; rel=next", nil), ("</a>; rel", nil), ("</a>", nil), ("", nil), ("nonsense", nil),
      ("</a; rel=next", nil), (", ,</a> ; rel = next", "/a"), ("</a>; title=\"\\\"; rel=next\"", nil),
      ("</a>; rel=\"next", "/a"),
    ] as [(String, String?)])
  func `The link is read as RFC 8288 has it`(_ field: String, _ target: String?) {
    #expect(nextPage(in: HTTPHeaders([("Link", field)])) == target)
  }

  @Test func `The link may stand in another field of the same name`() {
    #expect(nextPage(in: HTTPHeaders([("link", "</a>; rel=prev"), ("LINK", "</b>; rel=next")])) == "/b")
  }
}
