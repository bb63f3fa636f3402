/// The texts of one record side by side in memory that is used again for the next, so that SQLite need not copy them.
package final class TextBlock {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// Where each text ends, and whether it is one at all.
  private var ends: [(offset: Int, isNull: Bool)] = []

  package init(capacity: Int = 4096) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit {
    memory.deallocate()
  }

  /// Forgets all texts.
  package func removeAll() {
    count = 0
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a text, or null for nil.
  package func append(_ text: String?) {
    if var text {
      text.withUTF8 { bytes in
        reserve(bytes.count)
        if let start = bytes.baseAddress { (memory + count).update(from: start, count: bytes.count) }
        count += bytes.count
      }
    }
    ends.append((count, text == nil))
  }

  /// Calls the body for each text in order; nil stands for null.
  package func forEach(_ body: (UnsafeBufferPointer<UInt8>?) throws -> Void) rethrows {
    var start = 0
    for end in ends {
      let text = UnsafeBufferPointer(start: UnsafePointer(memory + start), count: end.offset - start)
      try body(end.isNull ? nil : text)
      start = end.offset
    }
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: memory, count: count)
    memory.deallocate()
    (memory, capacity) = (moved, larger)
  }
}
