import EventModel

/// The right to sync, which one program has at a time; it ends when it is given back, or with the program.
public protocol SyncTurn: AnyObject, Sendable {
  /// Gives the right back; nothing may be committed after that.
  func end()

  /// Opens the place where the changes to a collection are collected until all of them can be made at once.
  func staging(of collection: CatalogueCollection) throws -> any CatalogueStaging
}

/// Where the changes to one collection are collected while the Centre's answer arrives, on the disk and not in memory.
///
/// Nothing of it is seen by anyone until ``commit(_:checkpoint:at:)``, and nothing is left of it otherwise. It is used
/// by one thread at a time. All calls throw ``StorageError``, and what the body of ``batch(_:)`` throws.
public protocol CatalogueStaging: AnyObject, Sendable {
  /// The collection.
  var collection: CatalogueCollection { get }

  /// How far the collection has been read before; nil before the first time.
  func checkpoint() throws -> SyncCheckpoint?

  /// Runs the body on one state of the catalogue; the calls below are made inside.
  func batch(_ body: () throws -> Void) throws

  /// The row with the record's identifier, compared with the record; nil where there is none.
  func stored(_ record: CatalogueRecord) throws -> StoredRow?

  /// What was staged with the record's identifier, compared with the record; nil where nothing was.
  func staged(_ record: CatalogueRecord) throws -> StagedRow?

  /// The name of a row.
  func name(ofRow id: Int64) throws -> String?

  /// Stages what becomes of a record.
  ///
  /// - Returns: Whether it was; not where something is staged with its identifier already.
  func stage(_ record: CatalogueRecord, as action: StagedAction, over row: StoredRow?, page: Int) throws -> Bool

  /// Takes a staged row back in favour of another one that is about to come on the given page.
  func supersede(_ staged: StagedRow, onPage page: Int) throws

  /// Undoes all that was staged and taken back on one page.
  func abandon(page: Int) throws

  /// How many rows from the Centre there are to choose from.
  func presentCount() throws -> Int

  /// Stages as missing what the Centre has deleted and, of a complete listing, the rows that are not among those listed.
  ///
  /// - Returns: How many rows are going to be missing.
  func stageMissing(unlessListed listed: RowSet?) throws -> Int

  /// The staged rows of which there is more to say than a count, with the events that hold their names; no more than the
  /// limit are named, and the rest are counted.
  func notes(limit: Int) throws -> StagedNotes

  /// Goes through what is going to change in one way, by name, and at most so many rows; nil for all.
  func forEachPlanned(_ part: PlannedPart, limit: Int?, _ body: (PlannedRow) throws -> Void) throws

  /// How many rows are going to change in one way.
  func plannedCount(_ part: PlannedPart) throws -> Int

  /// Makes all staged changes and keeps the checkpoint, in one transaction; a checkpoint of nil stays as it is.
  ///
  /// - Throws: ``StorageError/catalogueChanged`` where somebody has changed one of the rows meanwhile.
  func commit(checkpoint: SyncCheckpoint?, at now: Instant) throws
}

/// What there is to say of single rows.
public struct StagedNotes: Equatable, Sendable {
  /// Those that are named.
  public let notes: [SyncNote]
  /// How many more there are.
  public let unnamed: Int
  /// How many rows come back to the pickers, named or not.
  public let returned: Int
}

/// A row as a sync sees it, beside a record with the same identifier.
public struct StoredRow: Equatable, Sendable {
  /// The row's number.
  public let id: Int64
  /// When the Centre last changed it, as far as it is known here.
  public let remoteTime: Instant?
  /// Whether it is marked as missing.
  public let isMissing: Bool
  /// Whether it holds an edit made here.
  public let isEdited: Bool
  /// Whether its values are those of the record, code point by code point.
  public let hasSameValues: Bool
  /// Whether its name is that of the record.
  public let hasSameName: Bool

  /// Makes a row from its parts.
  public init(
    id: Int64, remoteTime: Instant?, isMissing: Bool = false, isEdited: Bool = false, hasSameValues: Bool,
    hasSameName: Bool
  ) {
    self.id = id
    self.remoteTime = remoteTime
    self.isMissing = isMissing
    self.isEdited = isEdited
    self.hasSameValues = hasSameValues
    self.hasSameName = hasSameName
  }
}

/// What becomes of a record, and whether it is worth a note.
public struct StagedAction: Equatable, Sendable {
  /// What is done with the row.
  public enum Kind: Int64, Sendable {
    /// The row stays as it is; the record is kept to compare others with it.
    case keep
    /// A row is added.
    case create
    /// The row gets the record's values.
    case update
    /// The row comes back with the values it has.
    case relist
    /// The row is marked as missing.
    case remove
  }

  /// What is done.
  public let kind: Kind
  /// What is to be said of it, besides that it was renamed or came back; those are found out by themselves.
  public let note: SyncNote.Kind?

  /// Makes an action from its parts.
  public init(_ kind: Kind, note: SyncNote.Kind? = nil) {
    self.kind = kind
    self.note = note
  }
}

/// A staged record, beside another one with the same identifier.
public struct StagedRow: Equatable, Sendable {
  /// Its place in the staging.
  public let position: Int64
  /// What becomes of it.
  public let kind: StagedAction.Kind
  /// The page it came on.
  public let page: Int
  /// Its time.
  public let remoteTime: Instant?
  /// Its name.
  public let name: String
  /// Whether it is a note that the Centre deleted the record.
  public let isDeleted: Bool
  /// Whether its values are those of the other record.
  public let hasSameValues: Bool
}
