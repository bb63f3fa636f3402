/// The index behind a picker: finds entries by words in any order, without regard to case and diacritics.
///
/// All names and details are folded once into one block of bytes, which a search walks through. What matched where is
/// worked out for the few hits that are shown.
public final class PeopleIndex: Sendable {
  /// What can be found, in the order given.
  public let entries: [SearchEntry]
  /// The folded name and detail of each entry, one after the other.
  private let bytes: [UInt8]
  /// Where each name and each detail begins in `bytes`, in turn; the end of the last stands at the end.
  private let starts: [Int]

  /// Folds the entries; 13,000 take a few hundredths of a second.
  public init(_ entries: [SearchEntry]) {
    self.entries = entries
    var folding = Folding()
    var bytes: [UInt8] = []
    var starts = [0]
    starts.reserveCapacity(2 * entries.count + 1)
    for entry in entries {
      for text in [entry.name, entry.detail] {
        folding.fold(text) { byte, _ in bytes.append(byte) }
        starts.append(bytes.count)
      }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Finds the entries in which every word of the query stands, in the name or in the detail.
  ///
  /// The best are those whose name holds every word as a whole word, then those where the words begin words of the
  /// name, then those where they stand inside, then those that need the detail. Equal ones keep the order of the
  /// entries. An empty query finds everything in that order.
  public func search(_ query: String, limit: Int) -> SearchResult {
    let limit = max(0, limit)
    let words = folded(query).utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
    if words.isEmpty {
      return SearchResult(hits: entries.indices.prefix(limit).map { SearchHit(index: $0) }, total: entries.count)
    }
    let found = ranked(words)
    var folding = Folding()
    let best = found.joined().prefix(limit)
    return SearchResult(
      hits: best.map { hit($0, words, &folding) }, total: found.reduce(0) { $0 + $1.count })
  }

  /// The numbers of the matching entries by how well they match, the best kind first.
  private func ranked(_ words: [[UInt8]]) -> [[Int]] {
    var found = MatchKind.allCases.map { _ in [Int]() }
    bytes.withUnsafeBufferPointer { bytes in
      for index in entries.indices {
        let name = UnsafeBufferPointer(rebasing: bytes[starts[2 * index]..<starts[2 * index + 1]])
        let detail = UnsafeBufferPointer(rebasing: bytes[starts[2 * index + 1]..<starts[2 * index + 2]])
        if let kind = worstKind(of: words, name, detail) { found[kind.rawValue].append(index) }
      }
    }
    return found
  }

  /// An entry with the parts that match, the best place of each word.
  private func hit(_ index: Int, _ words: [[UInt8]], _ folding: inout Folding) -> SearchHit {
    let name = MarkedText(entries[index].name, folding: &folding)
    let detail = MarkedText(entries[index].detail, folding: &folding)
    var nameRanges: [Range<Int>] = []
    var detailRanges: [Range<Int>] = []
    for word in words {
      if let match = bestMatch(of: word, in: name.bytes) {
        nameRanges.append(match.range)
      } else if let match = bestMatch(of: word, in: detail.bytes) {
        detailRanges.append(match.range)
      }
    }
    return SearchHit(
      index: index, nameMatches: name.characterRanges(of: nameRanges),
      detailMatches: detail.characterRanges(of: detailRanges))
  }
}

/// How well an entry matches all the words, which is as well as the worst of them; nil where one is missing.
private func worstKind(
  of words: [[UInt8]], _ name: UnsafeBufferPointer<UInt8>, _ detail: UnsafeBufferPointer<UInt8>
) -> MatchKind? {
  var worst = MatchKind.wholeWord
  for word in words {
    let kind = word.withUnsafeBufferPointer { word in
      bestMatch(of: word, in: name)?.kind ?? bestMatch(of: word, in: detail).map { _ in .detail }
    }
    guard let kind else { return nil }
    worst = max(worst, kind)
  }
  return worst
}

private func bestMatch(of word: [UInt8], in text: [UInt8]) -> WordMatch? {
  word.withUnsafeBufferPointer { word in text.withUnsafeBufferPointer { bestMatch(of: word, in: $0) } }
}
