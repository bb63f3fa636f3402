/// An index of up to 65,536 entries, complete in itself and never changed: a ``PeopleIndex`` has one after the other.
///
/// Names repeat: the million entries of a large catalogue are made of some ten thousand words. So a query is compared
/// with each word once, and the rows come from the lists of the words that match.
final class Shard: Sendable {
  /// The entries as they were given.
  let text: PackedText
  /// The distinct words.
  let words: WordTable
  /// The words of each row.
  let rows: RowWords
  /// The rows of each word.
  let postings: Postings
  /// The rows whose names have one, two, three, and more words.
  let byNameLength: [RowSet]
  /// The rows that have a letter, for each ASCII letter: what a query of one letter finds.
  let byLetter: [RowSet]
  /// How often and recently some rows were chosen.
  let usage: [Int: UInt32]

  var count: Int { text.count }

  private init(_ text: PackedText, _ words: WordTable, _ rows: RowWords, _ usage: Usage) {
    self.text = text
    self.words = words
    self.rows = rows
    self.usage = usage.weights(in: text)
    postings = Postings(rows, wordCount: words.count)
    var byNameLength = Array(repeating: RowSet(rows: rows.count), count: 4)
    for row in 0..<rows.count { byNameLength[Self.nameLengthClass(Int(rows.counts(of: row).pieces))].insert(row) }
    self.byNameLength = byNameLength
    byLetter = Self.rowsByLetter(rows, words)
  }

  private static func rowsByLetter(_ rows: RowWords, _ words: WordTable) -> [RowSet] {
    var result = Array(repeating: RowSet(rows: rows.count), count: LetterMask.ownBits)
    for row in 0..<rows.count {
      var mask: UInt64 = 0
      for place in rows.range(of: row) { mask |= words.masks[Int(rows.words[place])] }
      mask &= 1 << UInt64(LetterMask.ownBits) &- 1
      while mask != 0 {
        result[mask.trailingZeroBitCount].insert(row)
        mask &= mask &- 1
      }
    }
    return result
  }

  /// The rows that have a letter; nil where the word of a query is none of the ASCII letters.
  func rows(withLetter word: QueryWord) -> RowSet? {
    guard word.bytes.count == 1, word.mask.trailingZeroBitCount < LetterMask.ownBits else { return nil }
    return byLetter[word.mask.trailingZeroBitCount]
  }

  /// Which of `byNameLength` names of so many words are in.
  static func nameLengthClass(_ words: Int) -> Int { min(max(words, 1), 4) - 1 }

  /// Indexes some entries; two or more shards come of it where they have very many words.
  static func make(of text: PackedText, usage: Usage) -> [Shard] {
    var reader = ShardReader(text)
    guard let rows = reader.rows() else {
      // One row has at most RowWords.maximumPerRow words, give or take a few, which always fit.
      guard text.count > 1 else { return [Shard(text, WordTable(), RowWords(emptyRows: text.count), usage)] }
      return text.halves().flatMap { make(of: $0, usage: usage) }
    }
    return [Shard(text, reader.frozenWords(), rows, usage)]
  }
}
