/// Where a row stands among the hits.
///
/// No two rows are equal: the order is total.
struct RowRank: Comparable, Sendable {
  /// How well it matches, then how often it was chosen, then how short its name is; the smaller, the better.
  let key: UInt64
  /// The row's number in the whole index.
  let index: Int

  init(_ match: RowMatch, usage: UInt32, nameLengthClass: Int, index: Int) {
    key = match.key << 40 | UInt64(UInt32.max - usage) << 8 | UInt64(nameLengthClass)
    self.index = index
  }

  /// The keys of rows that were never chosen, where each word of the query has a word for itself, and where not.
  static func keys(_ match: RowMatch, nameLengthClass: Int) -> (apart: UInt64, sharing: UInt64) {
    var match = match
    match.isSharing = false
    let apart = RowRank(match, usage: 0, nameLengthClass: nameLengthClass, index: 0).key
    match.isSharing = true
    return (apart, RowRank(match, usage: 0, nameLengthClass: nameLengthClass, index: 0).key)
  }

  static func < (left: RowRank, right: RowRank) -> Bool {
    left.key == right.key ? left.index < right.index : left.key < right.key
  }

  /// No row that matches like this, or worse, has a smaller key.
  static func leastKey(_ match: RowMatch) -> UInt64 { match.key << 40 }
}

/// How well a row matches: a row is as good as its worst word, then as all of them together.
struct RowMatch: Sendable {
  /// How many words match with a typo only.
  var typos = 0
  /// The worst level of the words.
  var worst: UInt8 = 0
  /// The levels of the words, added up.
  var sum = 0
  /// Whether two words of the query stand for the same word of the entry: "m martin" means Mike Martin first.
  var isSharing = false

  var key: UInt64 {
    UInt64(min(typos, 15)) << 20 | UInt64(worst & 31) << 15 | UInt64(min(sum, 0x3FFF)) << 1 | (isSharing ? 1 : 0)
  }
}

/// The best rows of those offered.
struct BestRows {
  private var rows: [RowRank] = []
  let limit: Int
  /// The last that is among the best, once there are enough of them.
  private(set) var last: RowRank?

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether a row with such a key, and with a higher number than all before, could be among the best.
  func admits(_ key: UInt64) -> Bool {
    guard limit > 0 else { return false }
    return last.map { key < $0.key } ?? true
  }

  mutating func offer(_ row: RowRank) {
    guard limit > 0, last.map({ row < $0 }) ?? true else { return }
    rows.append(row)
    if rows.count >= max(2 * limit, 16) || (last == nil && rows.count == limit) { cut() }
  }

  /// Offers the best of other rows.
  mutating func offer(_ others: BestRows) {
    for row in others.rows { offer(row) }
  }

  /// The best rows, the best first.
  mutating func result() -> [RowRank] {
    cut()
    return rows
  }

  private mutating func cut() {
    rows.sort()
    if rows.count > limit { rows.removeLast(rows.count - limit) }
    if rows.count == limit { last = rows.last }
  }
}
