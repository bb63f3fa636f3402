import EventModel
import EventStore
import JSONStream
import Testing

@testable import CentreSync

/// What a sync would do is told by name, changes nothing, and comes true.
@Suite struct PlanTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(3, "Grace")])
    centre.answer(.organizers, records: [speaker(1, "City Library")])
    try place.sync(from: centre.url)
  }

  private func everything() throws -> [[String]] {
    try ["speakers", "organizers", "sponsors", "sync_runs", "sync_checkpoints", "sync_notes", "events"].map {
      try place.dump($0)
    }
  }

  @Test func `The plan names what is added, changed and gone with its events, and the run that follows has its counts`()
    throws
  {
    let byAda = try place.addEvent("Engines", speakers: ["Ada"])
    let byGrace = try place.addEvent("Compilers", speakers: ["Grace", "Ada"])
    centre.answer(
      .speakers,
      records: [
        speaker(1, "Ada Lovelace", title: "Countess", updated: "2026-02-01T00:00:00Z"), speaker(2, "Alan"),
        speaker(4, "Edsger"), "{\"id\":5}",
      ])
    centre.answer(.organizers, .init(status: 404))
    let before = try everything()
    let plan = try place.plan(from: centre.url)
    #expect(try everything() == before)

    #expect(
      plan.rows[.speakers] == [
        .added("Edsger"),
        .changed(
          PlannedChange(
            name: "Ada",
            members: [
              PlannedChange.Member(name: "name", from: "Ada", to: "Ada Lovelace"),
              PlannedChange.Member(name: "title", from: "", to: "Countess"),
            ], events: [byAda, byGrace])),
        .missing(SyncNote(kind: .missing, id: "3", name: "Grace", events: [byGrace])),
      ])
    #expect(plan.rows[.organizers] == nil)
    #expect(
      plan.lines(for: .speakers) == [
        "  + Edsger",
        "  ~ Ada: name “Ada” → “Ada Lovelace”, title “” → “Countess” — used by 2 events: 1 Engines, 2 Compilers",
        "  - Grace — used by 1 event: 2 Compilers",
      ])
    #expect(plan.json().contains("\"dry_run\":true") && plan.json().contains("\"added\":[\"Edsger\"]"))

    let run = try place.sync(from: centre.url)
    #expect(run.outcomes == plan.run.outcomes)
    #expect(run.speakers.counts == [1, 1, 1, 1])
  }

  @Test func `A long plan is told in pieces, each row once, with its events`() throws {
    let count = 2_600
    centre.answer(.speakers, records: (0..<count).map { speaker(10 + $0, "Speaker \($0)") })
    try place.sync(from: centre.url)
    let late = try place.addEvent("Late", speakers: ["Speaker \(count - 1)"])
    centre.answer(
      .speakers,
      records: (0..<count).map { speaker(10 + $0, "Renamed \($0)", updated: "2026-02-01T00:00:00Z") }
        + (0..<700).map { speaker(9_000 + $0, "New \($0)") })
    let plan = try place.plan(from: centre.url)
    // The three from before are gone besides.
    #expect(plan.rows[.speakers]?.count == count + 703)
    #expect(plan.lines(for: .speakers).count == count + 703)
    #expect(plan.lines(for: .speakers).count { $0.hasSuffix(" — used by 1 event: \(late.id) Late") } == 1)
    #expect(plan.pieces.count > 3)
    let json = try JSONValue(parsing: Array(plan.json().utf8))
    #expect(json["speakers"]?["plan"]?["changed"]?.elements?.count == count)
    #expect(json["speakers"]?["plan"]?["added"]?.elements?.count == 700)
    #expect(json["sponsors"]?["plan"]?["missing"]?.elements?.isEmpty == true)
    let short = try place.sync(with: place.configuration(for: centre.url)).plan {
      try $0.lines(for: .speakers, limit: 1_000)
    }
    #expect(short?.count == 1_001 && short?.last == "  and 2,303 more")
  }

  @Test func `Two plans in a row are the same`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(9, "Barbara")])
    #expect(try place.plan(from: centre.url) == place.plan(from: centre.url))
  }
  @Test func `A plan that was approved is carried out as it was shown, whatever the Centre has by then`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(9, "Barbara")])
    let run = try place.review(from: centre.url) { plan in
      #expect(plan.lines(for: .speakers) == ["  + Barbara", "  - Grace"])
      centre.answer(.speakers, records: [])
      return true
    }
    #expect(run?.speakers.counts == [1, 0, 2, 0] && run?.speakers.missing == 1)
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan", "Barbara"])
    #expect(try place.storage.syncRuns(limit: 9).count == 2)
  }

  @Test func `A plan that was not approved changes and records nothing`() throws {
    centre.answer(.speakers, records: [speaker(9, "Barbara")])
    let before = try everything()
    #expect(try place.review(from: centre.url) { _ in false } == nil)
    #expect(try everything() == before)
    #expect(try place.sync(from: centre.url).isSuccess)
  }

  @Test func `A row that was deleted and whose number another one has by now is not marked as gone`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan")])
    let grace = try #require(try place.storage.speakers().last)
    let run = try place.review(from: centre.url) { _ in
      try? place.storage.deleteRecord(grace.id, of: .speakers, holding: ["Grace", "", "", ""])
      let added = try? place.storage.addRecord(["Mary", "", "", ""], to: .speakers, at: Workplace.now)
      return added == grace.id
    }
    #expect(run?.speakers.failure?.contains("Someone changed the catalogue") == true)
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan", "Mary"])
  }

  @Test func `While a plan is looked at nobody else syncs, and a row changed meanwhile is not overwritten`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada Lovelace", updated: "2026-02-01T00:00:00Z")])
    let run = try place.review(from: centre.url) { _ in
      #expect(throws: StorageError.self) { try place.sync(from: centre.url) }
      try? place.execute("UPDATE speakers SET name = 'Augusta', updated_at = '2026-11-24' WHERE external_id = '1'")
      return true
    }
    #expect(run?.speakers.failure?.contains("Someone changed the catalogue") == true)
    #expect(run?.organizers.failure == nil)
    #expect(try place.storage.speakers().map(\.name) == ["Alan", "Augusta", "Grace"])
  }
}
