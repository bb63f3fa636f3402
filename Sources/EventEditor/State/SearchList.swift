import EventModel
import PeopleSearch
import TerminalKit

/// The rows a search has found, and which of them is highlighted: the part that every picker has.
struct SearchList: Equatable, Sendable {
  private(set) var query = ""
  private(set) var hits: [SearchHit] = []
  /// How many entries match, of which `hits` holds the best.
  private(set) var total = 0
  private(set) var cursor = ListCursor()
  /// Text that can be taken as it is, because nobody of that name is there: the row below all others.
  private(set) var addition: String?
  /// Whether that row is the highlighted one; Down goes there, a search never does by itself.
  private(set) var isAdditionHighlighted = false
  /// Whether a row is highlighted at all, and not only where it would be after a move.
  private(set) var hasHighlight = false
  /// Whether the rows are those of a catalogue that is no more, in an earlier state of a form.
  private(set) var isOutdated = false
  private var limit = Self.firstLimit
  private var allowsAdditions = false

  /// Rows asked for at first; moving on asks for more.
  private static let firstLimit = 100
  /// Rows that are looked through for one that is chosen.
  private static let lookedThrough = 10_000

  /// Searches anew and highlights the best match.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - index: What is searched.
  ///   - allowsAdditions: Whether a name that is not there may be taken all the same.
  ///   - highlightsFirst: Whether the first row is highlighted although nothing is typed. Where Enter goes on adding it
  ///     is not, or a second Enter would add somebody nobody asked for.
  mutating func search(
    _ query: String, in index: PeopleIndex, allowsAdditions: Bool = false, highlightsFirst: Bool = true
  ) {
    self.query = query
    self.allowsAdditions = allowsAdditions
    limit = Self.firstLimit
    read(index)
    cursor.select(0)
    isAdditionHighlighted = false
    hasHighlight = highlightsFirst || !query.isEmpty
    noteAddition(index)
  }

  private mutating func noteAddition(_ index: PeopleIndex) {
    let name = cleanedLine(query)
    addition = allowsAdditions && !name.isEmpty && index.onlyName(equalTo: name) == nil ? name : nil
    if addition == nil { isAdditionHighlighted = false }
  }

  /// Searches again in a catalogue that has changed, keeping the highlight on whom it was.
  ///
  /// Where nobody of that name is in view any more no row is highlighted, or Enter would take somebody else.
  mutating func refresh(from index: PeopleIndex, highlighting entry: SearchEntry?) {
    read(index)
    noteAddition(index)
    guard let entry, !hits.isEmpty else { return }
    let row =
      hits.firstIndex { index.entries[$0.index] == entry }
      ?? hits.firstIndex { index.entries[$0.index].name == entry.name }
    if let row { cursor.select(row) } else { hasHighlight = false }
  }

  /// Highlights the row of an entry by its name, however far down it stands; where there is none, no row, or Enter would
  /// take another one.
  mutating func highlight(_ name: String, in index: PeopleIndex) {
    func row() -> Int? { hits.firstIndex { index.entries[$0.index].name == name } }
    var found = row()
    while found == nil, hits.count < total, limit < Self.lookedThrough {
      limit *= 2
      read(index)
      found = row()
    }
    hasHighlight = found != nil
    if let found { cursor.select(found) }
  }

  /// Highlights a row, or with nil the one for adding, and says whether it was not highlighted before.
  mutating func highlight(row: Int?) -> Bool {
    let isAddition = row == nil
    let wasHighlighted = hasHighlight && isAdditionHighlighted == isAddition && (row ?? cursor.index) == cursor.index
    hasHighlight = true
    isAdditionHighlighted = isAddition
    if let row { cursor.select(row) }
    return !wasHighlighted
  }

  mutating func move(_ move: ListCursor.Move, page: Int, in index: PeopleIndex) {
    if isAdditionHighlighted {
      isAdditionHighlighted = move == .down || move == .pageDown || move == .last
      return
    }
    guard hasHighlight else {
      hasHighlight = true
      if move == .last { cursor.move(.last, page: page) }
      return
    }
    let isAtEnd = cursor.index + 1 >= total
    if move == .down, isAtEnd, addition != nil { isAdditionHighlighted = true }
    cursor.move(move, page: page)
    while cursor.index + page >= hits.count, hits.count < total {
      limit *= 2
      read(index)
      if move == .last { cursor.move(.last, page: page) }
    }
  }

  mutating func outdate() { isOutdated = true }

  private mutating func read(_ index: PeopleIndex) {
    isOutdated = false
    let result = index.search(query, limit: limit)
    hits = result.hits
    total = result.total
    cursor.setCount(hits.count)
  }

  /// The name that Enter takes: the highlighted entry's, or the text itself on the row for adding it.
  func highlightedName(in index: PeopleIndex) -> String? {
    isAdditionHighlighted ? addition : highlighted(in: index)?.name
  }

  /// The number of the highlighted entry in its index; nil where nothing matches, and on the row for adding.
  var highlightedEntry: Int? {
    guard hasHighlight, !isAdditionHighlighted, hits.indices.contains(cursor.index) else { return nil }
    return hits[cursor.index].index
  }

  /// The highlighted entry; nil where nothing matches, and on the row for adding.
  func highlighted(in index: PeopleIndex) -> SearchEntry? {
    guard let entry = highlightedEntry, index.entries.indices.contains(entry) else { return nil }
    return index.entries[entry]
  }
}
