import EventModel

/// Where events and the catalogue are kept, shared by every program that uses them.
///
/// Callers see this and no database, so that another kind can stand beside the embedded one. Every call blocks until it
/// is done and may be made from any thread. All of them throw ``StorageError``.
public protocol EventStorage: Sendable {
  /// All events by start, equal starts in the order they were added.
  func events() throws -> [Event]

  /// The events next to a moment, by start: so many that start before it, and so many from it on.
  func events(around moment: Instant, count: Int) throws -> [Event]

  /// The same as ``events()``, with those taken over from an earlier answer that have not changed since; nil where all
  /// are as known.
  func events(knowing known: [Event]) throws -> [Event]?

  /// One event, nil where the number is unknown.
  func event(_ id: Event.ID) throws -> Event?

  /// Adds an event as version 1, and forgets the draft it was made from in the same step.
  func add(_ details: EventDetails, by user: String, at now: Instant, dropping draft: String?) throws -> Event

  /// Saves new details over the version they are based on, and forgets the draft they were made from in the same step.
  ///
  /// - Throws: ``StorageError/changedMeanwhile(by:at:)`` where the stored version is another one, and
  ///   ``StorageError/noSuchEvent(_:)`` where the event is gone. Nothing is changed then.
  func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant,
    dropping draft: String?
  ) throws -> Event

  /// Deletes events, all at once, and gives them as they were; those that are gone already are passed over.
  ///
  /// - Throws: ``StorageError/noSuchEvent(_:)`` where none of them is there.
  func delete(_ ids: [Event.ID], by user: String, at now: Instant) throws -> [Event]

  /// Takes changes back, the last one first, all or none, and gives what was done, to be taken back in its turn.
  ///
  /// A deleted event comes back under its number.
  ///
  /// - Throws: ``StorageError/changedMeanwhile(by:at:)`` where someone has changed one of the events since, and
  ///   ``StorageError/noSuchEvent(_:)`` where one is gone. Nothing is changed then.
  func revert(_ changes: [EventChange], by user: String, at now: Instant) throws -> [EventChange]

  /// Who changed an event when and what, the latest change first; also of one that is deleted.
  func history(of id: Event.ID) throws -> [HistoryEntry]

  /// Keeps what stands in an open form, over what was kept of it before; it is this storage's for as long as that is open.
  func keep(_ draft: EventDraft, of user: String, at now: Instant) throws

  /// Forgets a draft; one that is not there is forgotten already.
  func dropDraft(_ id: String) throws

  /// Makes a draft this storage's own that was found, unless another editor has it meanwhile, has changed it or has
  /// saved it; says whether it did.
  func claim(_ draft: KeptDraft, of user: String) throws -> Bool

  /// The drafts of a user whose editors are gone, however they ended, the oldest first.
  func drafts(of user: String) throws -> [KeptDraft]

  /// The speakers to choose from, by name without regard to case and accents; not those that the Centre dropped.
  func speakers() throws -> [Speaker]

  /// The organizers to choose from, in the same order.
  func organizers() throws -> [Organizer]

  /// The sponsors to choose from, in the same order.
  func sponsors() throws -> [Sponsor]

  /// What the rows of a collection were called before: the names they have now, by each that none has any more.
  func newNames(in collection: CatalogueCollection) throws -> [String: [String]]

  /// Adds a record that the Centre does not know to the catalogue, and gives the number of its row.
  func addRecord(_ values: [String], to collection: CatalogueCollection, at now: Instant) throws -> Int64

  /// Changes a record, as an edit made here where it is one of the Centre's.
  ///
  /// - Throws: ``StorageError/recordChanged`` where it does not hold the old values any more.
  func editRecord(
    _ id: Int64, of collection: CatalogueCollection, from old: [String], to values: [String], at now: Instant
  ) throws

  /// Deletes a record; one of the Centre's comes back with a sync that reads it again.
  ///
  /// - Throws: ``StorageError/recordChanged`` where it does not hold the values any more.
  func deleteRecord(_ id: Int64, of collection: CatalogueCollection, holding values: [String]) throws

  /// How much of the catalogue is here, and how fresh it is.
  func catalogueSummary() throws -> CatalogueSummary

  /// Takes the right to sync, which one program has at a time.
  ///
  /// - Throws: ``StorageError/syncIsRunning(by:since:)`` where another one has it.
  func beginSync(_ kind: SyncKind, by user: String, at now: Instant) throws -> any SyncTurn

  /// Keeps the outcome of a sync, with the records it could not take.
  func record(_ run: SyncRun) throws

  /// The latest runs of the sync, the newest first.
  func syncRuns(limit: Int) throws -> [SyncRun]

  /// Everyone who may use the database, by name.
  func users() throws -> [User]

  /// A user by name; nil where there is none.
  func user(named name: String) throws -> User?

  /// Makes somebody the admin of a database that has no users yet; otherwise it does nothing.
  func claim(for name: String, at now: Instant) throws

  /// Adds a user.
  ///
  /// - Throws: ``StorageError/userExists(_:_:)`` where there is one of that name.
  func addUser(_ name: String, _ role: Role, at now: Instant) throws -> User

  /// Gives a user another role.
  ///
  /// - Throws: ``StorageError/noSuchUser(_:)``, and ``StorageError/lastAdmin(_:)`` where no admin would be left.
  func setRole(_ role: Role, ofUser name: String) throws

  /// Removes a user.
  ///
  /// - Throws: ``StorageError/noSuchUser(_:)``, and ``StorageError/lastAdmin(_:)`` where no admin would be left.
  func removeUser(_ name: String) throws

  /// How often the parts of the store have been changed, by this program or another; cheap to ask for.
  func revisions() throws -> Revisions
}

extension EventStorage {
  /// Adds an event that no draft was kept of.
  public func add(_ details: EventDetails, by user: String, at now: Instant) throws -> Event {
    try add(details, by: user, at: now, dropping: nil)
  }

  /// Saves new details of which no draft was kept.
  public func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by user: String, at now: Instant
  ) throws -> Event {
    try update(id, to: details, basedOn: version, by: user, at: now, dropping: nil)
  }
}
