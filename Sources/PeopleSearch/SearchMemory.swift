import Synchronization

/// The last search of an index: whoever types on asks for a part of what it found.
final class SearchMemory: Sendable {
  struct Search: Sendable {
    let query: [QueryWord]
    let shards: [ShardMemory]
  }

  private let last = Mutex<Search?>(nil)

  /// What the last search left, if every hit of a query was among its hits.
  func search(extendedBy query: [QueryWord]) -> Search? {
    let search = last.withLock { $0 }
    guard let search, search.query.count <= query.count else { return nil }
    let isExtended = zip(search.query, query).allSatisfy { $1.bytes.starts(with: $0.bytes) }
    return isExtended ? search : nil
  }

  func keep(_ search: Search) {
    last.withLock { $0 = search }
  }
}
