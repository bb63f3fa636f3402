/// For each word of a shard and each part of an entry, the rows that have the word there.
struct Postings: Sendable {
  /// The rows of all words that few rows have, in order, word after word.
  private var rows: [UInt16]
  /// Where the rows of a word in a part begin in `rows`; the end of the last stands at the end.
  private var starts: [UInt32]
  /// The rows of the words that many rows have, as sets: those are put together much faster.
  private var sets: [RowSet] = []
  /// For each word in a part, which set is its own, counted from one.
  private var setNumbers: [UInt16]
  /// How many rows have a word in a part.
  private var counts: [UInt32]
  /// The rows that have a word twice in one part.
  private(set) var repeating: RowSet

  /// With more rows than one in so many, a word has a set.
  private static let rowsPerSetRow = 256
  /// No more sets than this, which bounds their memory; the words with most rows have them.
  private static let maximumSets = 256

  init(_ rowWords: RowWords, wordCount: Int) {
    let fields = SearchField.allCases.count
    rows = []
    starts = [0]
    counts = Array(repeating: 0, count: wordCount * fields)
    setNumbers = Array(repeating: 0, count: counts.count)
    repeating = RowSet(rows: rowWords.count)
    count(rowWords)
    makePlaces(rowWords.count)
    fill(rowWords)
  }

  private mutating func count(_ rowWords: RowWords) {
    let fields = SearchField.allCases.count
    var last = Array(repeating: UInt32.max, count: counts.count)
    rowWords.forEach { word, field, row in
      let place = word * fields + field
      // A word that an entry has twice counts once.
      guard last[place] != UInt32(row) else { return repeating.insert(Int(row)) }
      last[place] = UInt32(row)
      counts[place] += 1
    }
  }

  /// Gives each word its place, in the list of rows or among the sets.
  private mutating func makePlaces(_ rowCount: Int) {
    starts.reserveCapacity(counts.count + 1)
    let fewest = fewestRowsOfSet(rowCount)
    var end: UInt32 = 0
    for (place, count) in counts.enumerated() {
      if count > fewest, sets.count < Self.maximumSets {
        sets.append(RowSet(rows: rowCount))
        setNumbers[place] = UInt16(sets.count)
      } else {
        end += count
      }
      starts.append(end)
    }
    rows = Array(repeating: 0, count: Int(end))
  }

  /// With more rows than this, a word has a set.
  private func fewestRowsOfSet(_ rowCount: Int) -> UInt32 {
    let fewest = UInt32(max(rowCount / Self.rowsPerSetRow, 64))
    let many = counts.filter { $0 > fewest }
    return many.count <= Self.maximumSets ? fewest : many.sorted(by: >)[Self.maximumSets]
  }

  private mutating func fill(_ rowWords: RowWords) {
    let fields = SearchField.allCases.count
    var next = starts
    rowWords.forEach { word, field, row in
      let place = word * fields + field
      if setNumbers[place] != 0 {
        sets[Int(setNumbers[place]) - 1].insert(Int(row))
      } else if next[place] == starts[place] || rows[Int(next[place]) - 1] != row {
        rows[Int(next[place])] = row
        next[place] += 1
      }
    }
  }

  /// How many rows have a word, counted once for each part.
  func count(of word: Int) -> Int {
    Int(counts[3 * word]) + Int(counts[3 * word + 1]) + Int(counts[3 * word + 2])
  }

  /// Adds the rows that have one of some words in a part to a set; tells whether there are any.
  func add(_ words: [UInt16], in field: Int, to set: inout RowSet) -> Bool {
    var isChanged = false
    starts.withUnsafeBufferPointer { starts in
      for word in words {
        let place = 3 * Int(word) + field
        let range = Int(starts[place])..<Int(starts[place + 1])
        if !range.isEmpty {
          isChanged = true
          set.insert(rows, range)
        } else if setNumbers[place] != 0 {
          isChanged = true
          set.formUnion(sets[Int(setNumbers[place]) - 1])
        }
      }
    }
    return isChanged
  }

  /// Adds the rows that have one of some words to a set, and those that were in it already to another.
  func add(_ words: [UInt16], to set: inout RowSet, andAgainTo again: inout RowSet) {
    for place in words.lazy.flatMap({ 3 * Int($0)..<3 * Int($0) + 3 }) where counts[place] > 0 {
      if setNumbers[place] != 0 {
        let rows = sets[Int(setNumbers[place]) - 1]
        var both = set
        both.formIntersection(rows)
        again.formUnion(both)
        set.formUnion(rows)
      } else {
        for row in rows[Int(starts[place])..<Int(starts[place + 1])] {
          if set.contains(Int(row)) { again.insert(Int(row)) } else { set.insert(Int(row)) }
        }
      }
    }
  }
}
