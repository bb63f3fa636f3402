import EventModel
import SQLiteKit

/// The records of a staging whose identifiers are not here yet, in the order they came.
///
/// They lie in a temporary table, many to a row, each with its identifier, its values and its time; memory holds eight
/// bytes for each, by which one is found again that comes twice.
final class NewRecords {
  /// The table, which has to be there.
  static let table = "CREATE TEMP TABLE added (chunk INTEGER PRIMARY KEY, records BLOB NOT NULL) STRICT;"
  /// How many bytes of text go into one row.
  private static let chunkSize = 32 * 1024

  /// A page of the listing, and where its records begin.
  private struct Page {
    let number: Int
    let firstRecord: Int
    let firstChunk: Int
  }

  private let connection: SQLiteConnection
  private let textsPerRecord: Int
  private var fingerprints = Fingerprints()
  /// What is not in the table yet.
  private var open: RecordChunk
  /// The number of the first record in each row of the table.
  private var chunks: [Int] = []
  private var pages: [Page] = []
  private var count = 0
  /// The records that others have taken the place of, and on which page.
  private var superseded: [Int: Int] = [:]

  init(_ collection: CatalogueCollection, _ connection: SQLiteConnection) {
    textsPerRecord = collection.members.count + 2
    open = RecordChunk(textsPerRecord: textsPerRecord)
    self.connection = connection
  }

  /// Whether there is none.
  var isEmpty: Bool { count == superseded.count }

  /// Adds a record, unless one with its identifier is there.
  func add(_ record: CatalogueRecord, page: Int) throws -> Bool {
    guard record.values.count + 2 == textsPerRecord else {
      throw SQLiteError.mismatch("a record has other members than its collection")
    }
    let hash = Self.hash(of: record)
    guard try number(of: record, hash: hash) == nil else { return false }
    if pages.last?.number != page { try beginPage(page) }
    open.append(record.externalID)
    for value in record.values { open.append(value) }
    open.append(record.remoteUpdatedAt?.canonicalText)
    fingerprints.insert(count, hash: hash)
    count += 1
    if open.size >= Self.chunkSize { try close() }
    return true
  }

  /// What is there with a record's identifier, compared with the record.
  func staged(_ record: CatalogueRecord) throws -> StagedRow? {
    guard let number = try number(of: record, hash: Self.hash(of: record)) else { return nil }
    var row: StagedRow?
    try read(number) { texts in
      let values = texts.dropFirst().prefix(record.values.count)
      row = StagedRow(
        position: Int64(-1 - number), kind: .create, page: pages.last { $0.firstRecord <= number }?.number ?? 0,
        remoteTime: texts.last.flatMap { $0.flatMap { Instant(iso8601: String(decoding: $0, as: UTF8.self)) } },
        name: values.first.flatMap(\.self).map { String(decoding: $0, as: UTF8.self) } ?? "", isDeleted: false,
        hasSameValues: zip(values, record.values).allSatisfy { $0?.elementsEqual($1.utf8) ?? false })
    }
    return row
  }

  /// Takes a record, given by the position that ``staged(_:)`` gave it, back in favour of another one.
  func supersede(_ position: Int64, onPage page: Int) {
    superseded[Int(-1 - position)] = page
  }

  /// Undoes what came and was taken back on the page that came last.
  func abandon(page: Int) throws {
    superseded = superseded.filter { $0.value != page }
    guard let last = pages.last, last.number == page else { return }
    pages.removeLast()
    open.removeAll()
    chunks.removeSubrange(last.firstChunk...)
    try connection.execute("DELETE FROM temp.added WHERE chunk >= ?", [.integer(Int64(last.firstChunk))])
    fingerprints.removeAll(from: last.firstRecord)
    superseded = superseded.filter { $0.key < last.firstRecord }
    count = last.firstRecord
  }

  /// Calls the body with the texts of each record: identifier, values, time.
  func forEach(_ body: (RecordChunk.Texts) throws -> Void) throws {
    try close()
    var number = 0
    try connection.statement("SELECT records FROM temp.added ORDER BY chunk").run([]) { row in
      try row.withBytes { bytes in
        try RecordChunk.read(bytes, textsPerRecord: textsPerRecord) { _, texts in
          if superseded[number] == nil { try body(texts) }
          number += 1
        }
      }
    }
  }

  private static func hash(of record: CatalogueRecord) -> UInt32 {
    var id = record.externalID
    return id.withUTF8 { Fingerprints.hash(of: UnsafeRawBufferPointer($0)) }
  }

  private func number(of record: CatalogueRecord, hash: UInt32) throws -> Int? {
    try fingerprints.first(hash: hash) { number in
      guard superseded[number] == nil else { return false }
      var isSame = false
      try read(number) { isSame = ($0.first ?? nil)?.elementsEqual(record.externalID.utf8) ?? false }
      return isSame
    }
  }

  private func read(_ number: Int, _ body: (RecordChunk.Texts) throws -> Void) throws {
    let chunk = (chunks.partitioningIndex { $0 > number }) - 1
    let firstOpen = count - open.count
    if number >= firstOpen {
      try open.bytes.withUnsafeBytes { bytes in
        try RecordChunk.read(bytes, textsPerRecord: textsPerRecord) { index, texts in
          if index == number - firstOpen { try body(texts) }
        }
      }
      return
    }
    let first = chunks[chunk]
    try connection.statement("SELECT records FROM temp.added WHERE chunk = ?").run([.integer(Int64(chunk))]) { row in
      try row.withBytes { bytes in
        try RecordChunk.read(bytes, textsPerRecord: textsPerRecord) { index, texts in
          if index == number - first { try body(texts) }
        }
      }
    }
  }

  /// Begins a page with a row of its own, so that it can be taken back alone.
  private func beginPage(_ page: Int) throws {
    try close()
    pages.append(Page(number: page, firstRecord: count, firstChunk: chunks.count))
  }

  /// Writes what is not in the table yet.
  private func close() throws {
    guard open.count > 0 else { return }
    try connection.execute(
      "INSERT INTO temp.added (chunk, records) VALUES (?, ?)", [.integer(Int64(chunks.count)), .bytes(open.bytes)])
    chunks.append(count - open.count)
    open.removeAll()
  }
}

extension [Int] {
  /// The first index whose element the condition holds for, where it holds for all behind one that it holds for.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
