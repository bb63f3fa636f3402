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
  /// How many records were already here, equal or newer, or came more than once.
  public var unchanged = 0
  /// The records that could not be taken, each with its reason; of very many the first ones.
  public var problems: [SyncProblem] = []
  /// How many more could not be taken than ``problems`` names.
  public var unnamedProblems = 0
  /// Why the collection could not be read to its end; nil when it was.
  ///
  /// Of a listing in pages, those that came whole before it are in, and counted.
  public var failure: String?
  /// What the Centre's answer covered.
  public var listing = Listing.complete
  /// How many rows left the pickers, since the Centre has them no more.
  public var missing = 0
  /// How many rows came back to the pickers, counted as updated too.
  public var returned = 0
  /// The rows of which there is more to say than a count; of very many the first ones.
  public var notes: [SyncNote] = []
  /// Of how many more rows there would be something to say than ``notes`` names.
  public var unnamedNotes = 0
  /// Set where the Centre listed so little that no row was marked as missing.
  public var emptied: SourceEmptied?

  /// What an answer of the Centre's covers.
  public enum Listing: String, Sendable {
    /// All that the Centre has.
    case complete
    /// What has changed since the last sync.
    case changes
    /// Nothing: the Centre says that all is as it was.
    case notModified = "not_modified"
  }

  /// Makes an outcome in which nothing has happened yet.
  public init() {}

  /// How many things went wrong: the records not taken, and one for a collection that could not be read to its end.
  public var errors: Int { problemCount + (failure == nil ? 0 : 1) }

  /// How many records could not be taken.
  public var problemCount: Int { problems.count + unnamedProblems }

  /// The most records that are named: memory and history are not to grow with what is wrong at the Centre.
  public static let mostProblems = 10_000

  /// The most rows that are named besides; the same holds for them.
  public static let mostNotes = 10_000

  /// Notes that a record could not be taken.
  public mutating func add(_ problem: SyncProblem) {
    if problems.count < Self.mostProblems { problems.append(problem) } else { unnamedProblems += 1 }
  }
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
