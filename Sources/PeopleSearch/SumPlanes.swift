/// A sum for each row of a shard, kept as one set of rows for each binary digit, so that 64 sums are added at a time.
struct SumPlanes {
  private var planes: [RowSet]

  init(rows: Int, digits: Int) {
    planes = Array(repeating: RowSet(rows: rows), count: digits)
  }

  /// Adds one to the sum of each row that is not in a set.
  mutating func incrementAll(but set: RowSet) {
    var carry = set
    carry.invert()
    for digit in planes.indices {
      guard planes[digit].add(&carry) else { return }
    }
  }

  /// The rows of a set whose sum is a certain number.
  func rows(of set: RowSet, withSum sum: Int) -> RowSet {
    var result = set
    for digit in planes.indices {
      if sum >> digit & 1 == 1 {
        result.formIntersection(planes[digit])
      } else {
        result.subtract(planes[digit])
      }
    }
    return result
  }
}
