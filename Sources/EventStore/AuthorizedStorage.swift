import EventModel

/// A storage as one user may use it: what stands between any front, the editor, a command or the API, and the store.
///
/// Every call asks what the user is at that moment, so that a role that is taken away is gone at once. Whatever name a
/// caller gives, what is written bears the user's own.
public struct AuthorizedStorage: EventStorage {
  private let storage: any EventStorage
  /// Who uses it.
  public let user: String

  /// Lets a user at a storage, as far as their role allows.
  public init(_ storage: any EventStorage, user: String) {
    self.storage = storage
    self.user = user
  }

  /// The user's role.
  ///
  /// - Throws: ``StorageError/notAUser(_:admins:)``.
  public func role() throws -> Role { try account().role }

  /// Refuses what the user's role does not allow.
  ///
  /// - Throws: ``StorageError/notAUser(_:admins:)`` and ``StorageError/notAllowed(_:_:admins:)``.
  public func require(_ permission: Permission) throws {
    let account = try account()
    guard account.role.may(permission) else {
      throw StorageError.notAllowed(account, permission, admins: try admins())
    }
  }

  private func account() throws -> User {
    guard let account = try storage.user(named: user) else {
      throw StorageError.notAUser(user, admins: try admins())
    }
    return account
  }

  private func admins() throws -> [String] { try storage.users().filter { $0.role == .admin }.map(\.name) }

  private func allowed(_ permission: Permission) throws -> any EventStorage {
    try require(permission)
    return storage
  }
}

// MARK: - Events and drafts

extension AuthorizedStorage {
  /// All events, by start.
  public func events() throws -> [Event] { try allowed(.readEvents).events() }

  /// One event, nil where the number is unknown.
  public func event(_ id: Event.ID) throws -> Event? { try allowed(.readEvents).event(id) }

  /// Adds an event in the user's name.
  public func add(
    _ details: EventDetails, by _: String, at now: Instant, dropping draft: String?
  ) throws -> Event {
    try allowed(.editEvents).add(details, by: user, at: now, dropping: draft)
  }

  /// Saves new details in the user's name.
  public func update(
    _ id: Event.ID, to details: EventDetails, basedOn version: Int64, by _: String, at now: Instant,
    dropping draft: String?
  ) throws -> Event {
    try allowed(.editEvents).update(id, to: details, basedOn: version, by: user, at: now, dropping: draft)
  }

  /// The events next to a moment, by start.
  public func events(around moment: Instant, count: Int) throws -> [Event] {
    try allowed(.readEvents).events(around: moment, count: count)
  }

  /// All events, by start; nil where all are as known.
  public func events(knowing known: [Event]) throws -> [Event]? { try allowed(.readEvents).events(knowing: known) }

  /// Deletes events in the user's name.
  public func delete(_ ids: [Event.ID], by _: String, at now: Instant) throws -> [Event] {
    try allowed(.editEvents).delete(ids, by: user, at: now)
  }

  /// Takes changes back in the user's name.
  public func revert(_ changes: [EventChange], by _: String, at now: Instant) throws -> [EventChange] {
    try allowed(.editEvents).revert(changes, by: user, at: now)
  }

  /// Who changed an event when and what.
  public func history(of id: Event.ID) throws -> [HistoryEntry] { try allowed(.readEvents).history(of: id) }

  /// Keeps what stands in an open form of the user's.
  public func keep(_ draft: EventDraft, of _: String, at now: Instant) throws {
    try allowed(.editEvents).keep(draft, of: user, at: now)
  }

  /// Forgets a draft.
  public func dropDraft(_ id: String) throws { try allowed(.editEvents).dropDraft(id) }

  /// Makes a draft of the user's this storage's own, unless another editor has it meanwhile.
  public func claim(_ draft: KeptDraft, of _: String) throws -> Bool {
    try allowed(.editEvents).claim(draft, of: user)
  }

  /// The user's own drafts whose editors are gone, the oldest first.
  public func drafts(of _: String) throws -> [KeptDraft] { try allowed(.editEvents).drafts(of: user) }
}

// MARK: - The catalogue and its syncs

extension AuthorizedStorage {
  /// The speakers to choose from.
  public func speakers() throws -> [Speaker] { try allowed(.readCatalogue).speakers() }

  /// The organizers to choose from.
  public func organizers() throws -> [Organizer] { try allowed(.readCatalogue).organizers() }

  /// The sponsors to choose from.
  public func sponsors() throws -> [Sponsor] { try allowed(.readCatalogue).sponsors() }

  /// What the rows of a collection were called before, with the names they have now.
  public func newNames(in collection: CatalogueCollection) throws -> [String: [String]] {
    try allowed(.readCatalogue).newNames(in: collection)
  }

  /// Adds a record that the Centre does not know to the catalogue.
  public func addRecord(_ values: [String], to collection: CatalogueCollection, at now: Instant) throws -> Int64 {
    try allowed(.editCatalogue).addRecord(values, to: collection, at: now)
  }

  /// Changes a record of the catalogue.
  public func editRecord(
    _ id: Int64, of collection: CatalogueCollection, from old: [String], to values: [String], at now: Instant
  ) throws {
    try allowed(.editCatalogue).editRecord(id, of: collection, from: old, to: values, at: now)
  }

  /// Deletes a record of the catalogue.
  public func deleteRecord(_ id: Int64, of collection: CatalogueCollection, holding values: [String]) throws {
    try allowed(.editCatalogue).deleteRecord(id, of: collection, holding: values)
  }

  /// How much of the catalogue is here, and how fresh it is.
  public func catalogueSummary() throws -> CatalogueSummary { try allowed(.readCatalogue).catalogueSummary() }

  /// Takes the right to sync in the user's name; to override what a sync keeps takes more than to refresh.
  public func beginSync(_ kind: SyncKind, by _: String, at now: Instant) throws -> any SyncTurn {
    try allowed(kind == .overriding ? .runSync : .refreshCatalogue).beginSync(kind, by: user, at: now)
  }

  /// Keeps the outcome of a sync.
  public func record(_ run: SyncRun) throws { try allowed(.refreshCatalogue).record(run) }

  /// The latest runs of the sync, the newest first.
  public func syncRuns(limit: Int) throws -> [SyncRun] { try allowed(.readCatalogue).syncRuns(limit: limit) }

  /// How often the parts of the store have been changed; anyone may ask.
  public func revisions() throws -> Revisions { try storage.revisions() }
}

// MARK: - Users

extension AuthorizedStorage {
  /// Everyone who may use the database.
  public func users() throws -> [User] { try allowed(.manageUsers).users() }

  /// A user by name; anyone may ask for themselves.
  public func user(named name: String) throws -> User? {
    try name == user ? storage.user(named: name) : allowed(.manageUsers).user(named: name)
  }

  /// Makes the user the admin of a database that has no users yet.
  public func claim(for _: String, at now: Instant) throws { try storage.claim(for: user, at: now) }

  /// Adds a user.
  public func addUser(_ name: String, _ role: Role, at now: Instant) throws -> User {
    try allowed(.manageUsers).addUser(name, role, at: now)
  }

  /// Gives a user another role.
  public func setRole(_ role: Role, ofUser name: String) throws {
    try allowed(.manageUsers).setRole(role, ofUser: name)
  }

  /// Removes a user.
  public func removeUser(_ name: String) throws { try allowed(.manageUsers).removeUser(name) }
}
