/// Which letters occur in a folded word, a bit each, for ruling words out before they are looked at.
///
/// Each ASCII letter has its own bit, the others share some.
struct LetterMask {
  private(set) var bits: UInt64 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        bits |= Self.bit(of: byte)
      } else if offset + 1 == bytes.count || bytes[offset + 1] & 0xC0 != 0x80 {
        // The last byte of a letter; letters that are near each other differ in it.
        bits |= 1 << UInt64(32 + (byte & 31))
      }
    }
  }

  /// How many letters have a bit of their own, from the lowest.
  static let ownBits = 26

  private static func bit(of byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
    default: 1 << UInt64(26 + byte % 6)
    }
  }
}
