/// Which letters and digits something has, one bit each; others share a bit.
struct LetterSet: Equatable, Sendable {
  private var bits: UInt64 = 0

  init(_ bytes: some Sequence<UInt8> = EmptyCollection()) {
    for byte in bytes { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    bits |= Self.bit(of: byte)
  }

  func isSuperset(of other: LetterSet) -> Bool {
    bits & other.bits == other.bits
  }

  /// Whether a letter shares its bit with no other.
  static func isAlone(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func bit(of byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << UInt64(26 + byte - UInt8(ascii: "0"))
    case 0x80...: 1 << UInt64(36 + byte % 27)
    default: 1 << 63
    }
  }
}

/// Which letters stand side by side in something, as bits that each stand for some pairs.
struct PairSet: Equatable, Sendable {
  private var bits = SIMD4<UInt64>()

  init(_ bytes: some Sequence<UInt8>) {
    var previous: UInt8?
    for byte in bytes {
      if let previous { insert(previous, byte) }
      previous = byte
    }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let place = ((UInt32(first) << 8 | UInt32(second)) &* 0x9E37_79B1) >> 24
    bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  func isSuperset(of other: PairSet) -> Bool {
    bits & other.bits == other.bits
  }
}
