/// The entries of an index, in the order given.
///
/// They are kept as bytes, and made on demand.
public struct SearchEntries: RandomAccessCollection, Sendable {
  let shards: [Shard]
  /// The number of the first entry of each shard.
  let starts: [Int]
  /// How many there are.
  public let endIndex: Int

  init(_ shards: [Shard]) {
    self.shards = shards
    var starts: [Int] = []
    var end = 0
    for shard in shards {
      starts.append(end)
      end += shard.count
    }
    self.starts = starts
    endIndex = end
  }

  /// Nought.
  public var startIndex: Int { 0 }

  /// An entry by its number.
  public subscript(position: Int) -> SearchEntry {
    let (shard, row) = place(of: position)
    return shards[shard].text[row]
  }

  private func place(of position: Int) -> (shard: Int, row: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return (low, position - starts[low])
  }

  /// The entries that were chosen, the most often and most recently chosen first.
  func chosen() -> [Int] {
    let used = shards.indices.flatMap { number in
      shards[number].usage.map { (row: starts[number] + $0.key, weight: $0.value) }
    }
    return used.sorted { ($1.weight, $0.row) < ($0.weight, $1.row) }.map(\.row)
  }
}
