import EventModel
import EventStore
import Foundation

/// Brings the catalogue up to what the Resources Centre has: fetch, plan, apply, report.
///
/// The collections are fetched at the same time and stored one after the other as they come, each in one transaction.
/// What goes wrong with a record or a collection is in the report and stops none of the others.
public struct CentreSync: Sendable {
  private let configuration: SyncConfiguration
  private let storage: any EventStorage
  private let now: @Sendable () -> Instant

  /// Makes a sync, which may be run again and again.
  ///
  /// - Parameters:
  ///   - configuration: where the Centre is.
  ///   - storage: where the catalogue is kept.
  ///   - now: the clock.
  public init(
    configuration: SyncConfiguration, storage: any EventStorage, now: @escaping @Sendable () -> Instant
  ) {
    self.configuration = configuration
    self.storage = storage
    self.now = now
  }

  /// Runs the sync on the calling thread, and records the run.
  ///
  /// - Parameters:
  ///   - progress: told how far it is, on several threads.
  ///   - isCancelled: asked again and again; once true, nothing more is fetched or stored.
  /// - Returns: what became of each collection.
  /// - Throws: ``UnrecordedRunError`` where the run took place but could not be recorded.
  @discardableResult
  public func run(
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(UnrecordedRunError) -> SyncRun {
    let startedAt = now()
    let arrivals = startFetching(progress: progress, isCancelled: isCancelled)
    var outcomes: [CatalogueCollection: SyncOutcome] = [:]
    for _ in CatalogueCollection.allCases {
      guard let fetched = arrivals.take() else { break }
      let outcome = store(fetched, isCancelled: isCancelled).redacted(by: configuration.apiKey)
      outcomes[fetched.collection] = outcome
      progress(.applied(fetched.collection, outcome))
    }
    let run = SyncRun(
      startedAt: startedAt, finishedAt: now(), source: configuration.baseURL, outcomes: outcomes)
    try record(run)
    return run
  }

  /// What came of asking for one collection.
  private struct Fetched: Sendable {
    let collection: CatalogueCollection
    let result: Result<Listing, CollectionFailure>
  }

  /// Starts a thread for each collection, since the client blocks and one that hangs must not hold up the others.
  private func startFetching(
    progress: @escaping @Sendable (SyncProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) -> Mailbox<Fetched> {
    let arrivals = Mailbox<Fetched>()
    let fetcher = CollectionFetcher(configuration)
    for collection in CatalogueCollection.allCases {
      let thread = Thread {
        let result = Result { () throws(CollectionFailure) in
          try fetcher.fetch(collection, progress: progress, isCancelled: isCancelled)
        }
        arrivals.put(Fetched(collection: collection, result: result))
      }
      thread.name = "fetch \(collection.rawValue)"
      thread.start()
    }
    return arrivals
  }

  private func store(_ fetched: Fetched, isCancelled: () -> Bool) -> SyncOutcome {
    do {
      let listing = try fetched.result.get()
      if isCancelled() { throw CollectionFailure.stopped(fetched.collection) }
      return try apply(listing)
    } catch {
      var outcome = SyncOutcome()
      outcome.failure = sentence(for: error)
      return outcome
    }
  }

  private func apply(_ listing: Listing) throws -> SyncOutcome {
    let planner = Planner(
      collection: listing.collection, remoteTimes: try storage.remoteTimes(of: listing.collection),
      storedValues: { try storage.values(of: $0, in: listing.collection) })
    let plan = try planner.plan(listing)
    if let changes = plan.changes { try storage.apply(changes, at: now()) }
    return plan.outcome
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
    default: "The catalogue could not be stored: \(error)."
    }
  }
}
