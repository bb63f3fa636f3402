import Foundation

/// Writes each object of a document `{"name":[{…},{…}]}` on a line of its own, a piece of the document at a time.
func writeLines(of source: String, to target: String) throws {
  guard FileManager.default.createFile(atPath: target, contents: nil),
    let input = FileHandle(forReadingAtPath: source), let output = FileHandle(forWritingAtPath: target)
  else {
    throw BenchmarkError(description: "\(source) cannot be read, or \(target) written; look at the disk.")
  }
  var splitter = RecordSplitter()
  while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
    try output.write(contentsOf: splitter.lines(in: piece))
  }
  try output.close()
}

/// Finds the objects that stand in the array, by counting brackets outside texts.
private struct RecordSplitter {
  private var depth = 0
  private var isInText = false
  private var isEscaped = false

  mutating func lines(in piece: Data) -> Data {
    var lines = Data(capacity: piece.count + 1024)
    for byte in piece {
      let wasInside = depth >= 3
      count(byte)
      if wasInside || depth >= 3 { lines.append(byte) }
      if wasInside && depth == 2 { lines.append(UInt8(ascii: "\n")) }
    }
    return lines
  }

  private mutating func count(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if isInText {
      isEscaped = byte == UInt8(ascii: "\\")
      isInText = byte != UInt8(ascii: "\"")
    } else {
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }
}
