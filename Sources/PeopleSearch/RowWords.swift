/// The words of each row of a shard, in order: first those of the name, then of the title, then of the company.
struct RowWords: Sendable {
  private(set) var words: [UInt16] = []
  /// Where the words of each row begin; the end of the last stands at the end.
  private var starts: [UInt32] = [0]
  /// How many words the name of each row has, without joined ones, and how many its name and its title.
  private var counts: [Counts] = []

  struct Counts: Sendable {
    var pieces: UInt16 = 0
    var name: UInt16 = 0
    var title: UInt16 = 0
  }

  /// Of a longer entry only the first words are found.
  static let maximumPerRow = 1 << 14

  var count: Int { counts.count }

  /// So many rows without a word, unless some are added.
  init(emptyRows: Int = 0) {
    for _ in 0..<emptyRows { append([], Counts()) }
  }

  mutating func append(_ words: [UInt16], _ counts: Counts) {
    self.words.append(contentsOf: words)
    starts.append(UInt32(truncatingIfNeeded: self.words.count))
    self.counts.append(counts)
  }

  func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  func counts(of row: Int) -> Counts { counts[row] }

  /// Visits each word with its row and the part of the entry it is in, row by row.
  @inline(__always)
  func forEach(_ visit: (_ word: Int, _ field: Int, _ row: UInt16) -> Void) {
    for row in 0..<count {
      let range = range(of: row)
      let title = range.lowerBound + Int(counts[row].name)
      let company = title + Int(counts[row].title)
      for place in range {
        visit(Int(words[place]), place < title ? 0 : place < company ? 1 : 2, UInt16(truncatingIfNeeded: row))
      }
    }
  }

  mutating func freeze() {
    words = words.withUnsafeBufferPointer { Array($0) }
    starts = starts.withUnsafeBufferPointer { Array($0) }
    counts = counts.withUnsafeBufferPointer { Array($0) }
  }
}
