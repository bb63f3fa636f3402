/// A gzip file that unpacks to one letter repeated, at 13 bits for each 258 of them.
func gzip(ofLetter letter: UInt8, repeated runs: Int) -> [UInt8] {
  var bits = BitWriter()
  bits.append(0b011, count: 3)  // the last block, with the fixed codes
  bits.appendCode(0x30 + UInt32(letter), count: 8)
  for _ in 0..<runs {
    bits.appendCode(0xC5, count: 8)  // copy 258 bytes …
    bits.appendCode(0, count: 5)  // … from one byte back
  }
  bits.appendCode(0, count: 7)  // the end
  let size = UInt32(1 + 258 * runs)
  let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  return header + bits.bytes + littleEndian(checksum(of: letter, count: Int(size))) + littleEndian(size)
}

private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  /// Appends a number, its lowest bit first.
  mutating func append(_ number: UInt32, count: Int) {
    for index in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(number >> UInt32(index) & 1) << UInt8(used)
      used += 1
    }
  }

  /// Appends a code, its highest bit first, as codes stand in this format.
  mutating func appendCode(_ code: UInt32, count: Int) {
    for index in (0..<count).reversed() { append(code >> UInt32(index) & 1, count: 1) }
  }
}

private func checksum(of byte: UInt8, count: Int) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for _ in 0..<count {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}

private func littleEndian(_ number: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
