import PeopleSearch
import TerminalKit

/// The rows a search has found, and which of them is highlighted: the part that every picker has.
struct SearchList: Equatable, Sendable {
  private(set) var query = ""
  private(set) var hits: [SearchHit] = []
  /// How many entries match, of which `hits` holds the best.
  private(set) var total = 0
  private(set) var cursor = ListCursor()
  private var limit = Self.firstLimit

  /// Rows asked for at first; moving on asks for more.
  private static let firstLimit = 100

  /// Searches anew and highlights the best match.
  mutating func search(_ query: String, in index: PeopleIndex) {
    self.query = query
    limit = Self.firstLimit
    read(index)
    cursor.select(0)
  }

  /// Searches again in a catalogue that has changed, keeping the highlighted row where it is.
  mutating func refresh(from index: PeopleIndex) {
    read(index)
  }

  /// Highlights the row of an entry by its name, where it is in view.
  mutating func highlight(_ name: String, in index: PeopleIndex) {
    guard let row = hits.firstIndex(where: { index.entries[$0.index].name == name }) else { return }
    cursor.select(row)
  }

  mutating func move(_ move: ListCursor.Move, page: Int, in index: PeopleIndex) {
    cursor.move(move, page: page)
    while cursor.index + page >= hits.count, hits.count < total {
      limit *= 2
      read(index)
      if move == .last { cursor.move(.last, page: page) }
    }
  }

  private mutating func read(_ index: PeopleIndex) {
    let result = index.search(query, limit: limit)
    hits = result.hits
    total = result.total
    cursor.setCount(hits.count)
  }

  /// The highlighted entry; nil where nothing matches.
  func highlighted(in index: PeopleIndex) -> SearchEntry? {
    guard hits.indices.contains(cursor.index), index.entries.indices.contains(hits[cursor.index].index) else {
      return nil
    }
    return index.entries[hits[cursor.index].index]
  }
}
