import Foundation

/// Reads a file line by line, a piece of it at a time.
struct LineReader {
  private let path: String
  private let pieceSize = 1 << 18

  init(_ path: String) {
    self.path = path
  }

  func lines() throws -> [String] {
    var result: [String] = []
    try forEach { result.append($0) }
    return result
  }

  /// Gives each line without its end; an empty last one is none.
  func forEach(_ take: (String) -> Void) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BenchmarkError(description: "Cannot read \(path); check that it exists and is a file you may read.")
    }
    var rest: [UInt8] = []
    while let piece = try file.read(upToCount: pieceSize), !piece.isEmpty {
      rest.append(contentsOf: piece)
      rest.removeFirst(takeLines(rest, take))
    }
    if !rest.isEmpty { take(String(decoding: rest, as: UTF8.self)) }
  }

  /// Gives the lines that are complete; the result is how many bytes they are.
  private func takeLines(_ bytes: [UInt8], _ take: (String) -> Void) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        take(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end + 1
      }
      return start
    }
  }
}
