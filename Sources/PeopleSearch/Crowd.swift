/// The rows in which the words of a query may each have a word of the row for themselves.
///
/// It is found out when first asked for, since mostly nobody asks.
struct Crowd {
  private let matches: WordMatches
  private let shard: Shard
  /// The worst kind of match that counts.
  private let worst: UInt8
  private var rows: RowSet?

  init(_ matches: WordMatches, in shard: Shard, upTo level: UInt8) {
    self.matches = matches
    self.shard = shard
    worst = level / 3
  }

  /// Whether a row could have a word for each; false is certain, true is not.
  mutating func mayBeApart(_ row: Int) -> Bool {
    if let rows { return rows.contains(row) }
    let rows = rowsWithSeveralPlaces()
    self.rows = rows
    return rows.contains(row)
  }

  /// The rows that have more than one word which matches any word of the query.
  private func rowsWithSeveralPlaces() -> RowSet {
    var once = RowSet(rows: shard.count)
    var several = shard.postings.repeating
    for number in matches.words.indices {
      for kind in 0...Int(worst) {
        let words = matches.words[number][kind].filter { !isMatched(Int($0), before: number) }
        shard.postings.add(words, to: &once, andAgainTo: &several)
      }
    }
    return several
  }

  /// Whether an earlier word of the query matches a word too: that one has been counted.
  private func isMatched(_ word: Int, before number: Int) -> Bool {
    for earlier in 0..<number where matches.kinds[earlier * matches.stride + word] <= worst { return true }
    return false
  }
}
