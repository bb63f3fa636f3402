/// The distinct folded words of a shard, numbered in the order in which they turned up.
struct WordTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each word begins in `bytes`; the end of the last stands at the end.
  private(set) var starts: [UInt32] = [0]
  /// The letters of each word.
  private(set) var masks: [UInt64] = []
  private var lookup = HashTable()

  /// Numbers are 16 bits wide, and the last is kept free.
  static let maximumCount = Int(UInt16.max)

  var count: Int { masks.count }

  /// The number of a word, which is added where it is new; nil where the table is full.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> UInt16? {
    let hash = hash(word)
    let known = lookup.find(hash) { number in
      bytes.withUnsafeBufferPointer { areEqual(word, UnsafeBufferPointer(rebasing: $0[range(of: Int(number))])) }
    }
    if let known { return UInt16(known) }
    guard count < Self.maximumCount else { return nil }
    lookup.insert(UInt32(count), hash: hash)
    bytes.append(contentsOf: word)
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    masks.append(LetterMask(word).bits)
    return UInt16(count - 1)
  }

  func range(of number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// Gives back what is needed for adding words only.
  mutating func freeze() {
    lookup = HashTable()
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
    starts = starts.withUnsafeBufferPointer { Array($0) }
    masks = masks.withUnsafeBufferPointer { Array($0) }
  }
}
