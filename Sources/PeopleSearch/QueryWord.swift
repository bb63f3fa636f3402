/// A word of a query, folded, in the forms in which it is compared.
struct QueryWord: Equatable, Sendable {
  /// Its bytes in UTF-8.
  let bytes: [UInt8]
  /// Its code points.
  let letters: [UInt32]
  /// Which letters it has.
  let mask: UInt64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    letters = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    mask = bytes.withUnsafeBufferPointer { LetterMask($0).bits }
  }

  /// Of a longer query only the first words count: nobody types more, and a pasted page is no search.
  private static let maximumCount = 32

  /// The words of a query, in order.
  static func words(of query: String) -> [QueryWord] {
    var folding = Folding()
    var bytes: [UInt8] = []
    folding.fold(query) { byte, _ in bytes.append(byte) }
    return pieces(of: bytes).prefix(maximumCount).map { QueryWord(Array(bytes[$0])) }
  }
}
