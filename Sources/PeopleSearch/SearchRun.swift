/// One query in all shards.
struct SearchRun {
  private let query: [QueryWord]
  private let entries: SearchEntries
  private let limit: Int
  private var best: BestRows
  private(set) var total = 0

  init(_ query: [QueryWord], in entries: SearchEntries, limit: Int) {
    self.query = query
    self.entries = entries
    self.limit = limit
    best = BestRows(limit: limit)
  }

  /// The best rows, the best first; `total` says how many there are.
  mutating func run(remembering memory: SearchMemory?) -> [RowRank] {
    let known = memory?.search(extendedBy: query)
    var searches: [ShardSearch] = []
    searches.reserveCapacity(entries.shards.count)
    for (number, shard) in entries.shards.enumerated() {
      let knownShard = known?.shards[number]
      var search = ShardSearch(query, in: shard, base: entries.starts[number], extending: knownShard)
      total += search.findExact(&best, among: knownShard)
      searches.append(search)
    }
    memory?.keep(SearchMemory.Search(query: query, shards: searches.map(\.memory)))
    if total < limit { forEach(&searches) { $0.findWithOneTypo(&$1) } }
    if total < limit, query.count > 1 { forEach(&searches) { $0.findWithMoreTypos(&$1) } }
    return best.result()
  }

  private mutating func forEach(_ searches: inout [ShardSearch], _ find: (inout ShardSearch, inout BestRows) -> Int) {
    for number in searches.indices { total += find(&searches[number], &best) }
  }
}
