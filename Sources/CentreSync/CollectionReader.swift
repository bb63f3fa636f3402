import EventModel
import JSONStream

/// Takes a collection's records one by one while they are read.
protocol RecordTaker: AnyObject {
  /// Takes a record, or what is wrong with it.
  func take(_ record: Result<CatalogueRecord, RecordDefect>) throws

  /// Forgets the records of this answer: another array of them begins.
  func restart() throws
}

/// Finds a collection's records in the Centre's answer while it arrives, and keeps nothing of it.
///
/// The answer is an object with a member named like the collection, which holds the array of records. Should it have
/// that member twice, the last one counts, as it does for the members of a record.
final class CollectionReader: JSONEventHandler {
  /// The most bytes that one record may have as it is written.
  static let maximumRecordBytes = 1 << 20

  /// Where the records are looked for.
  private enum Search { case missing, ahead, inside, done, otherThanArray }

  private let parser: RecordParser
  private let listingKey: [UInt8]
  private let memberKeys: [[UInt8]]
  private let collection: CatalogueCollection
  private let taker: any RecordTaker
  private var search = Search.missing
  /// How many objects and arrays are open: 1 in the root object, 2 in the array of records, 3 in a record.
  private var depth = 0
  /// Where the element began that is being read.
  private var elementStart: Int?
  private var isInRecord = false
  private var record: RawRecord
  /// The known member whose value comes next.
  private var member: Int?

  init(_ collection: CatalogueCollection, taker: any RecordTaker) {
    self.collection = collection
    self.taker = taker
    parser = RecordParser(collection: collection)
    listingKey = Array(collection.rawValue.utf8)
    memberKeys = RawRecord.keys(of: collection).map { Array($0.utf8) }
    record = RawRecord(collection)
  }

  /// How many records have been read so far.
  private(set) var received = 0

  /// Checks that the whole answer, now read, was a listing.
  func finish() throws(CollectionFailure) {
    switch search {
    case .done: return
    case .missing: throw .noListing(of: collection)
    case .ahead, .inside, .otherThanArray: throw .listingIsNoArray(of: collection)
    }
  }

  /// Checks that the record which is being read is not too large, also while it brings no event.
  func checkRecordSize(at offset: Int) throws(CollectionFailure) {
    if let elementStart, offset - elementStart > Self.maximumRecordBytes {
      throw .recordTooLarge(of: collection, after: received)
    }
  }

  func handle(_ event: JSONEvent, at offset: Int) throws {
    try checkRecordSize(at: offset)
    switch event {
    case .key(let key): try take(key: key)
    case .endObject, .endArray:
      depth -= 1
      try endContainer()
    case .beginObject, .beginArray:
      try take(event, at: offset)
      depth += 1
    case .null, .bool, .number, .string:
      try take(event, at: offset)
      if depth == 2 { elementStart = nil }
    }
  }

  private func take(key: UnsafeBufferPointer<UInt8>) throws {
    if depth == 1, key.elementsEqual(listingKey) {
      if search != .missing { try taker.restart() }
      search = .ahead
      received = 0
    } else if depth == 3, isInRecord {
      member = memberKeys.firstIndex { key.elementsEqual($0) }
    }
  }

  /// Takes the beginning of a value, which is all of it where it is no object or array.
  private func take(_ value: JSONEvent, at offset: Int) throws {
    switch depth {
    case 0: try takeRoot(value)
    case 1 where search == .ahead: takeListing(value)
    case 2 where search == .inside: try takeElement(value, at: offset)
    case 3 where isInRecord: takeMember(value)
    default: break
    }
  }

  private func takeRoot(_ value: JSONEvent) throws(CollectionFailure) {
    guard case .beginObject = value else { throw .notAnObject(collection) }
  }

  private func takeListing(_ value: JSONEvent) {
    if case .beginArray = value { search = .inside } else { search = .otherThanArray }
  }

  private func takeElement(_ value: JSONEvent, at offset: Int) throws {
    // An object or array has only shown its bracket; anything else is already over.
    elementStart = offset - 1
    if case .beginObject = value {
      isInRecord = true
      record.clear()
    } else if let kind = RawValue(value)?.kind {
      let problem = SyncProblem(id: nil, name: nil, reason: "the record is \(kind), not an object")
      try pass(.failure(RecordDefect(problem: problem, time: nil)))
    }
  }

  private func takeMember(_ value: JSONEvent) {
    guard let member, let value = RawValue(value) else { return }
    record.set(member, to: value)
  }

  private func endContainer() throws {
    if depth == 2 && search == .inside {
      elementStart = nil
      if isInRecord { try endRecord() }
    } else if depth == 1 && search == .inside {
      search = .done
    }
  }

  private func endRecord() throws {
    isInRecord = false
    try pass(parser.parse(record))
  }

  private func pass(_ record: Result<CatalogueRecord, RecordDefect>) throws {
    received += 1
    try taker.take(record)
  }
}
