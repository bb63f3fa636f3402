import EventModel
import EventStore
import Testing

@testable import CentreSync

/// The database refuses a write in the middle of a sync.
@Suite struct FullDiskTests {
  private func sync(refusing collection: CatalogueCollection?, refusesRuns: Bool) throws -> (Workplace, CentreSync) {
    let place = try Workplace()
    let storage = FullDisk(storage: place.storage, refusesRuns: refusesRuns, refused: collection)
    return (
      place,
      CentreSync(configuration: try place.configuration(for: centre.url), storage: storage, now: { Workplace.now })
    )
  }

  let centre: Centre

  init() throws {
    centre = try Centre()
    centre.answer(.speakers, records: [speaker(1, "Ada")])
    centre.answer(.sponsors, records: [speaker(1, "Acme Trust")])
  }

  @Test func `A collection that cannot be stored fails, and the others come in`() throws {
    let (place, sync) = try sync(refusing: .speakers, refusesRuns: false)
    let run = try sync.run()
    #expect(run.speakers.failure == FullDisk.error.message)
    #expect(run.sponsors.counts == [1, 0, 0, 0])
    #expect(run.exitStatus == 3)
    #expect(try place.storage.sponsors().map(\.name) == ["Acme Trust"])
  }

  @Test func `A run that cannot be recorded is reported all the same`() throws {
    let (place, sync) = try sync(refusing: nil, refusesRuns: true)
    let error = try #require(throws: UnrecordedRunError.self) { try sync.run() }
    #expect(error.message == FullDisk.error.message)
    #expect(error.run.speakers.counts == [1, 0, 0, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada"])
    #expect(try place.storage.syncRuns(limit: 1).isEmpty)
  }
}
