/// The entries of an index by their whole folded names, for who asks for exactly one: a pasted list has many.
struct NameTable: Sendable {
  /// The hash of each name with the number of its entry behind it, in order.
  private let keys: [UInt64]

  init(_ entries: SearchEntries) {
    var keys: [UInt64] = []
    keys.reserveCapacity(entries.count)
    var folding = Folding()
    var buffer: [UInt8] = []
    for (shard, start) in zip(entries.shards, entries.starts) {
      for row in 0..<shard.count {
        buffer.removeAll(keepingCapacity: true)
        folding.fold(shard.text.name(of: row)) { byte, _ in buffer.append(byte) }
        keys.append(Self.key(buffer) | UInt64(start + row))
      }
    }
    keys.sort()
    self.keys = keys
  }

  /// The numbers of the entries whose folded names may be that one; some others may have the same hash.
  func candidates(_ folded: String) -> [Int] {
    let key = Self.key(Array(folded.utf8))
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return keys[low...].prefix { $0 & Self.hashBits == key }.map { Int($0 & ~Self.hashBits) }
  }

  private static let hashBits: UInt64 = 0xFFFF_FFFF_0000_0000

  private static func key(_ bytes: [UInt8]) -> UInt64 {
    UInt64(bytes.withUnsafeBufferPointer { hash($0) }) << 32
  }
}
