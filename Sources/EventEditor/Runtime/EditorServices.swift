import EventModel

/// What the editor needs from its surroundings, as functions: the program wires the live ones, a test its own.
///
/// All may block and are called away from the screen's thread. What they throw is shown to the user as it describes
/// itself.
public struct EditorServices: Sendable {
  /// Reads and indexes all events, taking over what is known of them and has not changed, and hands over the first ones
  /// while it goes on where nothing is known.
  public var events: @Sendable (_ known: EventsSnapshot?, _ partial: (EventsSnapshot) -> Void) throws -> EventsSnapshot
  /// Reads and indexes the catalogue, with those first whom the events chose, handing over what is there while it goes
  /// on.
  public var catalogue:
    @Sendable (_ events: [Event], _ partial: (CatalogueSnapshot) -> Void) throws -> CatalogueSnapshot
  /// Reads when the catalogue was last brought up to date; nil when never.
  public var lastSync: @Sendable () throws -> Instant?
  /// Tells how often events and catalogue have been changed by anyone; it is asked for often.
  public var revisions: @Sendable () throws -> Revisions
  /// Looks an event up.
  public var event: @Sendable (Event.ID) throws -> Event?
  /// Saves an event, unless someone else has saved it since the form was opened, and forgets its draft in the same step.
  public var save: @Sendable (EventDetails, SaveTarget, _ draft: String) throws -> SaveResult
  /// Finds the drafts of this user whose editors are gone.
  public var drafts: @Sendable () throws -> [KeptDraft]
  /// Makes a draft that was found this editor's own, unless another one has it meanwhile; says whether it did.
  public var claimDraft: @Sendable (KeptDraft) throws -> Bool
  /// Keeps what stands in a form.
  public var keepDraft: @Sendable (EventDraft) throws -> Void
  /// Forgets what was kept of a form.
  public var dropDraft: @Sendable (String) throws -> Void
  /// Adds a record to the catalogue, or changes it.
  public var saveRecord: @Sendable (RecordChange) throws -> Void
  /// Deletes a record from the catalogue.
  public var deleteRecord: @Sendable (RecordDeletion) throws -> Void
  /// Deletes events and gives them as they were.
  public var delete: @Sendable ([Event.ID]) throws -> [Event]
  /// Takes changes back and gives what was done for that, unless someone has changed one of the events since.
  public var revert: @Sendable ([EventChange]) throws -> [EventChange]
  /// Tells who changed an event, the latest change first.
  public var history: @Sendable (Event.ID) throws -> [HistoryEntry]
  /// Writes events into a file.
  public var export: @Sendable (ExportRequest) throws -> ExportResult
  /// Runs a sync to its end; nil where what it would do was not approved.
  public var sync: @Sendable (SyncRequest, SyncDialogue) throws -> SyncRun?
  /// The time of day.
  public var now: @Sendable () -> Instant
  /// Keeps a setting for the next start, by its name and value; nowhere, unless the program says where.
  public var keepSetting: @Sendable (String, String) throws -> Void = { _, _ in }

  /// Makes services from their functions.
  public init(
    events:
      @escaping @Sendable (_ known: EventsSnapshot?, _ partial: (EventsSnapshot) -> Void) throws -> EventsSnapshot,
    catalogue:
      @escaping @Sendable (_ events: [Event], _ partial: (CatalogueSnapshot) -> Void) throws -> CatalogueSnapshot,
    lastSync: @escaping @Sendable () throws -> Instant?,
    revisions: @escaping @Sendable () throws -> Revisions,
    event: @escaping @Sendable (Event.ID) throws -> Event?,
    save: @escaping @Sendable (EventDetails, SaveTarget, _ draft: String) throws -> SaveResult,
    drafts: @escaping @Sendable () throws -> [KeptDraft],
    claimDraft: @escaping @Sendable (KeptDraft) throws -> Bool,
    keepDraft: @escaping @Sendable (EventDraft) throws -> Void,
    dropDraft: @escaping @Sendable (String) throws -> Void,
    saveRecord: @escaping @Sendable (RecordChange) throws -> Void,
    deleteRecord: @escaping @Sendable (RecordDeletion) throws -> Void,
    delete: @escaping @Sendable ([Event.ID]) throws -> [Event],
    revert: @escaping @Sendable ([EventChange]) throws -> [EventChange],
    history: @escaping @Sendable (Event.ID) throws -> [HistoryEntry],
    export: @escaping @Sendable (ExportRequest) throws -> ExportResult,
    sync: @escaping @Sendable (SyncRequest, SyncDialogue) throws -> SyncRun?,
    now: @escaping @Sendable () -> Instant
  ) {
    self.events = events
    self.catalogue = catalogue
    self.lastSync = lastSync
    self.revisions = revisions
    self.event = event
    self.save = save
    self.drafts = drafts
    self.claimDraft = claimDraft
    self.keepDraft = keepDraft
    self.dropDraft = dropDraft
    self.saveRecord = saveRecord
    self.deleteRecord = deleteRecord
    self.delete = delete
    self.revert = revert
    self.history = history
    self.export = export
    self.sync = sync
    self.now = now
  }
}

/// What became of a save.
public enum SaveResult: Sendable {
  /// It is stored, as this event.
  case saved(Event)
  /// Nothing was changed, since someone else has saved the event; this is what they saved.
  case conflict(Event)
  /// Nothing was changed, since the event is deleted; by whom and when, as far as that is known.
  case gone(HistoryEntry?)
}
