/// Finds numbered texts again by a hash of each, in eight bytes a text.
///
/// Texts may share a hash: whoever asks looks at each candidate.
struct Fingerprints {
  /// A hash in the upper half and the number, plus one, in the lower; 0 where nothing is.
  private var slots: [UInt64]
  private(set) var count = 0

  init() {
    slots = Array(repeating: 0, count: 256)
  }

  /// The hash of a text; another one in each run of the program, so that nobody can choose texts that share one.
  static func hash(of text: UnsafeRawBufferPointer) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// Adds a number, which must be below 2³² - 1.
  mutating func insert(_ number: Int, hash: UInt32) {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    place(UInt64(hash) << 32 | UInt64(truncatingIfNeeded: number + 1))
    count += 1
  }

  /// The first number with a hash that the condition holds for.
  func first(hash: UInt32, where matches: (Int) throws -> Bool) rethrows -> Int? {
    var index = Int(hash) & (slots.count - 1)
    while slots[index] != 0 {
      let slot = slots[index]
      let number = Int(slot & 0xFFFF_FFFF) - 1
      if slot >> 32 == UInt64(hash), try matches(number) { return number }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Forgets the numbers from one on.
  mutating func removeAll(from number: Int) {
    let kept = slots.filter { $0 != 0 && Int($0 & 0xFFFF_FFFF) - 1 < number }
    slots = Array(repeating: 0, count: slots.count)
    kept.forEach { place($0) }
    count = kept.count
  }

  private mutating func grow() {
    let kept = slots
    slots = Array(repeating: 0, count: kept.count * 2)
    for slot in kept where slot != 0 { place(slot) }
  }

  private mutating func place(_ slot: UInt64) {
    var index = Int(slot >> 32) & (slots.count - 1)
    while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }
}
