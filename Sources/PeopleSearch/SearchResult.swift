/// What a search found.
public struct SearchResult: Equatable, Sendable {
  /// The best hits, the best first; no more than were asked for.
  public let hits: [SearchHit]
  /// How many entries match altogether.
  public let total: Int

  /// Makes a result from its parts.
  public init(hits: [SearchHit], total: Int) {
    self.hits = hits
    self.total = total
  }
}

/// An entry that matches, and the parts of it that do, for marking them.
public struct SearchHit: Equatable, Sendable {
  /// Where the entry stands among the index's entries.
  public let index: Int
  /// The matching parts of the name, as offsets of its characters: in order, never touching each other.
  public let nameMatches: [Range<Int>]
  /// The matching parts of the detail, likewise.
  public let detailMatches: [Range<Int>]

  /// Makes a hit from its parts.
  public init(index: Int, nameMatches: [Range<Int>] = [], detailMatches: [Range<Int>] = []) {
    self.index = index
    self.nameMatches = nameMatches
    self.detailMatches = detailMatches
  }
}
