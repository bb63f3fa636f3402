import EventModel
import HTTPTransport
import JSONStream

/// Reads an answer as far as its first record, which shows whether it is what it should be.
final class AnswerBeginning {
  /// Nothing more has to be read.
  struct Enough: Error {}

  /// Whether the answer is a web page, by how it begins.
  private(set) var isWebPage = false
  private let reader: CollectionReader?
  private let json: JSONReader
  private var hasBegun = false

  init(_ endpoint: CentreEndpoint) {
    let reader = CatalogueCollection(rawValue: endpoint.rawValue).map { CollectionReader($0, taker: FirstRecord()) }
    self.reader = reader
    // In small pieces, so that not much more than the first record has to come.
    json = JSONReader(blockBytes: 1024, handler: reader ?? AnyObjectReader(endpoint))
  }

  func take(_ head: HTTPResponseHead, _ bytes: UnsafeRawBufferPointer) throws {
    if !hasBegun, let first = bytes.first(where: { $0 > 0x20 }) {
      hasBegun = true
      isWebPage = first == UInt8(ascii: "<")
    }
    try json.feed(bytes)
  }

  /// Checks an answer that came whole before there was enough of it.
  func finish() throws {
    try json.finish()
    try reader?.finish()
  }
}

/// Ends the reading with the first record, whatever is wrong with it: that is for the sync to tell.
private final class FirstRecord: RecordTaker {
  func take(_ record: Result<CatalogueRecord, RecordDefect>) throws {
    throw AnswerBeginning.Enough()
  }

  func restart() {}
}

/// Takes any JSON object, and no more of a long one than shows that it is one.
private final class AnyObjectReader: JSONEventHandler {
  private static let enoughBytes = 64 * 1024

  private let endpoint: CentreEndpoint
  private var hasBegun = false

  init(_ endpoint: CentreEndpoint) {
    self.endpoint = endpoint
  }

  func handle(_ event: JSONEvent, at offset: Int) throws {
    if offset > Self.enoughBytes { throw AnswerBeginning.Enough() }
    if hasBegun { return }
    hasBegun = true
    guard case .beginObject = event else {
      throw CollectionFailure(
        "The Resources Centre's answer for /\(endpoint) is not a JSON object; tell those who run the Centre.")
    }
  }
}
