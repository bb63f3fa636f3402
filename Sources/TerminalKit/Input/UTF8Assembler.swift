/// Puts characters together from the bytes of a terminal, as they come, whatever the locale.
///
/// A character may arrive in pieces, and bytes may belong to none: those become U+FFFD, so that something is seen and
/// nothing after them is lost.
struct UTF8Assembler: Equatable, Sendable {
  private var pending: [UInt8] = []

  /// Whether the beginning of a character waits for its rest.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes a byte and gives the characters that are complete with it.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    pending.append(byte)
    if let text = String(validating: pending, as: UTF8.self) {
      pending = []
      return Array(text.unicodeScalars)
    }
    if Self.mayGoOn(pending) { return [] }
    // The byte does not belong to what waited: that was nothing, and the byte may begin something itself.
    let hasWaited = pending.count > 1
    pending = []
    return hasWaited ? ["\u{FFFD}"] + take(byte) : ["\u{FFFD}"]
  }

  /// Gives up waiting, since something else than the rest has come.
  mutating func flush() -> [Unicode.Scalar] {
    defer { pending = [] }
    return pending.isEmpty ? [] : ["\u{FFFD}"]
  }

  /// Whether bytes are the beginning of a character (Unicode, table 3-7: well-formed UTF-8).
  private static func mayGoOn(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return false
    }
    return bytes.count < length && bytes.dropFirst().allSatisfy { (0x80...0xBF).contains($0) }
  }
}
