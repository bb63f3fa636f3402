import EventModel
import EventStore

/// What a sync would do, by name; nothing of it has been done.
public struct SyncPlan: Equatable, Sendable {
  /// The run that would follow, with its counts, problems and notes.
  public let run: SyncRun
  /// All that would change in each collection that could be read.
  public let changes: [CatalogueCollection: PlannedChanges]
}
