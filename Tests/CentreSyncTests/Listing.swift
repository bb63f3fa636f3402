import EventModel
import JSONStream
import Testing

@testable import CentreSync

/// Keeps what is found in an answer.
final class Listing: RecordTaker {
  private(set) var records: [CatalogueRecord] = []
  private(set) var problems: [SyncProblem] = []

  /// Reads an answer with speakers.
  init(reading json: String, blockBytes: Int = 65536) throws {
    let handler = CollectionReader(.speakers, taker: self)
    let reader = JSONReader(maximumTokenBytes: 16 << 20, blockBytes: blockBytes, handler: handler)
    try reader.feed(Array(json.utf8))
    try reader.finish()
    try handler.finish()
    #expect(handler.received == records.count + problems.count)
  }

  func take(_ record: Result<CatalogueRecord, RecordDefect>) {
    switch record {
    case .success(let record): records.append(record)
    case .failure(let defect): problems.append(defect.problem)
    }
  }

  func restart() {
    records = []
    problems = []
  }
}
