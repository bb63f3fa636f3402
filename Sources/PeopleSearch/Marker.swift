/// Finds out what matched in the rows that are shown.
struct Marker {
  private let query: [QueryWord]
  private var folding = Folding()

  init(_ query: [QueryWord]) {
    self.query = query
  }

  /// The hit of an entry, with the best place of each word of the query marked.
  mutating func hit(_ index: Int, _ entry: SearchEntry) -> SearchHit {
    let name = MarkedText(name: entry.name, folding: &folding)
    let detail = MarkedText(detail: entry.detail, titleLength: entry.titleLength, folding: &folding)
    var nameOrigins: [Int] = []
    var detailOrigins: [Int] = []
    for match in matches(in: name.words + detail.words) {
      switch match.field {
      case .name: nameOrigins += match.origins
      case .title, .company: detailOrigins += match.origins
      }
    }
    return SearchHit(
      index: index, nameMatches: name.characterRanges(of: nameOrigins),
      detailMatches: detail.characterRanges(of: detailOrigins))
  }

  /// The best match of each word of the query; a word that is still free is taken before one that another has.
  private func matches(in words: [MarkedWord]) -> [PlacedMatch] {
    let candidates = query.map { bestMatches(of: $0, in: words) }.sorted { $0.count < $1.count }
    var taken: Set<Int> = []
    return candidates.compactMap { candidates in
      guard let match = candidates.first(where: { !taken.contains($0.word) }) ?? candidates.first else { return nil }
      taken.insert(match.word)
      return match
    }
  }

  private func bestMatches(of query: QueryWord, in words: [MarkedWord]) -> [PlacedMatch] {
    let found = words.enumerated().compactMap { number, word in PlacedMatch(of: query, in: word, number: number) }
    let best = found.map(\.level).min()
    return found.filter { $0.level == best }
  }
}

/// A match of a word of the query in a word of an entry.
private struct PlacedMatch {
  /// The number of the entry's word.
  let word: Int
  let level: UInt8
  let field: SearchField
  /// The code points that match.
  let origins: [Int]

  init?(of query: QueryWord, in word: MarkedWord, number: Int) {
    guard let (kind, places) = exactPlaces(of: query, in: word) ?? placesWithTypo(of: query, in: word) else {
      return nil
    }
    self.word = number
    level = MatchLevel.of(kind.rawValue, in: word.field.rawValue)
    field = word.field
    origins = places.map { word.origins[$0] }
  }
}

/// The bytes of a word that match without a typo.
private func exactPlaces(of query: QueryWord, in word: MarkedWord) -> (MatchKind, [Int])? {
  query.bytes.withUnsafeBufferPointer { queryBytes in
    word.bytes.withUnsafeBufferPointer { bytes in
      let comparison = WordComparison(queryBytes)
      guard let kind = comparison.kind(of: bytes, firstPiece: word.firstPiece) else { return nil }
      if kind == .lettersApart {
        var places: [Int] = []
        _ = comparison.lettersApart(in: bytes) { places.append($0) }
        return (kind, places)
      }
      let start = comparison.place(in: bytes) ?? 0
      return (kind, Array(start..<start + queryBytes.count))
    }
  }
}

/// The bytes of a word that match with a typo, which are the letters that were meant.
private func placesWithTypo(of query: QueryWord, in word: MarkedWord) -> (MatchKind, [Int])? {
  guard let comparison = TypoComparison(query), query.bytes.count > word.firstPiece else { return nil }
  var buffer = LetterBuffer()
  let mayMatch = word.bytes.withUnsafeBufferPointer { bytes in
    buffer.read(bytes)
    return word.firstPiece == 0 ? comparison.mayMatch(bytes) : comparison.mayMatch(joined: bytes)
  }
  guard mayMatch else { return nil }
  guard let length = buffer.letters.withUnsafeBufferPointer({ comparison.matchedLength(in: $0) }) else { return nil }
  var end = 0
  for _ in 0..<length where end < word.bytes.count { end += letterLength(word.bytes[end]) }
  let kind: MatchKind = length == buffer.letters.count ? .wholeWordWithTypo : .wordStartWithTypo
  return (kind, Array(0..<min(end, word.bytes.count)))
}
