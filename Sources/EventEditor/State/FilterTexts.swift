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
