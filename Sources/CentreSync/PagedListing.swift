import EventModel
import EventStore
import HTTPTransport

/// The Centre has other data than the changes that were asked for are of, so that they say nothing.
struct OtherData: Error {}

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
  /// What the Centre calls the data that the first page is of; nil where it does not say.
  private(set) var instance: String?
  /// The data that changes have to be of.
  private let basis: String?
  private let maximumPages: Int
  private var seen: Set<String> = []
  /// The most bytes of a tag that is kept: one that a server refuses to take back would end every sync from then on.
  private static let longestTag = 1000

  init(_ request: CollectionRequest, basis: String?, maximumPages: Int) {
    asksForChanges = request.asksForChanges
    self.basis = basis
    self.maximumPages = maximumPages
    next = request.address
  }

  /// Checks whether a page that begins to come is of the data that it should be of.
  ///
  /// - Throws: ``OtherData`` where changes are of another data than what is here, ``CollectionFailure`` where a later page
  ///   is of another one than the first.
  func check(_ head: HTTPResponseHead, of collection: CatalogueCollection) throws {
    guard let instance = Self.instance(in: head) else { return }
    let isDelta = pages == 0 ? isDelta(head) : isIncremental
    if isDelta, instance != basis { throw OtherData() }
    if pages > 0, let first = self.instance, instance != first {
      throw CollectionFailure.otherDataMeanwhile(collection)
    }
  }

  /// What the Centre calls its data.
  static func instance(in head: HTTPResponseHead) -> String? { shortEnough(head.headers["X-Data-Instance"]) }

  private func isDelta(_ head: HTTPResponseHead) -> Bool { asksForChanges && head.headers["X-Delta"] == "1" }

  private static func shortEnough(_ tag: String?) -> String? {
    tag.flatMap { $0.isEmpty || $0.utf8.count > longestTag ? nil : $0 }
  }

  /// Takes a whole page and finds the next one.
  mutating func take(_ answer: CentreClient.Answer, of collection: CatalogueCollection) throws(CollectionFailure) {
    let headers = answer.head.headers
    if pages == 0 {
      isIncremental = isDelta(answer.head)
      clock = headers["Date"].flatMap { Instant(httpDate: $0) }
      etag = Self.shortEnough(headers["ETag"])
      instance = Self.instance(in: answer.head)
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
    guard pages < maximumPages else {
      throw .badNextPage("has more than \(maximumPages) pages", of: collection)
    }
    return target.address
  }
}
