import EventModel
import SQLiteKit

/// The records that a request is for, in one state of the data.
struct Listing {
  private let snapshot: CentreSnapshot
  private let collection: CentreCollection
  private let request: ListingRequest
  /// How many bytes the answer has.
  let length: Int
  /// Where the next page begins; nil after the last.
  let next: ListingCursor?

  /// Looks up how much there is, and reads no record yet.
  init(_ request: ListingRequest, of collection: CentreCollection, in snapshot: CentreSnapshot) throws {
    self.snapshot = snapshot
    self.collection = collection
    self.request = request
    let (records, bytes) = try Self.size(of: request, collection, snapshot)
    length = Self.opening(collection).count + bytes + max(0, records - 1) + Self.closing.count
    next = try Self.next(after: request, collection, snapshot)
  }

  /// The answer's body, made while it is read.
  func stream() throws -> ListingStream {
    let rows =
      request.isWhole
      ? try snapshot.cursor("SELECT body FROM \(collection.rawValue) WHERE deleted_at IS NULL ORDER BY position")
      : try snapshot.cursor(
        "SELECT body FROM \(Self.window(request, collection)) ORDER BY changed_at, position LIMIT ?",
        Self.values(request) + [.integer(Int64(request.limit ?? -1))])
    return ListingStream(snapshot, rows, opening: Self.opening(collection), closing: Self.closing)
  }

  private static func opening(_ collection: CentreCollection) -> [UInt8] { Array("{\"\(collection.rawValue)\":[".utf8) }
  private static let closing = Array("]}".utf8)

  private static func size(
    of request: ListingRequest, _ collection: CentreCollection, _ snapshot: CentreSnapshot
  ) throws -> (records: Int, bytes: Int) {
    if request.isWhole {
      let totals = try snapshot.totals(of: collection)
      return (totals.records, totals.bytes)
    }
    return try snapshot.query(
      """
      SELECT count(*), coalesce(sum(bytes), 0) FROM
        (SELECT bytes FROM \(window(request, collection)) ORDER BY changed_at, position LIMIT ?)
      """, values(request) + [.integer(Int64(request.limit ?? -1))]
    ) { (try $0.count(), try $0.count()) }.first ?? (0, 0)
  }

  /// The last record of the page, where another one follows it.
  private static func next(
    after request: ListingRequest, _ collection: CentreCollection, _ snapshot: CentreSnapshot
  ) throws -> ListingCursor? {
    guard let limit = request.limit else { return nil }
    let places = try snapshot.query(
      """
      SELECT changed_at, position FROM \(window(request, collection)) ORDER BY changed_at, position
      LIMIT 2 OFFSET ?
      """, values(request) + [.integer(Int64(limit - 1))]
    ) { ListingCursor(changedAt: try $0.integer(), position: try $0.integer()) }
    return places.count == 2 ? places.first : nil
  }

  /// Table and condition of a part of the records; deleted ones are changes, and nothing otherwise.
  private static func window(_ request: ListingRequest, _ collection: CentreCollection) -> String {
    let table = "\(collection.rawValue) INDEXED BY \(collection.rawValue)_changed"
    let place = "changed_at >= ? AND (changed_at, position) > (?, ?)"
    return "\(table) WHERE \(place)" + (request.since == nil ? " AND deleted_at IS NULL" : "")
  }

  private static func values(_ request: ListingRequest) -> [SQLiteValue] {
    // Positions begin at 1.
    let start = ListingCursor(changedAt: request.since?.microseconds ?? .min, position: 0)
    let place = request.cursor ?? start
    return [.integer(max(place.changedAt, start.changedAt)), .integer(place.changedAt), .integer(place.position)]
  }
}
