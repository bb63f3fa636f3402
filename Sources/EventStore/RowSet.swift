/// A set of row numbers, one bit each, since rows are mostly numbered without gaps.
public struct RowSet: Equatable, Sendable {
  private static let chunkBits: Int64 = 4096

  private var chunks: [Int64: [UInt64]] = [:]
  /// How many rows are in it.
  public private(set) var count = 0

  /// Makes an empty set.
  public init() {}

  /// Whether a row is in it.
  public func contains(_ row: Int64) -> Bool {
    let place = Self.place(of: row)
    guard let chunk = chunks[place.chunk] else { return false }
    return chunk[place.word] & place.bit != 0
  }

  /// Adds a row, and tells whether it was not there yet.
  @discardableResult
  public mutating func insert(_ row: Int64) -> Bool {
    let place = Self.place(of: row)
    let isNew = chunks[place.chunk, default: Self.emptyChunk].set(place.word, place.bit)
    if isNew { count += 1 }
    return isNew
  }

  /// Adds all rows of another set.
  public mutating func formUnion(_ other: RowSet) {
    for (number, words) in other.chunks {
      var chunk = chunks[number] ?? Self.emptyChunk
      for (index, word) in words.enumerated() {
        count += (word & ~chunk[index]).nonzeroBitCount
        chunk[index] |= word
      }
      chunks[number] = chunk
    }
  }

  private static let emptyChunk = [UInt64](repeating: 0, count: Int(chunkBits / 64))

  private static func place(of row: Int64) -> (chunk: Int64, word: Int, bit: UInt64) {
    let offset = row & (chunkBits - 1)
    return (row >> 12, Int(offset >> 6), 1 << UInt64(offset & 63))
  }
}

extension [UInt64] {
  fileprivate mutating func set(_ word: Int, _ bit: UInt64) -> Bool {
    let before = self[word]
    self[word] = before | bit
    return before & bit == 0
  }
}
