/// A sum for each row of a shard, kept as one set of rows for each binary digit, so that 64 sums are added at a time.
///
/// Nothing is added before somebody asks, since mostly nobody does.
struct SumPlanes {
  private var planes: [RowSet]
  /// The rows that are still to be left as they are, while one is added to each of the others.
  private var pending: [RowSet] = []

  init(rows: Int, digits: Int) {
    planes = Array(repeating: RowSet(rows: rows), count: digits)
  }

  /// Adds one to the sum of each row that is not in a set.
  mutating func incrementAll(but set: RowSet) {
    pending.append(set)
  }

  private mutating func addPending() {
    for set in pending { add(set) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ set: RowSet) {
    var carry = set
    carry.invert()
    for digit in planes.indices {
      guard planes[digit].add(&carry) else { return }
    }
  }

  /// The rows of a set whose sum is a certain number.
  mutating func rows(of set: RowSet, withSum sum: Int) -> RowSet {
    addPending()
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
