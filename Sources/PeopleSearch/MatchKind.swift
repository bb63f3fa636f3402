/// How well a word of the query matches a word of an entry; the smaller, the better.
enum MatchKind: UInt8, CaseIterable {
  case wholeWord
  case wordStart
  case inside
  case lettersApart
  case wholeWordWithTypo
  case wordStartWithTypo

  /// The kinds without a typo, which are tried first.
  static let exact: [MatchKind] = [.wholeWord, .wordStart, .inside, .lettersApart]
  /// The kinds that are tried where the others do not fill the list.
  static let withTypo: [MatchKind] = [.wholeWordWithTypo, .wordStartWithTypo]
  /// Stands for no match in a table of kinds.
  static let none: UInt8 = .max
}

/// Where a match ranks: by its kind, then by the part of the entry; the smaller, the better.
struct MatchLevel {
  static let exactCount = UInt8(MatchKind.exact.count * SearchField.allCases.count)
  static let count = UInt8(MatchKind.allCases.count * SearchField.allCases.count)

  /// The level of a kind of match, given by its raw value, in a part of the entry.
  static func of(_ kind: UInt8, in field: Int) -> UInt8 { kind &* 3 &+ UInt8(truncatingIfNeeded: field) }
}
