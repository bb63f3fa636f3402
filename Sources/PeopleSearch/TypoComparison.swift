/// Compares one word of the query with words of a dictionary, allowing for one typo: two neighbours swapped, a letter
/// missing, one too many, or a wrong one.
struct TypoComparison {
  private let query: [UInt32]
  /// What the joined words begin with that may match.
  let joinedStarts: [[UInt8]]

  /// Shorter words are other words, rather than mistyped ones.
  static let minimumLength = 3

  init?(_ word: QueryWord) {
    guard word.letters.count >= Self.minimumLength else { return nil }
    query = word.letters
    let first = letterLength(word.bytes[0])
    let both = first + letterLength(word.bytes[first])
    joinedStarts = [Array(word.bytes[..<first]), Array(word.bytes[first..<both] + word.bytes[..<first])]
  }

  /// Whether a word may match, judged by its first bytes: whatever the typo is, of the first two letters one is right.
  @inline(__always)
  func mayMatch(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count > 1, word[0] < 0x80, word[1] < 0x80 else { return true }
    let first = UInt32(word[0])
    let second = UInt32(word[1])
    return first == query[0] || first == query[1] || second == query[0] || second == query[1]
  }

  /// Whether a joined word may match.
  ///
  /// There are many; so the first letter has to be right, or swapped with the second.
  func mayMatch(joined word: UnsafeBufferPointer<UInt8>) -> Bool {
    joinedStarts.contains { word.starts(with: $0) }
  }

  /// How much of a word the query's word stands for, in letters; nil where there is more than one typo.
  ///
  /// While it is being typed, the query's word may be the start of a longer one. A short start with its last letter
  /// wrong would match nearly everything; so of three letters, the word must have no more than one more or less.
  @inline(__always)
  func matchedLength(in word: UnsafeBufferPointer<UInt32>) -> Int? {
    query.withUnsafeBufferPointer { query in
      let lengths = lengths(query, word)
      guard query.count == Self.minimumLength else { return lengths }
      return lengths == word.count ? lengths : nil
    }
  }

  @inline(__always)
  private func lengths(_ query: UnsafeBufferPointer<UInt32>, _ word: UnsafeBufferPointer<UInt32>) -> Int? {
    guard word.count + 1 >= query.count else { return nil }
    let end = min(query.count, word.count)
    var same = 0
    while same < end, query[same] == word[same] { same += 1 }
    // Once the two part, only what lies behind the typo is left to compare.
    if isSwapped(query, word, same), isStart(query, same + 2, word, same + 2) { return query.count }
    if isStart(query, same + 1, word, same + 1), same < word.count { return query.count }
    if isStart(query, same, word, same + 1) { return query.count + 1 }
    if isStart(query, same + 1, word, same) { return query.count - 1 }
    return nil
  }

  @inline(__always)
  private func isSwapped(
    _ query: UnsafeBufferPointer<UInt32>, _ word: UnsafeBufferPointer<UInt32>, _ place: Int
  ) -> Bool {
    place + 1 < query.count && place + 1 < word.count && query[place] == word[place + 1]
      && query[place + 1] == word[place]
  }

  /// Whether the rest of the query's word, from a place, stands at a place of the other.
  @inline(__always)
  private func isStart(
    _ query: UnsafeBufferPointer<UInt32>, _ from: Int, _ word: UnsafeBufferPointer<UInt32>, _ place: Int
  ) -> Bool {
    guard from <= query.count, place + (query.count - from) <= word.count else { return false }
    for offset in 0..<(query.count - from) where query[from + offset] != word[place + offset] { return false }
    return true
  }
}

/// Reads the letters of a folded word into a buffer that is used again and again.
struct LetterBuffer {
  private(set) var letters: [UInt32] = []

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    var place = 0
    while place < bytes.count {
      let length = min(letterLength(bytes[place]), bytes.count - place)
      var letter = UInt32(bytes[place]) & (length == 1 ? 0x7F : length == 2 ? 0x1F : length == 3 ? 0xF : 7)
      for offset in 1..<max(1, length) { letter = letter << 6 | UInt32(bytes[place + offset] & 0x3F) }
      letters.append(letter)
      place += length
    }
  }
}
