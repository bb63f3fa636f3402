import EventModel
import HTTPTransport
import Synchronization
import Testing

@testable import CentreSync

/// The catalogue follows the Centre, run after run.
@Suite struct CatalogueStoryTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  @Test func `The first sync brings all three collections, and a second changes nothing`() throws {
    centre.answer(
      .speakers,
      records: [
        """
        {"id":1,"name":"Ada Lovelace","title":"Mathematician","company":"Analytical Engine",\
        "bio":"First line.\\r\\nSecond line.","created_at":"x","updated_at":"2026-01-01T00:00:00Z"}
        """, speaker(2, "José Valim"),
      ])
    centre.answer(
      .organizers, records: ["{\"id\":\"o-1\",\"name\":\"City Library\",\"website\":\"https://library.example\"}"])
    centre.answer(.sponsors, records: ["{\"id\":7,\"name\":\"Acme Trust\",\"updated_at\":null}"])

    let first = try place.sync(from: centre.url)
    #expect(first.isSuccess)
    #expect(
      [first.speakers.counts, first.organizers.counts, first.sponsors.counts] == [
        [2, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0],
      ])
    let ada = try #require(try place.storage.speakers().first)
    #expect([ada.externalID, ada.name, ada.title] == ["1", "Ada Lovelace", "Mathematician"])
    #expect(ada.bio == "First line.\nSecond line.")
    #expect(try place.storage.organizers().map(\.website) == ["https://library.example"])
    #expect(try place.storage.sponsors().map(\.externalID) == ["7"])

    let second = try place.sync(from: centre.url)
    #expect(
      [second.speakers.counts, second.organizers.counts, second.sponsors.counts] == [
        [0, 0, 2, 0], [0, 0, 1, 0], [0, 0, 1, 0],
      ])
  }

  @Test func `Only what is newer at the Centre is updated`() throws {
    let times = ["2026-01-01T00:00:00.000001Z", "2026-01-01T02:00:00+02:00", "2025-12-31T23:59:59Z"]
    centre.answer(.speakers, records: (0..<3).map { speaker($0, "Old \($0)") })
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: times.enumerated().map { speaker($0, "New \($0)", updated: $1) })
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 1, 2, 0])
    #expect(try place.storage.speakers().map(\.name) == ["New 0", "Old 1", "Old 2"])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 3, 0])
  }

  @Test func `Without a time only different content is an update`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada", updated: nil), speaker(2, "Alan", updated: nil)])
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: [speaker(1, "Ada", updated: nil), speaker(2, "Alan Turing", updated: nil)])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 1, 1, 0])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 2, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan Turing"])
  }

  @Test func `A Centre that begins to send times causes one update at most`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada", updated: nil), speaker(2, "Alan", updated: nil)])
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan Turing")])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 1, 1, 0])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 2, 0])
  }

  @Test func `One bad record stops none of the others`() throws {
    centre.answer(
      .speakers,
      records: [
        speaker(1, "Ada Lovelace"), "{\"id\":2}", "7", speaker(3, "Alan Turing", updated: "soon"), speaker(4, "Grace"),
      ])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [2, 0, 0, 3])
    #expect(run.message == "Sync completed with errors")
    #expect(run.exitStatus == 3)
    #expect(run.speakers.problems.map(\.name) == [nil, nil, "Alan Turing"])
    #expect(try place.storage.speakers().map(\.name) == ["Ada Lovelace", "Grace"])
  }

  @Test func `An identifier that comes twice is one when both are the same, and the newest otherwise`() throws {
    centre.answer(
      .speakers,
      records: [
        speaker(1, "Ada"), speaker(1, "Ada"), speaker(2, "Old", updated: "2026-01-01T00:00:00Z"),
        speaker(2, "New", updated: "2026-02-01T00:00:00Z"), "{\"id\":\"2\",\"name\":\"Timeless\"}",
      ])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [2, 0, 1, 2])
    #expect(run.speakers.problems.map(\.name) == ["Old", "Timeless"])
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "New"])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 3, 2])
  }

  @Test func `Every run is recorded with what went wrong`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada", updated: "soon")])
    centre.answer(.sponsors, HTTPResponse(status: 500))
    let run = try place.sync(from: centre.url)
    #expect(try place.storage.syncRuns(limit: 10) == [run])
    #expect(run.source == centre.url)
    #expect(run.startedAt == Workplace.now)
    #expect(try place.storage.catalogueSummary().lastSuccess == Workplace.now)
  }

  @Test func `Names come clean, whatever white space and control characters they hold`() throws {
    centre.answer(
      .speakers,
      records: [#"{"id":1,"name":"\u001b]0;Ada\u00a0\u2003 Love\u200blace\n","title":" \t ","bio":"a\tb\u0007\r\nc"}"#])
    try place.sync(from: centre.url)
    let ada = try #require(try place.storage.speakers().first)
    #expect(ada.name == "]0;Ada Love\u{200B}lace")
    #expect(ada.title == "")
    #expect(ada.bio == "a\tb\nc")
  }

  @Test func `Progress counts the records and names each collection once it is done`() throws {
    centre.answer(.speakers, records: (0..<2000).map { speaker($0, "Speaker \($0)") })
    let seen = Mutex<[SyncProgress]>([])
    let run = try place.sync(from: centre.url, progress: { step in seen.withLock { $0.append(step) } })
    let steps = seen.withLock { $0 }
    let counts = steps.compactMap { if case .reading(.speakers, let records) = $0 { records } else { nil } }
    #expect(counts == counts.sorted() && counts.count > 1)
    for collection in CatalogueCollection.allCases {
      #expect(steps.contains(.applied(collection, run.outcomes[collection] ?? SyncOutcome())))
    }
  }
}
