/// Compares one word of the query with words of a dictionary, without typos.
struct WordComparison {
  let query: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool

  init(_ query: UnsafeBufferPointer<UInt8>) {
    self.query = query
    isASCII = query.allSatisfy { $0 < 0x80 }
  }

  /// How the query's word matches a word; nil where it does not.
  ///
  /// One that is joined from pieces counts where the query goes beyond the first of them: up to there, and inside, the
  /// pieces match for themselves, and letters apart are to be of one word.
  @inline(__always)
  func kind(of word: UnsafeBufferPointer<UInt8>, firstPiece: Int) -> MatchKind? {
    guard word.count >= query.count, query.count > firstPiece else { return nil }
    if stands(at: 0, in: word) { return word.count == query.count ? .wholeWord : .wordStart }
    guard firstPiece == 0 else { return nil }
    if place(in: word) != nil { return .inside }
    return areLettersApart(in: word) ? .lettersApart : nil
  }

  /// Where the query's word first stands inside a word.
  func place(in word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = query.first, word.count >= query.count else { return nil }
    for start in 0...(word.count - query.count) where word[start] == first && stands(at: start, in: word) {
      return start
    }
    return nil
  }

  @inline(__always)
  private func stands(at start: Int, in word: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<query.count where word[start + offset] != query[offset] { return false }
    return true
  }

  /// Whether the letters stand in a word in their order, the first of them at its start.
  private func areLettersApart(in word: UnsafeBufferPointer<UInt8>) -> Bool {
    lettersApart(in: word) { _ in }
  }

  /// Tells the places of the letters, each as early as may be; the result is whether all are there.
  @inline(__always)
  func lettersApart(in word: UnsafeBufferPointer<UInt8>, _ tell: (Int) -> Void) -> Bool {
    guard query.count > 1, let first = query.first, word.first == first else { return false }
    var wanted = 0
    var place = 0
    while wanted < query.count, place < word.count {
      let length = isASCII ? 1 : letterLength(query[wanted])
      if matches(wanted, place, length, word) {
        for offset in 0..<length { tell(place + offset) }
        wanted += length
        place += length
      } else {
        place += letterLength(word[place])
      }
    }
    return wanted == query.count
  }

  @inline(__always)
  private func matches(_ wanted: Int, _ place: Int, _ length: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard wanted + length <= query.count, place + length <= word.count else { return false }
    for offset in 0..<length where query[wanted + offset] != word[place + offset] { return false }
    return true
  }
}

/// How many bytes a letter has, by its first.
@inline(__always)
func letterLength(_ byte: UInt8) -> Int {
  byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
}
