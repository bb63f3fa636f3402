import EventModel
import PeopleSearch

/// A word that the filter looks for: at the start of a word, or anywhere if it is long enough not to be found by chance.
struct FilterWord {
  private let needle: [UInt8]
  private let isAnywhere: Bool
  /// The letter that some word must begin with; none where the needle may stand anywhere.
  private let initial: LetterSet
  private let pairs: PairSet
  /// The first bytes of the needle, up to eight, and which bits of a number they are.
  private let head: UInt64
  private let headMask: UInt64
  /// The first byte of the needle eight times, and the second.
  private let firsts: UInt64
  private let seconds: UInt64
  /// Whether it is one letter or digit that a word is to begin with, of which the initials of a text tell all.
  let isInitial: Bool

  /// The words of what was typed.
  static func words(_ text: String) -> [FilterWord] {
    folded(text).split(separator: " ").map { FilterWord($0) }
  }

  private init(_ word: Substring) {
    isAnywhere = word.utf8.count > 3 || !word.allSatisfy(\.isASCII)
    needle = isAnywhere ? Array(word.utf8) : [UInt8(ascii: " ")] + word.utf8
    initial = isAnywhere ? LetterSet() : LetterSet(word.utf8.prefix(1))
    pairs = PairSet(needle)
    head = needle.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
    headMask = needle.count >= 8 ? .max : (1 << UInt64(needle.count * 8)) - 1
    firsts = UInt64(needle.first ?? 0) &* Self.ones
    seconds = UInt64(needle.dropFirst().first ?? 0) &* Self.ones
    isInitial = !isAnywhere && needle.count == 2 && LetterSet.isAlone(needle[1])
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether a text may hold the word, by its letters.
  func mayBe(among initials: LetterSet, _ pairs: PairSet) -> Bool {
    initials.isSuperset(of: initial) && pairs.isSuperset(of: self.pairs)
  }

  /// Whether a text holds the word; after the text there are at least sixteen bytes more.
  ///
  /// Of eight places at a time it is told at once which have the first two bytes; only those are looked at.
  func isFound(in all: UnsafeRawBufferPointer, _ text: Range<Int>) -> Bool {
    let last = text.upperBound - needle.count
    var place = text.lowerBound
    while place <= last {
      let unlike = (Self.eight(all, place) ^ firsts) | (Self.eight(all, place + 1) ^ seconds)
      // A byte that is zero has its highest bit set here, and now and then the one after it, which does no harm.
      var alike = (unlike &- Self.ones) & ~unlike & Self.highBits
      while alike != 0 {
        let candidate = place + alike.trailingZeroBitCount / 8
        if candidate <= last, isHere(candidate, in: all) { return true }
        alike &= alike - 1
      }
      place += 8
    }
    return false
  }

  private func isHere(_ place: Int, in all: UnsafeRawBufferPointer) -> Bool {
    guard Self.eight(all, place) & headMask == head else { return false }
    return needle.count <= 8 || all[(place + 8)..<(place + needle.count)].elementsEqual(needle[8...])
  }

  private static func eight(_ all: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: all.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
