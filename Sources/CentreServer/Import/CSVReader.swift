/// Reads comma-separated values as RFC 4180 has them; a line may also end with a line feed alone.
struct CSVReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// The line that the next row begins on.
  private(set) var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Stands before the first row; a byte order mark is passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The cells of the next row; nil at the end.
  mutating func next() throws(CentreRecord.Flaw) -> [String]? {
    guard position < bytes.endIndex else { return nil }
    var cells: [String] = []
    while true {
      let cell = current == Self.quote ? try quotedCell() : try plainCell()
      guard let text = String(validating: cell, as: UTF8.self) else {
        throw CentreRecord.Flaw(reason: "it is not UTF-8 text")
      }
      cells.append(text)
      guard current == Self.comma else { break }
      position += 1
    }
    try endLine()
    return cells
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private var isAtLineEnd: Bool {
    guard let current else { return true }
    if current == Self.lineFeed { return true }
    return current == Self.carriageReturn
      && (position + 1 == bytes.endIndex || bytes[position + 1] == Self.lineFeed)
  }

  private mutating func plainCell() throws(CentreRecord.Flaw) -> [UInt8] {
    let start = position
    while !isAtLineEnd, let current, current != Self.comma {
      guard current != Self.quote else {
        throw CentreRecord.Flaw(reason: "a quotation mark stands inside a cell that does not begin with one")
      }
      position += 1
    }
    return Array(bytes[start..<position])
  }

  private mutating func quotedCell() throws(CentreRecord.Flaw) -> [UInt8] {
    position += 1
    var cell: [UInt8] = []
    while let current {
      position += 1
      if current == Self.quote {
        guard self.current == Self.quote else { return cell }
        position += 1
      } else if current == Self.lineFeed {
        line += 1
      }
      cell.append(current)
    }
    throw CentreRecord.Flaw(reason: "a cell begins with a quotation mark and does not end with one")
  }

  private mutating func endLine() throws(CentreRecord.Flaw) {
    guard isAtLineEnd else {
      throw CentreRecord.Flaw(reason: "something follows the quotation mark that ends a cell")
    }
    if current == Self.carriageReturn { position += 1 }
    if current == Self.lineFeed { position += 1 }
    line += 1
  }
}
