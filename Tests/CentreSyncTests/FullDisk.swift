import EventModel
import EventStore

/// A storage whose disk is full: it reads, and refuses the writes that a test names.
struct FullDisk: EventStorage {
  static let error = StorageError.failed("The disk is full; make room and try again.")

  let storage: any EventStorage
  let refusesRuns: Bool
  let refused: CatalogueCollection?

  func apply(_ changes: CatalogueChanges, at now: Instant) throws {
    if changes.collection == refused { throw Self.error }
    try storage.apply(changes, at: now)
  }

  func record(_ run: SyncRun) throws {
    if refusesRuns { throw Self.error }
    try storage.record(run)
  }

  func events() throws -> [Event] { try storage.events() }
  func event(_ id: Event.ID) throws -> Event? { try storage.event(id) }
  func add(_ details: EventDetails, by user: String, at now: Instant) throws -> Event { throw Self.error }
  func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant
  ) throws -> Event { throw Self.error }
  func delete(_ id: Event.ID) throws { throw Self.error }
  func keep(_ draft: EventDraft, of user: String, process: Int32, at now: Instant) throws { throw Self.error }
  func dropDraft(_ id: String) throws { throw Self.error }
  func drafts(of user: String) throws -> [KeptDraft] { try storage.drafts(of: user) }
  func speakers() throws -> [Speaker] { try storage.speakers() }
  func organizers() throws -> [Organizer] { try storage.organizers() }
  func sponsors() throws -> [Sponsor] { try storage.sponsors() }
  func catalogueSummary() throws -> CatalogueSummary { try storage.catalogueSummary() }
  func remoteTimes(of collection: CatalogueCollection) throws -> [String: Instant?] {
    try storage.remoteTimes(of: collection)
  }
  func values(of externalID: String, in collection: CatalogueCollection) throws -> [String]? {
    try storage.values(of: externalID, in: collection)
  }
  func syncRuns(limit: Int) throws -> [SyncRun] { try storage.syncRuns(limit: limit) }
  func changeToken() throws -> Int64 { try storage.changeToken() }
}
