import Dispatch
import Synchronization

/// One query in all shards.
///
/// Shards know nothing of each other, so several are searched at the same time where there are many.
struct SearchRun {
  /// So many rows fill a list: with more, nobody looks for those with typos below them.
  private static let fullList = 10
  /// Handing a shard to another core is more than to search a few of them.
  private static let shardsPerLane = 2
  private static let maximumLanes = 4

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
  mutating func run(remembering memory: SearchMemory?, forgiving: Bool) -> [RowRank] {
    let known = memory?.search(extendedBy: query)
    var searches = [ShardSearch?](repeating: nil, count: entries.shards.count)
    forEach(&searches) { [query, entries] number, search, best in
      let known = known?.shards[number]
      var new = ShardSearch(query, in: entries.shards[number], base: entries.starts[number], extending: known)
      let count = new.findExact(&best, among: known)
      search = new
      return count
    }
    memory?.keep(SearchMemory.Search(query: query, shards: searches.compactMap { $0?.memory }))
    guard forgiving else { return best.result() }
    let wanted = min(limit, Self.fullList)
    if total < wanted { forEach(&searches) { $1?.findWithOneTypo(&$2) ?? 0 } }
    if total < wanted, query.count > 1 { forEach(&searches) { $1?.findWithMoreTypos(&$2) ?? 0 } }
    return best.result()
  }

  /// Does a job for each shard: it finds rows, offers them, and tells how many there are.
  ///
  /// A lane takes the next shard that is free, and keeps the best rows of those that it took.
  private mutating func forEach(
    _ searches: inout [ShardSearch?], _ find: @escaping @Sendable (Int, inout ShardSearch?, inout BestRows) -> Int
  ) {
    let lanes = min(max(searches.count / Self.shardsPerLane, 1), Self.maximumLanes)
    let next = Atomic(0)
    let outcome = Mutex((best: best, total: total))
    let limit = limit
    searches.withUnsafeMutableBufferPointer { searches in
      // Each place is used by the lane that took its number, and by no other.
      nonisolated(unsafe) let searches = searches
      let run = { @Sendable (_: Int) in
        var best = BestRows(limit: limit)
        var count = 0
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < searches.count else { break }
          count += find(number, &searches[number], &best)
        }
        outcome.withLock { outcome in
          outcome.best.offer(best)
          outcome.total += count
        }
      }
      if lanes == 1 { run(0) } else { DispatchQueue.concurrentPerform(iterations: lanes, execute: run) }
    }
    (best, total) = outcome.withLock { $0 }
  }
}
