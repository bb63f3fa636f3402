/// Takes the entries of a shard apart into words.
///
/// Text is cut at spaces first, and what stands between two of them is folded and taken apart once only, however often
/// it occurs.
struct ShardReader {
  private let text: PackedText
  private var words = WordTable()
  private var folding = Folding()
  private var chunks: [Chunk] = []
  private var chunkWords: [UInt16] = []
  private var lookup = HashTable()
  private var isOverfull = false

  /// A stretch of text between two spaces that has occurred.
  private struct Chunk {
    let text: Range<Int>
    /// Where its words begin in `chunkWords`: first the pieces, then the joined ones.
    let start: Int
    let pieceCount: Int
    let joinedCount: Int
  }

  init(_ text: PackedText) {
    self.text = text
  }

  func frozenWords() -> WordTable {
    var result = words
    result.freeze()
    return result
  }

  /// The words of all rows; nil where there are too many different ones.
  mutating func rows() -> RowWords? {
    var result = RowWords()
    var row = RowBuffer()
    for number in 0..<text.count {
      row.clear()
      for field in 0..<3 { read(text.range(of: field, in: number), field, &row) }
      guard !isOverfull else { return nil }
      result.append(row.words, row.counts)
    }
    result.freeze()
    return result
  }

  /// The words of one row while it is read.
  private struct RowBuffer {
    var words: [UInt16] = []
    var joined: [UInt16] = []
    var counts = RowWords.Counts()

    mutating func clear() {
      words.removeAll(keepingCapacity: true)
      joined.removeAll(keepingCapacity: true)
      counts = RowWords.Counts()
    }

    mutating func endField(_ field: Int, from start: Int) {
      if field == 0 { counts.pieces = UInt16(clamping: words.count) }
      if !joined.isEmpty {
        words.append(contentsOf: joined)
        joined.removeAll(keepingCapacity: true)
      }
      let count = UInt16(clamping: words.count - start)
      switch field {
      case 0:
        counts.name = count
        counts.pieces = min(counts.pieces, count)
      case 1: counts.title = count
      default: break
      }
    }
  }

  private mutating func read(_ range: Range<Int>, _ field: Int, _ row: inout RowBuffer) {
    let start = row.words.count
    text.bytes.withUnsafeBufferPointer { bytes in
      var begin = range.lowerBound
      while begin < range.upperBound, row.words.count < RowWords.maximumPerRow {
        var end = begin
        while end < range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
        if end > begin {
          let chunk = chunk(begin..<end, bytes)
          read(chunk, &row)
        }
        begin = end + 1
      }
    }
    if field == 0, row.words.count == 2, let name = eastAsianName(row.words) { row.joined.append(name) }
    row.endField(field, from: start)
  }

  private func read(_ chunk: Chunk, _ row: inout RowBuffer) {
    let joined = chunk.start + chunk.pieceCount
    for place in chunk.start..<joined { row.words.append(chunkWords[place]) }
    for place in joined..<joined + chunk.joinedCount { row.joined.append(chunkWords[place]) }
  }

  private mutating func chunk(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Chunk {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    let hash = hash(text)
    let known = lookup.find(hash) { areEqual(text, UnsafeBufferPointer(rebasing: bytes[chunks[Int($0)].text])) }
    if let known { return chunks[Int(known)] }
    let new = takeApart(range, text)
    lookup.insert(UInt32(chunks.count), hash: hash)
    chunks.append(new)
    return new
  }

  private mutating func takeApart(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Chunk {
    var folded: [UInt8] = []
    folding.fold(String(decoding: text, as: UTF8.self)) { byte, _ in folded.append(byte) }
    let pieces = Array(pieces(of: folded).prefix(RowWords.maximumPerRow))
    let joined = joinedPieces(pieces, of: folded)
    let start = chunkWords.count
    for piece in pieces { add(folded[piece]) }
    for row in joined {
      add(pieces[row].reduce(into: []) { $0 += folded[$1] }[...], firstPiece: pieces[row.lowerBound].count)
    }
    return Chunk(text: range, start: start, pieceCount: pieces.count, joinedCount: joined.count)
  }

  private mutating func add(_ word: ArraySlice<UInt8>, firstPiece: Int = 0) {
    guard let number = word.withUnsafeBufferPointer({ words.number(of: $0, firstPiece: firstPiece) }) else {
      isOverfull = true
      return chunkWords.append(0)
    }
    chunkWords.append(number)
  }

  /// A name of two words in a script of East Asia is also found as one, which is how many write it.
  private mutating func eastAsianName(_ numbers: [UInt16]) -> UInt16? {
    let parts = numbers.map { words.bytes[words.range(of: Int($0))] }
    guard parts.allSatisfy({ $0.first ?? 0 > 0xE0 && isEastAsian($0) }) else { return nil }
    let name = Array(parts.joined())
    let number = name.withUnsafeBufferPointer { words.number(of: $0, firstPiece: parts[0].count) }
    if number == nil { isOverfull = true }
    return number
  }
}
