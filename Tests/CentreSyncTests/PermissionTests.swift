import EventModel
import EventStore
import Testing

@testable import CentreSync

/// What a sync may do depends on who runs it, whichever front asked for it.
@Suite struct PermissionTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
    try place.storage.claim(for: "ada", at: Workplace.now)
    _ = try place.storage.addUser("grace", .staff, at: Workplace.now)
    _ = try place.storage.addUser("mary", .dataOps, at: Workplace.now)
    centre.answer(.speakers, records: (1...4).map { speaker($0, "Speaker \($0)") })
    try sync("grace")
    centre.answer(.speakers, records: [speaker(1, "Other")])
  }

  @discardableResult
  private func sync(_ user: String, _ change: (inout SyncOptions) -> Void = { _ in }) throws -> SyncRun {
    var options = SyncOptions()
    change(&options)
    let storage = AuthorizedStorage(place.storage, user: user)
    return try CentreSync(
      configuration: place.configuration(for: centre.url), storage: storage, now: { Workplace.now }
    ).run(options)
  }

  private func refusal(_ user: String, _ change: (inout SyncOptions) -> Void) -> StorageError? {
    #expect(throws: StorageError.self) { try sync(user, change) }
  }

  @Test func `Staff refresh the catalogue, and neither accept removals nor replace what differs`() throws {
    let before = try place.catalogue()
    for error in [refusal("grace") { $0.acceptsRemovals = true }, refusal("grace") { $0.isFull = true }] {
      #expect(error?.message.hasPrefix("grace is staff here and may not run `pivotal sync`; ") == true)
    }
    #expect(try place.catalogue() == before)
    #expect(centre.requests(for: .speakers).count == 1)
    let run = try sync("grace")
    #expect(run.speakers.emptied == SourceEmptied(here: 4, listed: 1))
  }

  @Test func `data_ops accept removals and replace what differs`() throws {
    #expect(try sync("mary") { $0.acceptsRemovals = true }.speakers.missing == 3)
    #expect(try sync("mary") { $0.isFull = true }.speakers.updated == 1)
    #expect(try place.storage.speakers().map(\.name) == ["Other"])
  }
}
