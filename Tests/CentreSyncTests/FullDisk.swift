import EventModel
import EventStore

/// A storage whose disk is full: it reads, and refuses the writes that a test names.
struct FullDisk: EventStorage {
  static let error = StorageError.failed("The disk is full; make room and try again.")

  let storage: any EventStorage
  let refusesRuns: Bool
  let refused: CatalogueCollection?

  func beginSync(_ kind: SyncKind, by user: String, at now: Instant) throws -> any SyncTurn {
    FullDiskTurn(turn: try storage.beginSync(kind, by: user, at: now), refused: refused)
  }

  func record(_ run: SyncRun) throws {
    if refusesRuns { throw Self.error }
    try storage.record(run)
  }

  func events() throws -> [Event] { try storage.events() }
  func events(around moment: Instant, count: Int) throws -> [Event] {
    try storage.events(around: moment, count: count)
  }
  func events(knowing known: [Event]) throws -> [Event]? { try storage.events(knowing: known) }
  func event(_ id: Event.ID) throws -> Event? { try storage.event(id) }
  func add(_ details: EventDetails, by user: String, at now: Instant, dropping draft: String?) throws -> Event {
    throw Self.error
  }
  func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant,
    dropping draft: String?
  ) throws -> Event { throw Self.error }
  func delete(_ ids: [Event.ID], by user: String, at now: Instant) throws -> [Event] { throw Self.error }
  func revert(_ changes: [EventChange], by user: String, at now: Instant) throws -> [EventChange] { throw Self.error }
  func history(of id: Event.ID) throws -> [HistoryEntry] { try storage.history(of: id) }
  func keep(_ draft: EventDraft, of user: String, at now: Instant) throws { throw Self.error }
  func claim(_ draft: KeptDraft, of user: String) throws -> Bool { throw Self.error }
  func dropDraft(_ id: String) throws { throw Self.error }
  func drafts(of user: String) throws -> [KeptDraft] { try storage.drafts(of: user) }
  func speakers() throws -> [Speaker] { try storage.speakers() }
  func organizers() throws -> [Organizer] { try storage.organizers() }
  func sponsors() throws -> [Sponsor] { try storage.sponsors() }
  func newNames(in collection: CatalogueCollection) throws -> [String: [String]] {
    try storage.newNames(in: collection)
  }
  func addRecord(_ values: [String], to collection: CatalogueCollection, at now: Instant) throws -> Int64 {
    throw Self.error
  }
  func deleteRecord(_ id: Int64, of collection: CatalogueCollection, holding values: [String]) throws {
    throw Self.error
  }
  func editRecord(
    _ id: Int64, of collection: CatalogueCollection, from old: [String], to values: [String], at now: Instant
  ) throws { throw Self.error }
  func users() throws -> [User] { try storage.users() }
  func user(named name: String) throws -> User? { try storage.user(named: name) }
  func claim(for name: String, at now: Instant) throws { throw Self.error }
  func addUser(_ name: String, _ role: Role, at now: Instant) throws -> User { throw Self.error }
  func setRole(_ role: Role, ofUser name: String) throws { throw Self.error }
  func removeUser(_ name: String) throws { throw Self.error }
  func catalogueSummary() throws -> CatalogueSummary { try storage.catalogueSummary() }
  func syncRuns(limit: Int) throws -> [SyncRun] { try storage.syncRuns(limit: limit) }
  func revisions() throws -> Revisions { try storage.revisions() }
}

/// The turn of a storage whose disk is full.
private final class FullDiskTurn: SyncTurn {
  private let turn: any SyncTurn
  private let refused: CatalogueCollection?

  init(turn: any SyncTurn, refused: CatalogueCollection?) {
    self.turn = turn
    self.refused = refused
  }

  func end() { turn.end() }

  func staging(of collection: CatalogueCollection) throws -> any CatalogueStaging {
    if collection == refused { throw FullDisk.error }
    return try turn.staging(of: collection)
  }
}
