import PeopleSearch
import TerminalKit

/// What tells the rows of one name apart, where a long title would hide it or nothing that is usually shown does.
struct TwinRows {
  /// What is known of each entry that shares its name with others near it, and of those others.
  private var known: [Int: (own: String, others: [String])] = [:]

  /// Rows above and below those in view that are looked at for others of a name.
  private static let margin = 50
  /// The columns that a long name leaves to what differs.
  private static let leastDetailWidth = 14

  init(_ hits: [SearchHit], around rows: Range<Int>, of source: PickerSource, in catalogue: CatalogueSnapshot) {
    guard !rows.isEmpty, let collection = source.collection else { return }
    let entries = catalogue.index(of: source).entries
    let near = hits[max(0, rows.lowerBound - Self.margin)..<min(hits.count, rows.upperBound + Self.margin)]
    let numbers = near.map(\.index).filter(entries.indices.contains)
    for (_, twins) in Dictionary(grouping: numbers, by: { entries[$0].name }) where twins.count > 1 {
      let texts = Self.distinct(
        twins.map { number in
          let row = catalogue.record(at: number, of: collection)
          let bio = collection == .speakers ? row?.values.last ?? "" : ""
          return [entries[number].detail, bio, row.map { "id \($0.externalID ?? String($0.id))" } ?? ""]
        })
      for (place, number) in twins.enumerated() {
        known[number] = (texts[place], texts.indices.filter { $0 != place }.map { texts[$0] })
      }
    }
  }

  /// As many of the parts of each, joined, as make it differ from the others; all of them where nothing does.
  private static func distinct(_ parts: [[String]]) -> [String] {
    var texts = parts.map { $0.first ?? "" }
    for part in 1..<(parts.first?.count ?? 1) {
      let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
      for index in texts.indices where counts[texts[index]] ?? 0 > 1 && !parts[index][part].isEmpty {
        texts[index] += (texts[index].isEmpty ? "" : "; ") + parts[index][part]
      }
    }
    return texts
  }

  /// How many columns of a row the name may take; a name that stands once may take all.
  func nameWidth(of hit: SearchHit, to width: Int) -> Int {
    known[hit.index] == nil ? width : max(1, width - Self.leastDetailWidth)
  }

  /// What stands behind the name, with its matched parts; what it has in common with another of the name is left out
  /// where what differs would not be seen.
  func detail(of hit: SearchHit, _ entry: SearchEntry, to width: Int, _ metrics: TextMetrics) -> (
    text: String, matches: [Range<Int>]
  ) {
    guard let (own, others) = known[hit.index] else { return (entry.detail, hit.detailMatches) }
    let common = others.map { zip(own, $0).prefix { $0 == $1 }.count }.max() ?? 0
    let isSeen = metrics.width(own) <= width || metrics.width(String(own.prefix(common + 1))) + 8 <= width
    guard !isSeen, common > 0 else { return (own, hit.detailMatches) }
    let word = own.prefix(common).lastIndex(of: " ").map { own.distance(from: own.startIndex, to: $0) + 1 } ?? 0
    // A word that is longer than the room begins within it.
    let start = max(word, common - width / 4)
    let matches = hit.detailMatches.compactMap { match -> Range<Int>? in
      guard match.upperBound > start else { return nil }
      return max(match.lowerBound, start) - start + 1..<match.upperBound - start + 1
    }
    return ("…" + own.dropFirst(start), matches)
  }
}
