import EventModel
import EventStore
import Foundation
import HTTPTransport
import JSONStream

/// Reads one collection from the Centre to its end, all pages, and stages what is to change.
struct CollectionFetch {
  /// How far before the newest time changes are asked for, since the Centre's clocks and transactions overlap.
  static let overlap: Int64 = 300

  let collection: CatalogueCollection
  let configuration: SyncConfiguration
  let options: SyncOptions
  let intake: Intake
  let progress: @Sendable (SyncProgress) -> Void
  let isCancelled: @Sendable () -> Bool
  var client: CentreClient

  /// What was read and staged.
  struct Result {
    let outcome: SyncOutcome
    /// What is to be kept with the rows; nil where what is there stays.
    let checkpoint: SyncCheckpoint?
  }

  /// Reads the collection on the calling thread.
  ///
  /// - Throws: ``CollectionFailure`` and others where nothing of it can be taken.
  mutating func run() throws -> Result {
    progress(.reading(collection, records: 0))
    let stored = try intake.staging.checkpoint()
    let known = options.isFull ? nil : stored.flatMap { $0.origin == origin ? $0.askingAgain(at: client.now()) : nil }
    let request = CollectionRequest(configuration.address(of: collection), known)
    do {
      return try read(request, known)
    } catch let failure as CollectionFailure where request.asksForChanges && [400, 422].contains(failure.status) {
      // A Centre may refuse what it does not know: from now on it is asked for all, unless that is as it was.
      var all = known
      all?.isIncremental = false
      all?.askedAt = client.now()
      return try read(CollectionRequest(configuration.address(of: collection), all), all)
    } catch is OtherData {
      try intake.startOver()
      let nothing = SyncCheckpoint(origin: origin, isIncremental: known?.isIncremental)
      return try read(CollectionRequest(configuration.address(of: collection), nothing), nothing)
    }
  }

  private mutating func read(_ request: CollectionRequest, _ known: SyncCheckpoint?) throws -> Result {
    var listing = PagedListing(request, basis: known?.instance, maximumPages: configuration.maximumPages)
    var isWhole = true
    do {
      while let address = listing.next {
        if isCancelled() { throw CollectionFailure.stopped(collection) }
        intake.beginPage()
        isWhole = false
        let answer = try readPage(address, of: listing, headers: listing.pages == 0 ? request.headers : [])
        if answer.head.status == 304 { return try notModified(answer, listing, request, known) }
        isWhole = true
        try listing.take(answer, of: collection)
      }
    } catch let error as OtherData {
      throw error
    } catch {
      return try failed(error, listing, isWhole: isWhole)
    }
    return try finish(listing, known)
  }

  /// Keeps the pages that came whole; of the first nothing is left, so that there would be nothing to store.
  private func failed(_ error: any Error, _ listing: PagedListing, isWhole: Bool) throws -> Result {
    // Where the staging itself has failed, this does as well, and would say less of why.
    let isClean = isWhole || (try? intake.restart()) != nil
    guard isClean, listing.pages > 0, !isCancelled() else { throw sentence(for: error) }
    var outcome = intake.outcome()
    try intake.addNotes(to: &outcome)
    outcome.failure = sentence(for: error).message
    return Result(outcome: outcome, checkpoint: nil)
  }

  private mutating func readPage(
    _ address: String, of listing: PagedListing, headers: [(name: String, value: String)]
  ) throws -> CentreClient.Answer {
    var body: AnswerBody?
    defer { body?.settle() }
    let (collection, intake, progress) = (collection, intake, progress)
    do {
      let answer = try client.get(address, headers: headers) {
        if let body {
          try body.settleWell()
          try intake.restart()
        }
        let begun = AnswerBody(collection, intake: intake, progress: progress)
        body = begun
        return { head, bytes in
          try listing.check(head, of: collection)
          try begun.take(head, bytes)
        }
      }
      if answer.head.status == 200 { try body?.finish() }
      return answer
    } catch let error as JSONSyntaxError {
      throw body?.isWebPage == true
        ? CollectionFailure.webPage(instead: collection) : .invalidJSON(error, in: collection)
    }
  }

  /// Says that nothing has changed, which it may only where that was asked.
  private func notModified(
    _ answer: CentreClient.Answer, _ listing: PagedListing, _ request: CollectionRequest, _ known: SyncCheckpoint?
  ) throws -> Result {
    guard request.isConditional, listing.pages == 0 else {
      throw CollectionFailure.unexpectedNotModified(collection)
    }
    var outcome = SyncOutcome()
    outcome.listing = .notModified
    var checkpoint = known
    checkpoint?.instance = PagedListing.instance(in: answer.head) ?? known?.instance
    return Result(outcome: outcome, checkpoint: checkpoint)
  }

  private func finish(_ listing: PagedListing, _ known: SyncCheckpoint?) throws -> Result {
    var outcome = intake.outcome()
    outcome.listing = listing.isIncremental ? .changes : .complete
    if listing.isIncremental {
      try intake.stageDeleted(in: &outcome)
    } else {
      try intake.stageMissing(in: &outcome, accepting: options)
    }
    try intake.addNotes(to: &outcome)
    return Result(outcome: outcome, checkpoint: checkpoint(after: listing, outcome, known))
  }

  private func checkpoint(after listing: PagedListing, _ outcome: SyncOutcome, _ known: SyncCheckpoint?)
    -> SyncCheckpoint
  {
    var checkpoint = SyncCheckpoint(
      origin: origin, isIncremental: known?.isIncremental, askedAt: known?.askedAt,
      instance: listing.instance ?? (listing.isIncremental ? known?.instance : nil))
    if listing.asksForChanges {
      checkpoint.isIncremental = listing.isIncremental
      checkpoint.askedAt = listing.isIncremental ? nil : client.now()
    }
    // What was not accepted is to be said again, which only a complete listing can.
    guard outcome.emptied == nil else { return checkpoint }
    checkpoint.newest = intake.times.reached(
      from: known?.newest, clock: listing.clock, isComplete: !listing.isIncremental)
    if !listing.isIncremental, listing.pages == 1, outcome.problems.isEmpty { checkpoint.etag = listing.etag }
    return checkpoint
  }

  private var origin: String { configuration.origin }

  private func sentence(for error: any Error) -> CollectionFailure {
    switch error {
    case let failure as CollectionFailure: failure
    case let error as HTTPClientError:
      error.kind == .cancelled
        ? .stopped(collection)
        : CollectionFailure(named(error.message))
    case let error as StorageError: CollectionFailure(error.message)
    default:
      CollectionFailure(
        "The \(collection.rawValue) could not be read: \(error); try again, and run `pivotal doctor` if it stays so.")
    }
  }

  /// A sentence of the client's with the names of the settings that it speaks of.
  private func named(_ sentence: String) -> String {
    sentence.replacing("in a CA file", with: "in RESOURCES_CENTRE_CA")
      .replacing("allow it more time", with: "allow it more time with --max-time, in the editor with sync-max-time")
      .replacing("raise the limit", with: "raise the limit with --max-body")
  }
}
