import EventModel
import EventStore
import Foundation
import HTTPTransport

/// Brings the catalogue up to what the Resources Centre has: fetch, plan, apply, report.
///
/// The collections are fetched at the same time, planned and staged as they stream in, and stored one after the other
/// as they come, each in one transaction. What goes wrong with a record or a collection is in the report and stops none
/// of the others.
public struct CentreSync: Sendable {
  private let configuration: SyncConfiguration
  private let storage: any EventStorage
  private let user: String
  private let now: @Sendable () -> Instant
  private let waiting: SyncWaiting

  /// Makes a sync, which may be run again and again.
  ///
  /// - Parameters:
  ///   - configuration: where the Centre is.
  ///   - storage: where the catalogue is kept.
  ///   - user: who syncs, as someone else is told who tries to at the same time.
  ///   - now: the clock.
  ///   - waiting: how time passes between one try and the next.
  public init(
    configuration: SyncConfiguration, storage: any EventStorage, user: String = NSUserName(),
    now: @escaping @Sendable () -> Instant, waiting: SyncWaiting = .system
  ) {
    self.configuration = configuration
    self.storage = storage
    self.user = user
    self.now = now
    self.waiting = waiting
  }

  /// Runs the sync on the calling thread, and records the run.
  ///
  /// - Parameters:
  ///   - options: what it is to do beyond the usual.
  ///   - progress: told how far it is, on several threads.
  ///   - isCancelled: asked again and again; once true, nothing more is fetched or stored.
  /// - Returns: what became of each collection.
  /// - Throws: ``UnrecordedRunError`` where the run took place but could not be recorded, and `StorageError` where it
  ///   could not begin, since another one runs.
  @discardableResult
  public func run(
    _ options: SyncOptions = SyncOptions(), progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> SyncRun {
    let turn = try storage.beginSync(options.kind, by: user, at: now())
    // The threads may hold on to it a little longer.
    defer { turn.end() }
    let run = carryOut(turn, options, progress: progress, isCancelled: isCancelled, apply: store)
    try record(run)
    return run
  }

  /// Finds out what a sync would do, and changes no row.
  ///
  /// - Parameters:
  ///   - options: what it would do beyond the usual.
  ///   - progress: told how far it is, on several threads.
  ///   - isCancelled: asked again and again; once true, nothing more is fetched.
  ///   - show: given the plan, which holds for no longer than that.
  /// - Returns: what `show` gives.
  /// - Throws: `StorageError` where another sync runs, and what `show` throws.
  public func plan<Value>(
    _ options: SyncOptions = SyncOptions(), progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }, show: (StagedPlan) throws -> Value
  ) throws -> Value {
    var stagings: [CatalogueCollection: any CatalogueStaging] = [:]
    let turn = try storage.beginSync(.plan, by: user, at: now())
    defer { turn.end() }
    let run = carryOut(turn, options, progress: progress, isCancelled: isCancelled) {
      stagings[$0.staging.collection] = $0.staging
    }
    return try show(StagedPlan(run: run, stagings: stagings, key: configuration.apiKey))
  }

