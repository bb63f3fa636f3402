import EventModel
import TerminalKit

/// Everything that can happen to the editor.
public enum EditorEvent: Equatable, Sendable {
  /// The terminal sent something.
  case input(TerminalInput)
  /// Time has passed.
  case clock(Instant)
  /// The events, or the first of them, were read from the store and indexed.
  case eventsLoaded(EventsSnapshot)
  /// The catalogue was read from the store and indexed.
  case catalogueLoaded(CatalogueSnapshot)
  /// The time was read at which the catalogue was last brought up to date.
  case lastSyncRead(Instant?)
  /// An event was saved.
  case saved(Event)
  /// An event was not saved, since someone else has saved it meanwhile; this is what they saved.
  case conflicted(Event)
  /// An event was not saved, since it is deleted; by whom and when, as far as that is known.
  case foundDeleted(HistoryEntry?)
  /// An event was not saved; the sentence says why and what to do.
  case saveFailed(String)
  /// A record was added to the catalogue, or changed in it.
  case recordSaved(RecordChange)
  /// A record was deleted from the catalogue.
  case recordDeleted(RecordDeletion)
  /// A record was not stored or not deleted; the sentence says why and what to do.
  case recordRefused(String)
  /// Events were deleted; this is what they were.
  case deleted([Event])
  /// Changes were taken back, or made again, by these.
  case reverted([EventChange], Travel)
  /// Changes were not taken back or made again, since someone has changed the events.
  case revertRefused(RevertRefusal, [EventChange], Travel)
  /// Changes were not taken back or made again, but may be another time; the sentence says why.
  case revertFailed(String, [EventChange], Travel)
  /// Who changed an event when and what, the latest change first.
  case historyLoaded(Event, [HistoryEntry])
  /// An export has ended.
  case exported(ExportResult)
  /// An export was not written; the sentence says why and what to do.
  case notExported(ExportRequest, String)
  /// An event that was asked for by number was found, or is not there.
  case eventFound(Event.ID, Event?)
  /// Drafts were found whose editors are gone.
  case draftsFound([KeptDraft])
  /// A draft that was found is this editor's own now, to be restored or to be discarded.
  case draftClaimed(KeptDraft, toDiscard: Bool)
  /// A draft that was found is another editor's meanwhile, or saved.
  case draftGone(KeptDraft)
  /// A draft that was found stays where it is; the sentence says why and what to do.
  case draftNotClaimed(String)
  /// What stands in the form was not kept as a draft; the sentence says why and what to do.
  case draftNotKept(String)
  /// The description came back from the user's own editor.
  case textEdited(String)
  /// A job failed; the sentence says what and what to do.
  case failed(String)
  /// The events could not be read; the sentence says why and what to do.
  case eventsUnreadable(String)
  /// A running sync has come this far.
  case syncProgressed(SyncCounts)
  /// A sync has found out what it would do, and waits to be told whether to.
  case syncPlanned(SyncPreview)
  /// A sync has ended.
  case syncEnded(SyncEnd)
  /// The process was asked to end.
  case terminate
}

/// What the editor asks its surroundings to do.
///
/// Answers come back as events.
public enum EditorEffect: Equatable, Sendable {
  /// Read all events.
  case loadEvents
  /// Read and index the catalogue.
  case loadCatalogue
  /// Read again what was changed since it was read, by anyone.
  case loadChanges
  /// Look for drafts whose editors are gone.
  case findDrafts
  /// Make a draft that was found this editor's own, unless another one has it meanwhile.
  case claimDraft(KeptDraft, toDiscard: Bool)
  /// Keep what stands in the form.
  case keepDraft(EventDraft)
  /// Forget what was kept of a form.
  case dropDraft(String)
  /// Look one event up.
  case findEvent(Event.ID)
  /// Save an event, and forget the draft of that name in the same step.
  case save(EventDetails, SaveTarget, draft: String)
  /// Add a record to the catalogue, or change it.
  case saveRecord(RecordChange)
  /// Delete a record from the catalogue.
  case deleteRecord(RecordDeletion)
  /// Delete events.
  case delete([Event.ID])
  /// Take changes back, to undo them or to redo what was undone.
  case revert([EventChange], Travel)
  /// Look up who changed an event.
  case loadHistory(Event)
  /// Write events into a file.
  case export(ExportRequest)
  /// Start a sync.
  case startSync(SyncRequest)
  /// Tell the waiting sync whether to do what it has shown.
  case answerPlan(approved: Bool)
  /// Stop the running sync after its current step.
  case stopSync
  /// Hand the terminal back to the shell until the program is called on again.
  case suspend
  /// Let the user's own editor have a text, and bring it back.
  case editText(String)
  /// Show everything in another theme.
  case useTheme(Theme)
  /// Ask for the mouse, or leave it to the terminal.
  case useMouse(Bool)
  /// Keep a setting for the next start.
  case keepSetting(name: String, value: String)
  /// Draw the whole screen anew.
  case redraw
  /// End the program.
  case quit
}

/// Which way to go in what was done.
public enum Travel: Equatable, Sendable {
  /// Back.
  case undo
  /// On again.
  case redo
}

/// Where a form is saved to.
public enum SaveTarget: Equatable, Sendable {
  /// A new event.
  case new
  /// An event that is there already, in the version that the form was opened on.
  case existing(Event.ID, version: Int64)
}
