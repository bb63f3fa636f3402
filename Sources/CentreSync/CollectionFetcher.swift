import EventModel
import HTTPTransport
import JSONStream

/// Asks the Centre for one collection and reads the answer as it arrives.
struct CollectionFetcher: Sendable {
  /// The longest text in an answer.
  ///
  /// A record has less, but a member beside the records is ignored, whatever it holds.
  private static let maximumTextBytes = 16 << 20

  private let configuration: SyncConfiguration
  private let client: HTTPClient

  init(_ configuration: SyncConfiguration) {
    self.configuration = configuration
    client = HTTPClient(allowPlainHTTP: configuration.allowPlainHTTP, caFile: configuration.caFile)
  }

  /// Fetches a collection on the calling thread.
  ///
  /// - Throws: ``CollectionFailure`` where not the whole of a valid answer came.
  func fetch(
    _ collection: CatalogueCollection, progress: (SyncProgress) -> Void, isCancelled: () -> Bool
  ) throws(CollectionFailure) -> Listing {
    let answer = Answer(collection)
    var reported = 0
    progress(.reading(collection, records: reported))
    do {
      let head = try get(collection, isCancelled: isCancelled) { head, bytes in
        try answer.take(head, bytes)
        if answer.reader.received == reported { return }
        reported = answer.reader.received
        progress(.reading(collection, records: reported))
      }
      return try answer.finish(head)
    } catch let failure as CollectionFailure {
      throw failure
    } catch let error as JSONSyntaxError {
      throw answer.isWebPage ? .webPage(instead: collection) : .invalidJSON(error, in: collection)
    } catch let error as HTTPClientError {
      throw error.kind == .cancelled ? .stopped(collection) : CollectionFailure(error.message)
    } catch {
      throw CollectionFailure("The \(collection.rawValue) could not be read: \(error).")
    }
  }

  private func get(
    _ collection: CatalogueCollection, isCancelled: () -> Bool,
    receive: (HTTPResponseHead, UnsafeRawBufferPointer) throws -> Void
  ) throws -> HTTPResponseHead {
    try client.get(
      configuration.address(of: collection),
      headers: [("X-API-Key", configuration.apiKey.value), ("Accept", "application/json")],
      limits: configuration.limits, isCancelled: isCancelled, receive: receive)
  }

  /// The answer that is arriving.
  private final class Answer {
    let collection: CatalogueCollection
    let reader: CollectionReader
    /// Whether it is HTML, by its type or by how it begins.
    private(set) var isWebPage = false
    private let json: JSONReader
    private var hasBegun = false

    init(_ collection: CatalogueCollection) {
      self.collection = collection
      reader = CollectionReader(collection)
      json = JSONReader(maximumTokenBytes: maximumTextBytes, handler: reader)
    }

    func take(_ head: HTTPResponseHead, _ bytes: UnsafeRawBufferPointer) throws {
      guard head.status == 200 else { throw CollectionFailure(head, for: collection) }
      if !hasBegun { look(at: bytes, type: head.headers["Content-Type"] ?? "") }
      try json.feed(bytes)
      try reader.checkRecordSize(at: json.offset)
    }

    func finish(_ head: HTTPResponseHead) throws -> Listing {
      guard head.status == 200 else { throw CollectionFailure(head, for: collection) }
      try json.finish()
      return try reader.listing()
    }

    private func look(at bytes: UnsafeRawBufferPointer, type: String) {
      guard let first = bytes.first(where: { $0 > 0x20 }) else { return }
      hasBegun = true
      isWebPage = first == UInt8(ascii: "<") || type.lowercased().hasPrefix("text/html")
    }
  }
}
