import EventModel
import HTTPTransport
import JSONStream

/// The body of an answer while it arrives: read, decided and staged piece by piece.
final class AnswerBody {
  /// The longest text in an answer.
  ///
  /// A record has less, but a member beside the records is ignored, whatever it holds.
  private static let maximumTextBytes = 16 << 20

  /// Whether it is HTML, by its type or by how it begins.
  private(set) var isWebPage = false
  private let collection: CatalogueCollection
  private let intake: Intake
  private let progress: @Sendable (SyncProgress) -> Void
  private let line: RecordLine
  private let reader: CollectionReader
  private let json: JSONReader
  private var hasBegun = false
  private var reported = 0

  init(_ collection: CatalogueCollection, intake: Intake, progress: @escaping @Sendable (SyncProgress) -> Void) {
    self.collection = collection
    self.intake = intake
    self.progress = progress
    line = RecordLine(intake)
    reader = CollectionReader(collection, taker: line)
    json = JSONReader(maximumTokenBytes: Self.maximumTextBytes, handler: reader)
  }

  func take(_ head: HTTPResponseHead, _ bytes: UnsafeRawBufferPointer) throws {
    if !hasBegun { look(at: bytes, type: head.headers["Content-Type"] ?? "") }
    try json.feed(bytes)
    try reader.checkRecordSize(at: json.offset)
    if reader.received != reported { report() }
  }

  /// Checks that the whole of a listing came.
  func finish() throws {
    try json.finish()
    try line.finish()
    try reader.finish()
    if reader.received != reported { report() }
  }

  /// Waits until nothing of it is being staged any more, however it ended.
  func settle() {
    line.settle()
  }

  /// The same, where it is to come again.
  ///
  /// - Throws: What has gone wrong with the staging.
  func settleWell() throws {
    line.settle()
    try line.check()
  }

  private func report() {
    reported = reader.received
    progress(.reading(collection, records: intake.receivedBefore + reported))
  }

  private func look(at bytes: UnsafeRawBufferPointer, type: String) {
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return }
    hasBegun = true
    isWebPage = first == UInt8(ascii: "<") || type.lowercased().hasPrefix("text/html")
  }
}
