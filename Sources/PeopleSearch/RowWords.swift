/// The words of each row of a shard, in order: first those of the name, then of the title, then of the company.
struct RowWords: Sendable {
  private(set) var words: [UInt16] = []
  /// One for each row, and one at the end that only says where the last row's words end.
  private var rows: [Row] = [Row()]

  /// Where the words of a row begin, and how many each part has; together, since they are read together.
  private struct Row: Sendable {
    var start: UInt32 = 0
    var counts = Counts()
  }

  /// How many words the name of a row has without joined ones, how many its name and its title.
  struct Counts: Sendable {
    var pieces: UInt16 = 0
    var name: UInt16 = 0
    var title: UInt16 = 0
  }

  /// Of a longer entry only the first words are found.
  static let maximumPerRow = 1 << 14

  var count: Int { rows.count - 1 }

  /// So many rows without a word, unless some are added.
  init(emptyRows: Int = 0) {
    for _ in 0..<emptyRows { append([], Counts()) }
  }

  mutating func append(_ words: [UInt16], _ counts: Counts) {
    self.words.append(contentsOf: words)
    rows[rows.count - 1].counts = counts
    rows.append(Row(start: UInt32(truncatingIfNeeded: self.words.count)))
  }

  func range(of row: Int) -> Range<Int> { Int(rows[row].start)..<Int(rows[row + 1].start) }

  func counts(of row: Int) -> Counts { rows[row].counts }

  /// Visits each word with its row and the part of the entry it is in, row by row.
  @inline(__always)
  func forEach(_ visit: (_ word: Int, _ field: Int, _ row: UInt16) -> Void) {
    for row in 0..<count {
      let range = range(of: row)
      let title = range.lowerBound + Int(rows[row].counts.name)
      let company = title + Int(rows[row].counts.title)
      for place in range {
        visit(Int(words[place]), place < title ? 0 : place < company ? 1 : 2, UInt16(truncatingIfNeeded: row))
      }
    }
  }

  mutating func freeze() {
    words = words.withUnsafeBufferPointer { Array($0) }
    rows = rows.withUnsafeBufferPointer { Array($0) }
  }
}
