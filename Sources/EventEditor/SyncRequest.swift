import EventModel

/// What a sync from the editor is asked to do.
public enum SyncRequest: Equatable, Sendable {
  /// Bring the catalogue up to date.
  case plain
  /// Show what would change, and do that only once it is approved.
  case showingPlanFirst
  /// Mark rows as gone even where the Centre lists next to nothing.
  case acceptingRemovals
}

/// How far a running sync has come: the records read of each collection.
public typealias SyncCounts = [CatalogueCollection: Int]

/// What a sync would do, in words.
public struct SyncPreview: Equatable, Sendable {
  /// The run that would follow, with its counts, problems and notes.
  public let run: SyncRun
  /// What would change in each collection, a line for each row.
  public let lines: [CatalogueCollection: [String]]

  /// Makes a preview from its parts.
  public init(run: SyncRun, lines: [CatalogueCollection: [String]]) {
    self.run = run
    self.lines = lines
  }
}

/// How a sync ended.
public enum SyncEnd: Equatable, Sendable {
  /// It ran; what it did stands in the run.
  case finished(SyncRun)
  /// It was stopped by the user.
  case stopped
  /// What it would have done was shown, and not approved.
  case notApproved
  /// It could not start; the sentence says why and what to do.
  case refused(String)
}

/// How a running sync and those who watch it talk to each other; it calls these on its own threads.
public struct SyncDialogue: Sendable {
  /// Told how far it has come.
  public let progress: @Sendable (SyncCounts) -> Void
  /// Asked again and again whether it is to stop.
  public let isCancelled: @Sendable () -> Bool
  /// Asked whether what it would do is to be done, where the request is to show that first; waits for the answer.
  public let approves: @Sendable (SyncPreview) -> Bool

  /// Makes a dialogue from its functions.
  public init(
    progress: @escaping @Sendable (SyncCounts) -> Void, isCancelled: @escaping @Sendable () -> Bool,
    approves: @escaping @Sendable (SyncPreview) -> Bool
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
    self.approves = approves
  }
}
