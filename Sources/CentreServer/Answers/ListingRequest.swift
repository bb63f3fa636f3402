import EventModel
import HTTPTransport

/// Which records of a collection a request is for: all of them, what has changed, or one page of either.
struct ListingRequest: Equatable, Sendable {
  /// The most records that a page may have.
  static let largestPage = 10_000

  /// The time from which on changes are asked for; nil for all records.
  var since: Instant?
  /// How many records a page may have; nil for no pages.
  var limit: Int?
  /// The place after which the page begins; nil for the first.
  var cursor: ListingCursor?

  /// Whether only what is there now is asked for, in one piece.
  var isWhole: Bool { self == ListingRequest() }

  /// Why a request cannot be understood, in a sentence.
  struct Flaw: Error, Equatable {
    let sentence: String
  }

  /// Asks for everything.
  init() {}

  /// Reads a query; names that nobody knows are passed over.
  init(_ query: [(name: String, value: String)], of collection: CentreCollection) throws(Flaw) {
    for (name, value) in query {
      switch name {
      case "updated_since" where collection.isDated:
        guard let time = Instant(timestamp: value) else {
          throw Flaw(sentence: "updated_since must be an ISO 8601 time.")
        }
        since = time
      case "limit":
        guard let number = Int(value), (1...Self.largestPage).contains(number) else {
          throw Flaw(sentence: "limit must be a whole number from 1 to \(Self.largestPage).")
        }
        limit = number
      case "cursor":
        guard let place = ListingCursor(value) else {
          throw Flaw(sentence: "cursor must be what the link to the next page holds.")
        }
        cursor = place
      default: break
      }
    }
  }

  /// The reference to the page that begins after a place, relative so that it holds behind any proxy.
  func reference(to next: ListingCursor, of collection: CentreCollection) -> String {
    let from = since.map { "updated_since=\($0.iso8601)&" } ?? ""
    return "\(collection.rawValue)?\(from)limit=\(limit ?? Self.largestPage)&cursor=\(next.text)"
  }
}

/// A place in a listing by time of change, which holds whatever is added, changed or deleted meanwhile.
///
/// What is changed goes to the end and so comes again, newer; nothing that is there is passed over.
struct ListingCursor: Equatable, Sendable {
  /// When the record before it was changed, in microseconds.
  let changedAt: Int64
  /// The record's number, which tells it from others of the same time.
  let position: Int64

  /// Names a place.
  init(changedAt: Int64, position: Int64) {
    self.changedAt = changedAt
    self.position = position
  }

  /// Reads what ``text`` has written.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let changedAt = Int64(parts[0]), let position = Int64(parts[1]) else { return nil }
    self.init(changedAt: changedAt, position: position)
  }

  /// How it is written in an address.
  var text: String { "\(changedAt).\(position)" }
}
