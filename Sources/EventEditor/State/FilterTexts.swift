import EventModel
import Foundation
import PeopleSearch

/// What the filter of the list looks for words in: everything that a row shows and more, dates in words and in numbers.
///
/// The texts stand folded in one block, a space before each word and the title first; beside each some bits tell which
/// letters its words begin with and which stand side by side in it, so that most events are passed over without a look
/// at their text.
struct FilterTexts: Sendable {
  private var bytes: [UInt8] = []
  private var rows: [Row] = []
  private var days: [CivilDay: [UInt8]] = [:]
  private var zones: [String: TimeZone] = [:]

  private struct Row {
    let start: Int
    let end: Int
    let titleEnd: Int
    /// The letters that begin its words.
    let initials: LetterSet
    /// The letters that stand side by side in it.
    let pairs: PairSet
  }

  /// Makes room for some events.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count * 112)
    rows.reserveCapacity(count)
  }

  /// Adds the text of an event.
  mutating func append(_ event: Event) {
    let details = event.details
    let start = bytes.count
    append(folding: details.title)
    let titleEnd = bytes.count
    append(folding: details.status.rawValue)
    for name in [details.organizer, details.sponsor, details.venue, details.city] {
      if let name { append(folding: name) }
    }
    details.speakers.forEach { append(folding: $0) }
    let zone = zone(details.timeZone)
    bytes += text(of: CivilDay(details.starts, in: zone))
    append(folding: clockText(details.starts, in: zone))
    close(start: start, titleEnd: titleEnd)
  }

  /// Adds the text that an event has among others.
  mutating func append(row: Int, of other: FilterTexts) {
    let row = other.rows[row]
    let shift = bytes.count - row.start
    bytes += other.bytes[row.start..<row.end]
    rows.append(
      Row(
        start: row.start + shift, end: row.end + shift, titleEnd: row.titleEnd + shift, initials: row.initials,
        pairs: row.pairs))
  }

  /// Ends the block, which must be done before anything is looked for: a word is looked for at eight places at a time,
  /// also at the end of the last text.
  mutating func finish() {
    bytes += Array(repeating: 0, count: 16)
  }

  /// Whether each event has all words in it.
  func matching(_ words: [FilterWord]) -> [Bool] {
    bytes.withUnsafeBytes { all in
      rows.map { row in
        words.allSatisfy { word in
          word.mayBe(among: row.initials, row.pairs)
            && (word.isInitial || word.isFound(in: all, row.start..<row.end))
        }
      }
    }
  }

  /// Whether one event's title comes before another's; equal ones keep the order of the rows.
  func isTitle(_ first: Int, before second: Int) -> Bool {
    let (left, right) = (rows[first], rows[second])
    let order = bytes.withUnsafeBytes { all in
      all.baseAddress.map {
        memcmp($0 + left.start, $0 + right.start, min(left.titleEnd - left.start, right.titleEnd - right.start))
      } ?? 0
    }
    let (leftLength, rightLength) = (left.titleEnd - left.start, right.titleEnd - right.start)
    return (Int(order), leftLength, first) < (0, rightLength, second)
  }

  // MARK: - Making a text

  private mutating func append(folding text: String) {
    bytes.append(UInt8(ascii: " "))
    var text = text
    let isPlain = text.withUTF8 { source in
      guard source.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return false }
      bytes.append(contentsOf: source.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
      return true
    }
    if !isPlain { bytes += folded(text).utf8 }
  }

  private mutating func close(start: Int, titleEnd: Int) {
    var initials = LetterSet()
    var previous = UInt8(ascii: " ")
    for byte in bytes[start...] {
      if previous == UInt8(ascii: " "), byte != previous { initials.insert(byte) }
      previous = byte
    }
    rows.append(
      Row(
        start: start, end: bytes.count, titleEnd: titleEnd, initials: initials, pairs: PairSet(bytes[start...])))
  }

  private mutating func zone(_ name: String) -> TimeZone {
    if let zone = zones[name] { return zone }
    let zone = TimeZone(identifier: name) ?? .gmt
    zones[name] = zone
    return zone
  }

  private mutating func text(of day: CivilDay) -> [UInt8] {
    if let text = days[day] { return text }
    let text = Array((" " + folded("\(day.fullText) \(day.monthText) \(day.isoText)")).utf8)
    days[day] = text
    return text
  }
}

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

/// Which letters and digits something has, one bit each; others share a bit.
struct LetterSet: Equatable, Sendable {
  private var bits: UInt64 = 0

  init(_ bytes: some Sequence<UInt8> = EmptyCollection()) {
    for byte in bytes { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    bits |= Self.bit(of: byte)
  }

  func isSuperset(of other: LetterSet) -> Bool {
    bits & other.bits == other.bits
  }

  /// Whether a letter shares its bit with no other.
  static func isAlone(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func bit(of byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << UInt64(26 + byte - UInt8(ascii: "0"))
    case 0x80...: 1 << UInt64(36 + byte % 27)
    default: 1 << 63
    }
  }
}

/// Which letters stand side by side in something, as bits that each stand for some pairs.
struct PairSet: Equatable, Sendable {
  private var bits = SIMD4<UInt64>()

  init(_ bytes: some Sequence<UInt8>) {
    var previous: UInt8?
    for byte in bytes {
      if let previous { insert(previous, byte) }
      previous = byte
    }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let place = ((UInt32(first) << 8 | UInt32(second)) &* 0x9E37_79B1) >> 24
    bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  func isSuperset(of other: PairSet) -> Bool {
    bits & other.bits == other.bits
  }
}
