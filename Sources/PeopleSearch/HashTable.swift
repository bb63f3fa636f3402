/// Numbers by the hash of what they stand for, by open addressing; what they stand for is kept elsewhere.
struct HashTable: Sendable {
  private var numbers: [UInt32] = Array(repeating: Self.free, count: 1024)
  private var hashes: [UInt32] = Array(repeating: 0, count: 1024)
  private var count = 0

  private static let free = UInt32.max

  /// The number with a hash that is the one meant; nil where there is none.
  func find(_ hash: UInt32, where isMeant: (UInt32) -> Bool) -> UInt32? {
    var slot = Int(hash) & (numbers.count - 1)
    while numbers[slot] != Self.free {
      if hashes[slot] == hash, isMeant(numbers[slot]) { return numbers[slot] }
      slot = (slot + 1) & (numbers.count - 1)
    }
    return nil
  }

  /// Adds a number that is not there yet.
  mutating func insert(_ number: UInt32, hash: UInt32) {
    if 2 * count >= numbers.count { grow() }
    place(number, hash)
    count += 1
  }

  private mutating func place(_ number: UInt32, _ hash: UInt32) {
    var slot = Int(hash) & (numbers.count - 1)
    while numbers[slot] != Self.free { slot = (slot + 1) & (numbers.count - 1) }
    numbers[slot] = number
    hashes[slot] = hash
  }

  private mutating func grow() {
    let old = zip(numbers, hashes).filter { $0.0 != Self.free }
    numbers = Array(repeating: Self.free, count: 2 * numbers.count)
    hashes = Array(repeating: 0, count: numbers.count)
    for (number, hash) in old { place(number, hash) }
  }
}

/// Mixes bytes to a number, eight at a time.
func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
  let raw = UnsafeRawBufferPointer(bytes)
  var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
  var offset = 0
  while offset + 8 <= raw.count {
    state = mixed(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    offset += 8
  }
  var rest: UInt64 = 0
  while offset < raw.count {
    rest = rest << 8 | UInt64(raw[offset])
    offset += 1
  }
  return UInt32(truncatingIfNeeded: mixed(state ^ rest) >> 32)
}

private func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}

/// Whether two stretches of bytes are the same.
func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for offset in 0..<left.count where left[offset] != right[offset] { return false }
  return true
}
