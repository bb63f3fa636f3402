/// A set of rows of one shard, a bit each.
///
/// All sets of a shard are of the same size.
struct RowSet: Sendable {
  private(set) var bits: [UInt64]

  /// The empty set among so many rows.
  init(rows: Int) {
    bits = Array(repeating: 0, count: (rows + 63) / 64)
  }

  var count: Int {
    bits.withUnsafeBufferPointer { bits in
      var count = 0
      for word in bits { count &+= word.nonzeroBitCount }
      return count
    }
  }
  var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

  func contains(_ row: Int) -> Bool {
    let place = row >> 6
    return bits.indices.contains(place) && bits[place] >> UInt64(row & 63) & 1 == 1
  }

  mutating func insert(_ row: Int) {
    guard bits.indices.contains(row >> 6) else { return }
    bits[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Adds the rows of a part of a list.
  @inline(__always)
  mutating func insert(_ rows: [UInt16], _ range: Range<Int>) {
    let places = bits.count
    bits.withUnsafeMutableBufferPointer { bits in
      rows.withUnsafeBufferPointer { rows in
        for row in rows[range] where Int(row >> 6) < places { bits[Int(row >> 6)] |= 1 << UInt64(row & 63) }
      }
    }
  }

  mutating func formUnion(_ other: RowSet) { update(from: other) { $0 | $1 } }
  mutating func formIntersection(_ other: RowSet) { update(from: other) { $0 & $1 } }
  mutating func subtract(_ other: RowSet) { update(from: other) { $0 & ~$1 } }

  mutating func invert() { update(from: self) { bits, _ in ~bits } }

  /// Adds binary digits to those that this set stands for, and leaves the carry in the other; false where it is empty.
  mutating func add(_ carry: inout RowSet) -> Bool {
    let count = min(bits.count, carry.bits.count)
    var left: UInt64 = 0
    bits.withUnsafeMutableBufferPointer { bits in
      carry.bits.withUnsafeMutableBufferPointer { carry in
        for place in 0..<count {
          let next = bits[place] & carry[place]
          bits[place] ^= carry[place]
          carry[place] = next
          left |= next
        }
      }
    }
    return left != 0
  }

  /// Combines the sets bit by bit.
  @inline(__always)
  mutating func update(from other: RowSet, _ combine: (UInt64, UInt64) -> UInt64) {
    let count = min(bits.count, other.bits.count)
    bits.withUnsafeMutableBufferPointer { bits in
      other.bits.withUnsafeBufferPointer { other in
        for place in 0..<count { bits[place] = combine(bits[place], other[place]) }
      }
    }
  }

  /// Visits the rows in order until told to stop by false.
  @inline(__always)
  func forEach(_ visit: (Int) -> Bool) {
    for (place, word) in bits.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        guard visit(place << 6 + rest.trailingZeroBitCount) else { return }
        rest &= rest &- 1
      }
    }
  }
}
