/// A text folded together with the way back, for marking what matched in it.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  private var origins: [Int] = []
  private let characters: [Int]

  /// Folds a text and keeps for each byte the code point, and for each code point the character, that it belongs to.
  init(_ text: String, folding: inout Folding) {
    characters = text.enumerated().flatMap { offset, character in character.unicodeScalars.map { _ in offset } }
    var bytes: [UInt8] = []
    var origins: [Int] = []
    folding.fold(text) { byte, number in
      bytes.append(byte)
      origins.append(number)
    }
    self.bytes = bytes
    self.origins = origins
  }

  /// The characters that the bytes come from, as ranges in order that do not touch.
  func characterRanges(of byteRanges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in byteRanges.map(characterRange).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// A range of folded bytes is never empty, and each byte has its origin.
  private func characterRange(_ range: Range<Int>) -> Range<Int> {
    characters[origins[range.lowerBound]]..<characters[origins[range.upperBound - 1]] + 1
  }
}
