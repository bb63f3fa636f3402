/// How well a word of the query matches a text; the smaller, the better.
enum MatchKind: Int, Comparable, CaseIterable {
  case wholeWord
  case wordStart
  case inside
  case detail

  static func < (left: MatchKind, right: MatchKind) -> Bool { left.rawValue < right.rawValue }
}

/// Where a word of the query stands in a folded text.
struct WordMatch {
  /// How well it matches there.
  let kind: MatchKind
  /// The bytes it covers.
  let range: Range<Int>
}

/// Finds the best place of a folded word in a folded text: a whole word before the start of one before any other.
///
/// This is the loop that every keystroke runs through some megabytes, hence the plain buffers.
func bestMatch(of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> WordMatch? {
  guard let first = word.first, text.count >= word.count else { return nil }
  var best: WordMatch?
  for start in 0...(text.count - word.count) where text[start] == first && matches(word, text, at: start) {
    let range = start..<start + word.count
    let kind = kind(of: range, in: text)
    if kind == .wholeWord { return WordMatch(kind: kind, range: range) }
    if kind < best?.kind ?? .detail { best = WordMatch(kind: kind, range: range) }
  }
  return best
}

private func matches(_ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
  for offset in 1..<max(1, word.count) where text[start + offset] != word[offset] { return false }
  return true
}

private func kind(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> MatchKind {
  guard range.lowerBound == 0 || isSeparator(text[range.lowerBound - 1]) else { return .inside }
  return range.upperBound == text.count || isSeparator(text[range.upperBound]) ? .wholeWord : .wordStart
}

/// Whether a byte of folded text stands between words; all bytes beyond ASCII belong to letters.
private func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: false
  default: true
  }
}
