/// Records side by side in one run of bytes: where each of their texts ends, and then the texts.
///
/// All records have equally many texts. As SQLite keeps many records in one row that way, they cost hardly more than
/// copying their bytes.
struct RecordChunk {
  /// Marks a text that is none at all.
  private static let null: UInt32 = 1 << 31

  private let textsPerRecord: Int
  private var ends: [UInt32] = []
  private var text: [UInt8] = []

  init(textsPerRecord: Int) {
    self.textsPerRecord = textsPerRecord
  }

  /// How many records it holds.
  var count: Int { ends.count / textsPerRecord }
  /// How many bytes their texts have.
  var size: Int { text.count }

  /// Adds the next text of the record that is being added, or null for nil.
  mutating func append(_ text: String?) {
    guard var text else { return ends.append(UInt32(self.text.count) | Self.null) }
    text.withUTF8 { self.text.append(contentsOf: $0) }
    ends.append(UInt32(self.text.count))
  }

  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// All of it as bytes, to be read by ``read(_:textsPerRecord:_:)``.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + ends.count * 4 + text.count)
    withUnsafeBytes(of: UInt32(ends.count)) { bytes.append(contentsOf: $0) }
    ends.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text)
    return bytes
  }

  typealias Texts = [UnsafeBufferPointer<UInt8>?]

  /// Reads records out of their bytes one after the other; their texts lie in those bytes.
  ///
  /// - Parameters:
  ///   - bytes: What ``bytes`` gave.
  ///   - textsPerRecord: How many texts each record has.
  ///   - body: Called with each record's place and texts.
  static func read(
    _ bytes: UnsafeRawBufferPointer, textsPerRecord: Int, _ body: (Int, Texts) throws -> Void
  ) rethrows {
    guard bytes.count >= 4 else { return }
    let count = Int(bytes.loadUnaligned(as: UInt32.self))
    let start = 4 + count * 4
    guard start <= bytes.count else { return }
    let text = UnsafeRawBufferPointer(rebasing: bytes[start...]).assumingMemoryBound(to: UInt8.self)
    var texts: Texts = []
    texts.reserveCapacity(textsPerRecord)
    var from = 0
    for index in 0..<count {
      let mark = bytes.loadUnaligned(fromByteOffset: 4 + index * 4, as: UInt32.self)
      let end = min(Int(mark & ~null), text.count)
      texts.append(mark & null == 0 ? UnsafeBufferPointer(rebasing: text[min(from, end)..<end]) : nil)
      from = end
      if texts.count == textsPerRecord {
        try body(index / textsPerRecord, texts)
        texts.removeAll(keepingCapacity: true)
      }
    }
  }
}
