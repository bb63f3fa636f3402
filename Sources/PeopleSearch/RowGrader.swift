/// Says how well single rows of a shard match, by a look at their words.
struct RowGrader {
  private let shard: Shard
  private let matches: WordMatches
  private let queryCount: Int
  /// The best level of each word of the query, and the places in the row that have it, a bit each.
  private var levels: [UInt8]
  private var places: [UInt64]

  init(_ matches: WordMatches, in shard: Shard) {
    self.shard = shard
    self.matches = matches
    queryCount = matches.words.count
    levels = Array(repeating: 0, count: queryCount)
    places = Array(repeating: 0, count: queryCount)
  }

  /// How a row matches; nil where a word of the query is missing.
  mutating func match(of row: Int) -> RowMatch? {
    readLevels(of: row)
    var result = RowMatch()
    for level in levels {
      guard level != MatchKind.none else { return nil }
      result.worst = max(result.worst, level)
      result.sum += Int(level)
      if level >= MatchLevel.exactCount { result.typos += 1 }
    }
    result.isSharing = queryCount > 1 && !hasPlaceForEach
    return result
  }

  private mutating func readLevels(of row: Int) {
    let range = shard.rows.range(of: row)
    let counts = shard.rows.counts(of: row)
    let title = Int(counts.name)
    let company = title + Int(counts.title)
    shard.rows.words.withUnsafeBufferPointer { words in
      matches.kinds.withUnsafeBufferPointer { kinds in
        let words = UnsafeBufferPointer(rebasing: words[range])
        for number in 0..<queryCount {
          let base = number &* matches.stride
          var level = MatchKind.none
          var bits: UInt64 = 0
          for place in 0..<words.count {
            let kind = kinds[base &+ Int(words[place])]
            guard kind != MatchKind.none else { continue }
            let candidate = MatchLevel.of(kind, in: place < title ? 0 : place < company ? 1 : 2)
            guard candidate <= level else { continue }
            // The places behind the sixty-fourth count as one.
            bits = (candidate == level ? bits : 0) | 1 << UInt64(min(place, 63))
            level = candidate
          }
          levels[number] = level
          places[number] = bits
        }
      }
    }
  }

  /// Whether each word of the query can have a word of the row for itself.
  private var hasPlaceForEach: Bool {
    var taken: UInt64 = 0
    var isSimple = true
    for place in places {
      let free = place & ~taken
      guard free != 0 else {
        isSimple = false
        break
      }
      taken |= free & (~free &+ 1)
    }
    return isSimple || canPlace(0, taken: 0)
  }

  private func canPlace(_ number: Int, taken: UInt64) -> Bool {
    guard number < queryCount else { return true }
    // With more words than this, trying all ways would take too long, and tells little.
    guard number < 6 else { return true }
    var free = places[number] & ~taken
    while free != 0 {
      let bit = free & (~free &+ 1)
      if canPlace(number + 1, taken: taken | bit) { return true }
      free &= ~bit
    }
    return false
  }
}
