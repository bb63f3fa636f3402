import Dispatch
import Synchronization

/// The index behind a picker: finds entries by words in any order, without regard to case and diacritics, and with a
/// typo where nothing better matches.
///
/// It never changes; a changed catalogue gets a new one.
public final class PeopleIndex: Sendable {
  /// What can be found, in the order given.
  public let entries: SearchEntries
  /// How many entries there will be once all have been read.
  public let expectedCount: Int
  private let memory = SearchMemory()
  /// The entries that were chosen, the most often chosen first; nil until somebody asks.
  private let chosenFirst = Mutex<[Int]?>(nil)
  /// The entries by name; nil until somebody asks.
  private let names = Mutex<NameTable?>(nil)

  /// Indexes some entries; a million take about a second, 13,000 a few hundredths.
  public convenience init(_ entries: [SearchEntry], usage: Usage = .none) {
    let builder = PeopleIndexBuilder(expectedCount: entries.count, usage: usage)
    entries.forEach(builder.append)
    self.init(builder.finish().entries.shards, expectedCount: entries.count)
  }

  init(_ shards: [Shard], expectedCount: Int) {
    entries = SearchEntries(shards)
    self.expectedCount = max(expectedCount, entries.count)
  }

  /// Whether there are entries that have not been read yet.
  public var isPartial: Bool { entries.count < expectedCount }

  /// Finds the entries in which every word of the query stands, in the name or in the detail.
  ///
  /// A row is as good as its worst word. A whole word is better than the start of one, then come the inside of one and
  /// its letters apart; of those, the name is better than the title, the title than the company. Equal rows go by the
  /// sum of all words, by how often and recently they were chosen, by the length of the name, and then keep the order
  /// of the entries. Where fewer than ten rows match, or than `limit`, those with a typo in a word follow. An empty query finds
  /// everything, what was chosen first.
  ///
  /// Typing on is cheaper than typing anew, since the last search is remembered; `remembering` turns that off.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - limit: How many of the best rows are given.
  ///   - remembering: Whether typing on may go on from this search.
  ///   - forgiving: Whether rows with a typo follow; who asks for an exact name has no use for them.
  /// - Returns: The best rows, and how many there are.
  public func search(
    _ query: String, limit: Int, remembering: Bool = true, forgiving: Bool = true
  ) -> SearchResult {
    let words = QueryWord.words(of: query)
    let limit = max(0, min(limit, entries.count))
    if words.isEmpty {
      let rows = mostUsed(limit)
      return SearchResult(hits: rows.map { SearchHit(index: $0) }, total: entries.count)
    }
    var run = SearchRun(words, in: entries, limit: limit)
    let rows = run.run(remembering: remembering ? memory : nil, forgiving: forgiving)
    var marker = Marker(words)
    return SearchResult(hits: rows.map { marker.hit($0.index, entries[$0.index]) }, total: run.total)
  }

  /// The names that equal a text but for case, diacritics and white space.
  ///
  /// The first call works out a table, which takes a while; ``prepareNames()`` does so ahead of it.
  public func names(equalTo text: String) -> Set<String> {
    let wanted = folded(text)
    guard !wanted.isEmpty else { return [] }
    let candidates = nameTable.candidates(wanted).map { entries[$0].name }
    return Set(candidates.filter { folded($0) == wanted })
  }

  /// Works out what ``names(equalTo:)`` needs.
  public func prepareNames() {
    _ = nameTable
  }

  private var nameTable: NameTable {
    names.withLock { known in
      let table = known ?? NameTable(entries)
      known = table
      return table
    }
  }

  /// The first so many entries, those before the others that were chosen most.
  ///
  /// Their order takes a while where many were chosen, and is worked out once.
  private func mostUsed(_ limit: Int) -> [Int] {
    let first = chosenFirst.withLock { known in
      let first = known ?? entries.chosen()
      known = first
      return first
    }
    guard first.count < limit else { return Array(first.prefix(limit)) }
    let isFirst = Set(first)
    return first + entries.indices.lazy.filter { !isFirst.contains($0) }.prefix(limit - first.count)
  }
}
