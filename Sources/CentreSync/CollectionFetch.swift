import EventModel
import EventStore
import Foundation
import HTTPTransport
import JSONStream

/// Reads one collection from the Centre to its end, all pages, and stages what is to change.
struct CollectionFetch {
  /// How far before the newest time changes are asked for, since the Centre's clocks and transactions overlap.
  static let overlap: Int64 = 300
  /// How many pages a listing may have.
  static let maximumPages = 10_000

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
    let known = options.isFull ? nil : try intake.staging.checkpoint().flatMap { $0.origin == origin ? $0 : nil }
    let request = CollectionRequest(configuration.address(of: collection), known)
    do {
      return try read(request, known)
    } catch let failure as CollectionFailure where request.asksForChanges && [400, 422].contains(failure.status) {
      // A Centre may refuse what it does not know: from now on it is asked for all, unless that is as it was.
      var all = known
      all?.isIncremental = false
      return try read(CollectionRequest(configuration.address(of: collection), all), all)
    }
  }

  private mutating func read(_ request: CollectionRequest, _ known: SyncCheckpoint?) throws -> Result {
    var listing = PagedListing(request)
    var isWhole = true
    do {
      while let address = listing.next {
        if isCancelled() { throw CollectionFailure.stopped(collection) }
        intake.beginPage()
        isWhole = false
        let answer = try readPage(address, headers: request.headers)
        if answer.head.status == 304 { return try notModified(request, known) }
        isWhole = true
        try listing.take(answer, of: collection)
      }
    } catch {
      if !isWhole { try intake.restart() }
      // Of the first page nothing is left, so that there is nothing to store.
      guard listing.pages > 0, !isCancelled() else { throw sentence(for: error) }
      var outcome = try intake.outcome()
      try intake.addNotes(to: &outcome)
      outcome.failure = sentence(for: error).message
      return Result(outcome: outcome, checkpoint: nil)
    }
    return try finish(listing, known)
  }

  private mutating func readPage(
    _ address: String, headers: [(name: String, value: String)]
  ) throws -> CentreClient.Answer {
    var body: AnswerBody?
    defer { body?.settle() }
    let (collection, intake, progress) = (collection, intake, progress)
    do {
      let answer = try client.get(address, headers: headers) {
        if let body {
          body.settle()
          try intake.restart()
        }
        let begun = AnswerBody(collection, intake: intake, progress: progress)
        body = begun
        return begun.take
      }
      if answer.head.status == 200 { try body?.finish() }
      return answer
    } catch let error as JSONSyntaxError {
      throw body?.isWebPage == true
        ? CollectionFailure.webPage(instead: collection) : .invalidJSON(error, in: collection)
    }
  }

  /// Says that nothing has changed, which it may only where that was asked.
  private func notModified(_ request: CollectionRequest, _ known: SyncCheckpoint?) throws -> Result {
    guard request.isConditional else { throw CollectionFailure.unexpectedNotModified(collection) }
    var outcome = SyncOutcome()
    outcome.listing = .notModified
    return Result(outcome: outcome, checkpoint: known)
  }

  private func finish(_ listing: PagedListing, _ known: SyncCheckpoint?) throws -> Result {
    var outcome = try intake.outcome()
    outcome.listing = listing.isIncremental ? .changes : .complete
    if !listing.isIncremental {
      try intake.stageMissing(in: &outcome, acceptsRemovals: options.acceptsRemovals)
    }
    try intake.addNotes(to: &outcome)
    return Result(outcome: outcome, checkpoint: checkpoint(after: listing, outcome, known))
  }

  private func checkpoint(after listing: PagedListing, _ outcome: SyncOutcome, _ known: SyncCheckpoint?)
    -> SyncCheckpoint
  {
    var checkpoint = SyncCheckpoint(origin: origin, isIncremental: known?.isIncremental)
    if listing.asksForChanges { checkpoint.isIncremental = listing.isIncremental }
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
        : CollectionFailure(error.message.replacing("in a CA file", with: "in RESOURCES_CENTRE_CA"))
    case let error as StorageError: CollectionFailure(error.message)
    default: CollectionFailure("The \(collection.rawValue) could not be read: \(error).")
    }
  }
}

/// What is asked for first: changes where that is possible, else all unless it is as it was.
struct CollectionRequest {
  let address: String
  var asksForChanges = false
  var headers: [(name: String, value: String)] = []

  var isConditional: Bool { !headers.isEmpty }

  init(_ address: String, _ known: SyncCheckpoint?) {
    if let newest = known?.newest, known?.isIncremental != false {
      let since = newest.advanced(bySeconds: -CollectionFetch.overlap).iso8601
      self.address = "\(address)?updated_since=\(since)"
      asksForChanges = true
    } else {
      self.address = address
      if let etag = known?.etag { headers = [("If-None-Match", etag)] }
    }
  }
}

/// The pages of one listing, one after the other.
struct PagedListing {
  let asksForChanges: Bool
  /// The address of the next page; nil after the last.
  private(set) var next: String?
  /// How many pages came whole.
  private(set) var pages = 0
  /// Whether the Centre said that these are changes only.
  private(set) var isIncremental = false
  /// The Centre's clock and tag, as the first page has them.
  private(set) var clock: Instant?
  private(set) var etag: String?
  private var seen: Set<String> = []
  /// The most bytes of a tag that is kept: one that a server refuses to take back would end every sync from then on.
  private static let longestTag = 1000

  init(_ request: CollectionRequest) {
    asksForChanges = request.asksForChanges
    next = request.address
  }

  /// Takes a whole page and finds the next one.
  mutating func take(_ answer: CentreClient.Answer, of collection: CatalogueCollection) throws(CollectionFailure) {
    let headers = answer.head.headers
    if pages == 0 {
      isIncremental = asksForChanges && headers["X-Delta"] == "1"
      clock = headers["Date"].flatMap { Instant(httpDate: $0) }
      etag = headers["ETag"].flatMap { $0.utf8.count > Self.longestTag ? nil : $0 }
    }
    pages += 1
    if let next { seen.insert(next) }
    seen.insert(answer.address)
    next = try nextPage(in: headers).map { reference throws(CollectionFailure) in
      try page(reference, from: answer.address, of: collection)
    }
  }

  private func page(
    _ reference: String, from address: String, of collection: CatalogueCollection
  ) throws(CollectionFailure) -> String {
    guard let target = WebReference(reference, from: address), target.isSameOrigin else {
      throw .badNextPage("goes on at another address, where the key must not go", of: collection)
    }
    guard !seen.contains(target.address) else {
      throw .badNextPage("goes on with a page that was there already", of: collection)
    }
    guard pages < CollectionFetch.maximumPages else {
      throw .badNextPage("has more than \(CollectionFetch.maximumPages) pages", of: collection)
    }
    return target.address
  }
}
