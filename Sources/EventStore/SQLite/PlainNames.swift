/// The names in a JSON array of strings without escapes, as nearly all are; nil for any other text.
///
/// A list of events reads one of these for each row, for which a whole JSON parser is slow. Nothing is guessed: what
/// is not exactly such an array, written without white space, is left to the parser.
func plainNames(_ text: String) -> [String]? {
  var text = text
  return text.withUTF8 { bytes in
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return nil }
    var names: [String] = []
    var position = 1
    let end = bytes.count - 1
    while position < end {
      guard bytes[position] == UInt8(ascii: "\"") else { return nil }
      let start = position + 1
      guard let close = bytes[start..<end].firstIndex(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }),
        bytes[close] == UInt8(ascii: "\"")
      else { return nil }
      names.append(String(decoding: bytes[start..<close], as: UTF8.self))
      position = close + 1
      guard position < end else { return names }
      // A comma is followed by another name.
      guard bytes[position] == UInt8(ascii: ","), position + 1 < end else { return nil }
      position += 1
    }
    return names
  }
}
