/// Which words of a shard the words of a query match, and how.
struct WordMatches: Sendable {
  /// For each word of the query, the matching words by kind.
  private(set) var words: [[[UInt16]]]
  /// For each word of the query, one after the other, the kind of match of each word of the shard.
  private(set) var kinds: [UInt8]
  /// For each word of the query, how many rows its matches without a typo have, at most.
  private(set) var rowCounts: [Int]
  let stride: Int

  /// Compares all words without typos.
  ///
  /// What is known of a query that this one extends narrows the search down.
  init(_ query: [QueryWord], in shard: Shard, extending known: [[[UInt16]]?]) {
    stride = shard.words.count
    words = []
    kinds = Array(repeating: MatchKind.none, count: query.count * stride)
    rowCounts = []
    for (number, word) in query.enumerated() {
      var lists = Array(repeating: [UInt16](), count: MatchKind.allCases.count)
      let base = number * stride
      var rows = 0
      shard.words.compare(word, among: known[number]) { found, kind in
        kinds[base + Int(found)] = kind.rawValue
        lists[Int(kind.rawValue)].append(found)
        rows &+= shard.postings.count(of: Int(found))
      }
      words.append(lists)
      rowCounts.append(rows)
    }
  }

  /// Adds the words that match one of the query's words with a typo.
  mutating func addTypos(of word: QueryWord, number: Int, in shard: Shard) {
    let base = number * stride
    shard.words.compareWithTypo(word) { found, kind in
      guard kinds[base + Int(found)] == MatchKind.none else { return }
      kinds[base + Int(found)] = kind.rawValue
      words[number][Int(kind.rawValue)].append(found)
    }
  }
}

extension WordTable {
  /// Finds the words that a word of a query matches without a typo.
  @inline(__always)
  fileprivate func compare(_ query: QueryWord, among known: [[UInt16]]?, _ found: (UInt16, MatchKind) -> Void) {
    withBuffers { table in
      query.bytes.withUnsafeBufferPointer { queryBytes in
        let comparison = WordComparison(queryBytes)
        func look(_ number: Int) {
          guard query.mask & ~table.masks[number] == 0 else { return }
          let kind = comparison.kind(of: table.word(number), firstPiece: Int(table.firstPieces[number]))
          if let kind { found(UInt16(truncatingIfNeeded: number), kind) }
        }
        if let known {
          for list in known { for number in list { look(Int(number)) } }
        } else {
          for number in single { look(Int(number)) }
          for number in joinedWords(startingWith: queryBytes) { look(Int(number)) }
        }
      }
    }
  }

  /// Finds the words that a word of a query matches with one typo, and perhaps without one.
  @inline(__always)
  fileprivate func compareWithTypo(_ query: QueryWord, _ found: (UInt16, MatchKind) -> Void) {
    guard let comparison = TypoComparison(query) else { return }
    var buffer = LetterBuffer()
    withBuffers { table in
      func look(_ number: Int) {
        buffer.read(table.word(number))
        let length = buffer.letters.withUnsafeBufferPointer { comparison.matchedLength(in: $0) }
        guard let length else { return }
        found(
          UInt16(truncatingIfNeeded: number), length == buffer.letters.count ? .wholeWordWithTypo : .wordStartWithTypo)
      }
      func mayHaveLetters(_ number: Int) -> Bool {
        let missing = query.mask & ~table.masks[number]
        // One letter may be wrong: at most one bit.
        return missing & (missing &- 1) == 0
      }
      for number in single where mayHaveLetters(Int(number)) && comparison.mayMatch(table.word(Int(number))) {
        look(Int(number))
      }
      for start in comparison.joinedStarts {
        for number in start.withUnsafeBufferPointer({ joinedWords(startingWith: $0) })
        where mayHaveLetters(Int(number)) && query.bytes.count > Int(table.firstPieces[Int(number)]) {
          look(Int(number))
        }
      }
    }
  }
}
