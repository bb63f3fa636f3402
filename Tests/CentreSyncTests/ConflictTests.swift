import EventModel
import EventStore
import Testing

@testable import CentreSync

/// What differs here and there, and who wins.
@Suite struct ConflictTests {
  let place: Workplace
  let centre: Centre
  private static let full: SyncOptions = {
    var options = SyncOptions()
    options.isFull = true
    return options
  }()

  init() throws {
    place = try Workplace()
    centre = try Centre()
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Alan")])
    try place.sync(from: centre.url)
  }

  private func names() throws -> [String] { try place.storage.speakers().map(\.name) }

  @Test func `A second run with nothing new leaves the tables byte for byte`() throws {
    let before = try place.catalogue()
    try place.sync(from: centre.url)
    try place.sync(from: centre.url, Self.full)
    #expect(try place.catalogue() == before)
  }

  @Test func `Other content with the same time is a conflict until a full sync names what it overwrites`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Eve")])
    for _ in 1...2 {
      let run = try place.sync(from: centre.url)
      #expect(run.speakers.counts == [0, 0, 2, 0])
      #expect(run.speakers.notes == [SyncNote(kind: .conflict, id: "2", name: "Alan")])
      #expect(try names() == ["Ada", "Alan"])
    }
    let run = try place.sync(from: centre.url, Self.full)
    #expect(run.speakers.counts == [0, 1, 1, 0])
    #expect(run.speakers.notes == [SyncNote(kind: .overwritten, id: "2", name: "Alan", newName: "Eve")])
    #expect(try names() == ["Ada", "Eve"])
    #expect(try place.sync(from: centre.url).speakers.notes.isEmpty)
  }

  @Test func `Newer wins to the microsecond, whatever the zone`() throws {
    let times = ["2026-01-01T00:00:00.000001Z", "2026-01-01T02:00:00+02:00"]
    centre.answer(.speakers, records: times.enumerated().map { speaker($0 + 1, "New \($0)", updated: $1) })
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 1, 1, 0])
    #expect(try names() == ["Alan", "New 0"])
  }

  @Test func `An edit made here stays, named, until the Centre has a newer one`() throws {
    try place.execute("UPDATE speakers SET name = 'Ada L.', edited_at = '2026-05-01T00:00:00.000000Z' WHERE id = 1")
    for options in [SyncOptions(), Self.full] {
      let run = try place.sync(from: centre.url, options)
      #expect(run.speakers.counts == [0, 0, 2, 0])
      #expect(run.speakers.notes == [SyncNote(kind: .kept, id: "1", name: "Ada L.")])
      #expect(try names() == ["Ada L.", "Alan"])
    }
    centre.answer(
      .speakers, records: [speaker(1, "Ada Lovelace", updated: "2026-02-01T00:00:00Z"), speaker(2, "Alan")])
    #expect(try place.sync(from: centre.url).speakers.counts.prefix(2) == [0, 1])
    #expect(try names() == ["Ada Lovelace", "Alan"])
    #expect(try place.sync(from: centre.url).speakers.notes.isEmpty)
  }

  @Test func `A rename is an update, and the events that hold the old name are listed`() throws {
    let uses = [try place.addEvent("One", speakers: ["Ada"]), try place.addEvent("Two", speakers: ["Alan", "Ada"])]
    _ = try place.addEvent("Other", speakers: ["Ada Lovelace"])
    centre.answer(
      .speakers, records: [speaker(1, "Ada Lovelace", updated: "2026-02-01T00:00:00Z"), speaker(2, "Alan")])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 1, 1, 0])
    #expect(
      run.speakers.notes == [
        SyncNote(kind: .renamed, id: "1", name: "Ada", newName: "Ada Lovelace", events: uses)
      ])
    #expect(try place.storage.syncRuns(limit: 1) == [run])
    #expect(try place.storage.events().map(\.details.speakers) == [["Ada"], ["Alan", "Ada"], ["Ada Lovelace"]])
  }

  @Test func `Of an organizer and a sponsor the events are found as well`() throws {
    centre.answer(.organizers, records: [speaker(1, "Old Library")])
    centre.answer(.sponsors, records: [speaker(1, "Old Trust")])
    try place.sync(from: centre.url)
    let use = try place.addEvent("One", organizer: "Old Library", sponsor: "Old Trust")
    centre.answer(.organizers, records: [speaker(1, "New Library", updated: "2026-02-01T00:00:00Z")])
    centre.answer(.sponsors, records: [speaker(1, "New Trust", updated: "2026-02-01T00:00:00Z")])
    let run = try place.sync(from: centre.url)
    #expect(run.organizers.notes.map(\.events) == [[use]])
    #expect(run.sponsors.notes.map(\.events) == [[use]])
  }

  @Test func `Somebody who changes a row while it is synced makes the collection fail whole`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada L.", updated: "2026-02-01T00:00:00Z"), speaker(3, "Grace")])
    let (place, path) = (place, place.path)
    let other = try openStorage(at: path)
    let run = try place.sync(
      from: centre.url,
      progress: { step in
        // The speakers have been compared by now, and are not stored yet.
        guard case .reading(.speakers, let count) = step, count > 0 else { return }
        _ = try? other.events()
        try? place.execute("UPDATE speakers SET name = 'Countess', updated_at = 'later' WHERE id = 1")
      })
    #expect(run.speakers.failure == StorageError.catalogueChanged.message)
    #expect(try names() == ["Alan", "Countess"])
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 1, 0, 0])
  }

  @Test func `A new name is told with its events also where a full sync overwrites, and where a row comes back`() throws
  {
    let event = try place.addEvent("Engines", speakers: ["Ada", "Alan"])
    centre.answer(.speakers, records: [speaker(1, "Ada"), speaker(2, "Eve")])
    let overwritten = try place.sync(from: centre.url, Self.full)
    #expect(
      overwritten.speakers.notes == [
        SyncNote(kind: .overwritten, id: "2", name: "Alan", newName: "Eve", events: [event])
      ])
    centre.answer(.speakers, records: [speaker(2, "Eve")])
    #expect(try place.sync(from: centre.url).speakers.missing == 1)
    centre.answer(
      .speakers, records: [speaker(1, "Ada Lovelace", updated: "2026-02-01T00:00:00Z"), speaker(2, "Eve")])
    let returned = try place.sync(from: centre.url)
    #expect(
      returned.speakers.notes == [
        SyncNote(kind: .returned, id: "1", name: "Ada", newName: "Ada Lovelace", events: [event])
      ])
    #expect(try place.storage.syncRuns(limit: 1).first?.speakers == returned.speakers)
  }
}
