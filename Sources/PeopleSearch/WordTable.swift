/// The distinct folded words of a shard, numbered in the order in which they turned up.
struct WordTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each word begins in `bytes`; the end of the last stands at the end.
  private(set) var starts: [UInt32] = [0]
  /// The letters of each word.
  private(set) var masks: [UInt64] = []
  /// Of a word that only occurs joined, how many bytes its first piece has; nought of any other.
  private(set) var firstPieces: [UInt16] = []
  /// The numbers of the words that occur for themselves.
  private(set) var single: [UInt16] = []
  /// The numbers of the words that only occur joined, in the order of their bytes.
  private(set) var joined: [UInt16] = []
  private var lookup = HashTable()

  /// Numbers are 16 bits wide, and the last is kept free.
  static let maximumCount = Int(UInt16.max)

  var count: Int { masks.count }

  /// The number of a word, which is added where it is new; nil where the table is full.
  ///
  /// One that is joined from pieces says how many bytes the first of them has.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, firstPiece: Int = 0) -> UInt16? {
    let hash = hash(word)
    let known = lookup.find(hash) { number in
      bytes.withUnsafeBufferPointer { areEqual(word, UnsafeBufferPointer(rebasing: $0[range(of: Int(number))])) }
    }
    if let known {
      firstPieces[Int(known)] = min(firstPieces[Int(known)], UInt16(clamping: firstPiece))
      return UInt16(known)
    }
    guard count < Self.maximumCount else { return nil }
    lookup.insert(UInt32(count), hash: hash)
    bytes.append(contentsOf: word)
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    masks.append(LetterMask(word).bits)
    firstPieces.append(UInt16(clamping: firstPiece))
    return UInt16(count - 1)
  }

  func range(of number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// Gives back what is needed for adding words only.
  mutating func freeze() {
    lookup = HashTable()
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
    starts = starts.withUnsafeBufferPointer { Array($0) }
    masks = masks.withUnsafeBufferPointer { Array($0) }
    firstPieces = firstPieces.withUnsafeBufferPointer { Array($0) }
    let numbers = (0..<count).map { UInt16(truncatingIfNeeded: $0) }
    single = numbers.filter { firstPieces[Int($0)] == 0 }
    joined = withBuffers { table in
      numbers.filter { firstPieces[Int($0)] != 0 }
        .sorted { isLess(table.word(Int($0)), table.word(Int($1))) }
    }
  }

  /// The joined words that begin with some bytes.
  func joinedWords(startingWith prefix: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt16> {
    withBuffers { table in
      let start = partition(from: 0) { isLess(table.word($0), prefix) }
      return joined[start..<partition(from: start) { table.word($0).starts(with: prefix) }]
    }
  }

  /// The place in `joined`, from another on, up to which a condition holds.
  private func partition(from start: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = start
    var high = joined.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(Int(joined[middle])) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func withBuffers<Result>(_ body: (Buffers) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        masks.withUnsafeBufferPointer { masks in
          firstPieces.withUnsafeBufferPointer { firstPieces in
            body(Buffers(bytes: bytes, starts: starts, masks: masks, firstPieces: firstPieces))
          }
        }
      }
    }
  }

  /// The table without the checks of an array, for the loops over all words.
  struct Buffers {
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let masks: UnsafeBufferPointer<UInt64>
    let firstPieces: UnsafeBufferPointer<UInt16>

    @inline(__always)
    func word(_ number: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
    }
  }
}

private func isLess(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  let count = min(left.count, right.count)
  for offset in 0..<count where left[offset] != right[offset] { return left[offset] < right[offset] }
  return left.count < right.count
}
