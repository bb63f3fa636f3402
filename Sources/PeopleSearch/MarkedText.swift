/// A text taken apart into folded words, with the way back for marking what matched in it.
struct MarkedText {
  private(set) var words: [MarkedWord] = []
  /// For each code point, the number of the character that it belongs to.
  private let characters: [Int]

  /// Takes a name apart.
  init(name: String, folding: inout Folding) {
    characters = Self.characters(of: name)
    read(name, from: 0, .name, &folding)
    let pieces = words.filter { $0.firstPiece == 0 }
    if pieces.count == 2, pieces.allSatisfy({ isEastAsian($0.bytes) }) { words.append(MarkedWord(joining: pieces)) }
  }

  /// Takes a detail apart, whose first bytes are the title.
  init(detail: String, titleLength: Int, folding: inout Folding) {
    characters = Self.characters(of: detail)
    let title = String(decoding: detail.utf8.prefix(titleLength), as: UTF8.self)
    read(title, from: 0, .title, &folding)
    let company = String(decoding: detail.utf8.dropFirst(titleLength), as: UTF8.self)
    read(company, from: title.unicodeScalars.count, .company, &folding)
  }

  private static func characters(of text: String) -> [Int] {
    text.enumerated().flatMap { offset, character in character.unicodeScalars.map { _ in offset } }
  }

  private mutating func read(_ text: String, from first: Int, _ field: SearchField, _ folding: inout Folding) {
    var bytes: [UInt8] = []
    var origins: [Int] = []
    folding.fold(text) { byte, number in
      bytes.append(byte)
      origins.append(first + number)
    }
    let ranges = pieces(of: bytes)
    let pieces = ranges.map { MarkedWord(bytes: Array(bytes[$0]), origins: Array(origins[$0]), field: field) }
    words += pieces
    words += joinedPieces(ranges, of: bytes).map { MarkedWord(joining: Array(pieces[$0])) }
  }

  /// The characters to which code points belong, as ranges in order that do not touch.
  func characterRanges(of origins: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for origin in origins.sorted() where characters.indices.contains(origin) {
      let character = characters[origin]
      if let last = result.last, character <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, character + 1)
      } else {
        result.append(character..<character + 1)
      }
    }
    return result
  }
}

/// A folded word of a text.
struct MarkedWord {
  let bytes: [UInt8]
  /// For each byte, the number of the code point in the text that it comes from.
  let origins: [Int]
  let field: SearchField
  /// How many bytes its first piece has, if it is joined from pieces; else nought.
  let firstPiece: Int

  init(bytes: [UInt8], origins: [Int], field: SearchField) {
    self.bytes = bytes
    self.origins = origins
    self.field = field
    firstPiece = 0
  }

  /// Pieces that are found as one word.
  init(joining pieces: [MarkedWord]) {
    bytes = pieces.flatMap(\.bytes)
    origins = pieces.flatMap(\.origins)
    field = pieces.first?.field ?? .name
    firstPiece = pieces.first?.bytes.count ?? 0
  }
}
