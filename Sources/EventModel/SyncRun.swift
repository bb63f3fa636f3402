/// What became of one run of the sync: when, from where, and what happened to each collection.
public struct SyncRun: Equatable, Sendable {
  /// When the run began.
  public let startedAt: Instant
  /// When the run ended.
  public let finishedAt: Instant
  /// The address of the Centre, without any key.
  public let source: String
  /// What happened to each collection that was asked for.
  public let outcomes: [CatalogueCollection: SyncOutcome]

  /// Makes a run from its parts.
  public init(
    startedAt: Instant, finishedAt: Instant, source: String, outcomes: [CatalogueCollection: SyncOutcome]
  ) {
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.source = source
    self.outcomes = outcomes
  }

  /// Whether no record and no collection failed.
  public var isSuccess: Bool { outcomes.values.allSatisfy { $0.errors == 0 } }

  /// Whether not one collection could be read.
  public var isTotalFailure: Bool { !outcomes.isEmpty && outcomes.values.allSatisfy { $0.failure != nil } }

  /// The sentence that sums the run up.
  public var message: String {
    if isSuccess { return "Sync completed successfully" }
    return isTotalFailure ? "Sync failed" : "Sync completed with errors"
  }
}

/// What a run of the sync did to one collection.
public struct SyncOutcome: Equatable, Sendable {
  /// How many rows were added.
  public var created = 0
  /// How many rows were changed to what the Centre has now.
  public var updated = 0
  /// How many records were already here, equal or newer.
  public var unchanged = 0
  /// The records that could not be taken, each with its reason.
  public var problems: [SyncProblem] = []
  /// Why the collection could not be read at all; nil when it was read.
  public var failure: String?

  /// Makes an outcome in which nothing has happened yet.
  public init() {}

  /// How many things went wrong: the records not taken, or one for a collection that failed whole.
  public var errors: Int { failure == nil ? problems.count : 1 }
}

/// One record that a sync could not take.
public struct SyncProblem: Equatable, Sendable {
  /// The Centre's identifier, where the record has a usable one.
  public let id: String?
  /// The record's name, where it has a usable one.
  public let name: String?
  /// What is wrong with it, in words.
  public let reason: String

  /// Makes a problem from its parts.
  public init(id: String?, name: String?, reason: String) {
    self.id = id
    self.name = name
    self.reason = reason
  }
}
