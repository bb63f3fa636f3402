/// The texts of some entries, one after the other in one block of bytes, as they were given.
struct PackedText: Equatable, Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where the name, the title and the company of each entry end, in turn.
  private var ends: [UInt32] = []

  /// So many entries fit a shard, whose rows are numbered by 16 bits.
  static let maximumCount = 1 << 16
  /// Entries stop being added here, which keeps the ends within 32 bits.
  private static let fullSize = 1 << 24

  var count: Int { ends.count / 3 }
  var isFull: Bool { count >= Self.maximumCount || bytes.count >= Self.fullSize }

  mutating func append(_ entry: SearchEntry) {
    guard !isFull else { return }
    bytes.append(contentsOf: entry.name.utf8)
    end(bytes.count)
    end(bytes.count + entry.titleLength)
    bytes.append(contentsOf: entry.detail.utf8)
    end(bytes.count)
  }

  private mutating func end(_ offset: Int) {
    ends.append(UInt32(truncatingIfNeeded: offset))
  }

  /// Gives back what was kept for growing.
  mutating func shrink() {
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
    ends = ends.withUnsafeBufferPointer { Array($0) }
  }

  /// Where a part of an entry stands.
  func range(of field: Int, in row: Int) -> Range<Int> {
    let place = 3 * row + field
    return (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
  }

  /// An entry as it was given.
  subscript(row: Int) -> SearchEntry {
    let name = range(of: 0, in: row)
    let title = range(of: 1, in: row)
    let company = range(of: 2, in: row)
    return SearchEntry(
      name: text(name), detail: text(title.lowerBound..<company.upperBound), titleLength: title.count)
  }

  func name(of row: Int) -> String { text(range(of: 0, in: row)) }

  private func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// The two halves, for a text whose words are too many for one shard.
  func halves() -> [PackedText] {
    var result = [PackedText(), PackedText()]
    for row in 0..<count { result[row < count / 2 ? 0 : 1].append(self[row]) }
    return result
  }
}