  /// Finds out what a sync would do, asks, and then does exactly that or nothing; only what is done is recorded.
  ///
  /// No other sync can run while the question is open. A row that somebody changes meanwhile is not overwritten.
  ///
  /// - Parameters:
  ///   - options: what it is to do beyond the usual.
  ///   - progress: told how far it is, on several threads.
  ///   - isCancelled: asked again and again; once true, nothing more is fetched or stored.
  ///   - approves: asked whether the plan is to be carried out.
  /// - Returns: what became of each collection; nil where the plan was not approved.
  /// - Throws: as ``run(_:progress:isCancelled:)`` does.
  public func review(
    _ options: SyncOptions = SyncOptions(), progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }, approves: (StagedPlan) throws -> Bool
  ) throws -> SyncRun? {
    let turn = try storage.beginSync(options.kind, by: user, at: now())
    defer { turn.end() }
    var ready: [Staged] = []
    let planned = carryOut(turn, options, progress: progress, isCancelled: isCancelled) { ready.append($0) }
    if isCancelled() { return planned }
    let stagings = Dictionary(uniqueKeysWithValues: ready.map { ($0.staging.collection, $0.staging) })
    guard try approves(StagedPlan(run: planned, stagings: stagings, key: configuration.apiKey)) else { return nil }
    var outcomes = planned.outcomes
    for staged in ready {
      let arrival = Arrival(collection: staged.staging.collection, result: .success(staged))
      outcomes[arrival.collection] = outcome(of: arrival, isCancelled: isCancelled, apply: store)
    }
    let run = SyncRun(
      startedAt: planned.startedAt, finishedAt: now(), source: configuration.baseURL, outcomes: outcomes)
    try record(run)
    return run
  }

  private func store(_ staged: Staged) throws {
    try staged.staging.commit(checkpoint: staged.checkpoint, at: now())
  }

  /// A collection that was read and is ready to be stored.
  private struct Staged: Sendable {
    let staging: any CatalogueStaging
    let outcome: SyncOutcome
    let checkpoint: SyncCheckpoint?
  }

  /// What came of asking for one collection.
  private struct Arrival: Sendable {
    let collection: CatalogueCollection
    let result: Result<Staged, any Error>
  }

  private func carryOut(
    _ turn: any SyncTurn, _ options: SyncOptions, progress: @escaping @Sendable (SyncProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool, apply: (Staged) throws -> Void
  ) -> SyncRun {
    let startedAt = now()
    let arrivals = startFetching(turn, options, progress: progress, isCancelled: isCancelled)
    var outcomes: [CatalogueCollection: SyncOutcome] = [:]
    for _ in CatalogueCollection.allCases {
      guard let arrival = arrivals.take() else { break }
      let outcome = outcome(of: arrival, isCancelled: isCancelled, apply: apply)
      outcomes[arrival.collection] = outcome
      progress(.applied(arrival.collection, outcome))
    }
    return SyncRun(startedAt: startedAt, finishedAt: now(), source: configuration.baseURL, outcomes: outcomes)
  }

  /// Starts a thread for each collection, since the client blocks and one that hangs must not hold up the others.
  private func startFetching(
    _ turn: any SyncTurn, _ options: SyncOptions, progress: @escaping @Sendable (SyncProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> Mailbox<Arrival> {
    let arrivals = Mailbox<Arrival>()
    let client = HTTPClient(allowPlainHTTP: configuration.allowPlainHTTP, caFile: configuration.caFile)
    for collection in CatalogueCollection.allCases {
      let thread = Thread {
        let result = Result {
          try fetch(collection, turn, options, client, progress: progress, isCancelled: isCancelled)
        }
        arrivals.put(Arrival(collection: collection, result: result))
      }
      thread.name = "fetch \(collection.rawValue)"
      thread.start()
    }
    return arrivals
  }

  private func fetch(
    _ collection: CatalogueCollection, _ turn: any SyncTurn, _ options: SyncOptions, _ client: HTTPClient,
    progress: @escaping @Sendable (SyncProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> Staged {
    let staging = try turn.staging(of: collection)
    let centre = CentreClient(
      collection: collection, configuration: configuration, client: client, waiting: waiting, now: now,
      isCancelled: isCancelled, policy: RetryPolicy(retryTime: options.retryTime, random: waiting.random))
    var fetch = CollectionFetch(
      collection: collection, configuration: configuration, options: options,
      intake: Intake(staging, options: options), progress: progress, isCancelled: isCancelled, client: centre)
    let result = try fetch.run()
    return Staged(staging: staging, outcome: result.outcome, checkpoint: result.checkpoint)
  }

  private func outcome(of arrival: Arrival, isCancelled: () -> Bool, apply: (Staged) throws -> Void) -> SyncOutcome {
    do {
      let staged = try arrival.result.get()
      if isCancelled() { throw CollectionFailure.stopped(arrival.collection) }
      try apply(staged)
      return staged.outcome.redacted(by: configuration.apiKey)
    } catch {
      var outcome = SyncOutcome()
      outcome.failure = configuration.apiKey.redacted(from: sentence(for: error))
      return outcome
    }
  }

  private func record(_ run: SyncRun) throws(UnrecordedRunError) {
    do {
      try storage.record(run)
    } catch {
      throw UnrecordedRunError(run: run, message: sentence(for: error))
    }
  }

  private func sentence(for error: any Error) -> String {
    switch error {
    case let error as CollectionFailure: error.message
    case let error as StorageError: error.message
    default: "The catalogue could not be stored: \(error); try again, and run `pivotal doctor` if it stays so."
    }
  }
}
