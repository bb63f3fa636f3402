/// The grammar of RFC 8259 written out plainly, byte by byte, as the yardstick for the reader.
struct ReferenceGrammar {
  private let bytes: [UInt8]
  private var index = 0

  /// Whether the bytes are one JSON document in UTF-8.
  static func accepts(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    var grammar = ReferenceGrammar(bytes: bytes)
    grammar.space()
    guard grammar.value(depth: 0) else { return false }
    grammar.space()
    return grammar.index == bytes.count
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ characters: String) -> Bool {
    guard let next, characters.utf8.contains(next) else { return false }
    index += 1
    return true
  }

  private mutating func space() { while take(" \t\n\r") {} }

  private mutating func value(depth: Int) -> Bool {
    if take("\"") { return string() }
    if take("{") { return depth < 64 && list(until: "}") { $0.member(depth: depth + 1) } }
    if take("[") { return depth < 64 && list(until: "]") { $0.value(depth: depth + 1) } }
    for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return true
    }
    return number()
  }

  private mutating func list(until end: String, _ element: (inout Self) -> Bool) -> Bool {
    space()
    if take(end) { return true }
    repeat {
      space()
      guard element(&self) else { return false }
      space()
    } while take(",")
    return take(end)
  }

  private mutating func member(depth: Int) -> Bool {
    guard take("\""), string() else { return false }
    space()
    guard take(":") else { return false }
    space()
    return value(depth: depth)
  }

  private mutating func string() -> Bool {
    while let byte = next {
      index += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte < 0x20 { return false }
      if byte == UInt8(ascii: "\\"), !escape() { return false }
    }
    return false
  }

  private mutating func escape() -> Bool {
    if take("\"\\/bfnrt") { return true }
    guard take("u") else { return false }
    return (0..<4).allSatisfy { _ in take("0123456789abcdefABCDEF") }
  }

  private mutating func digits() -> Bool {
    guard take("0123456789") else { return false }
    while take("0123456789") {}
    return true
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard take("0") || digits() else { return false }
    if take("."), !digits() { return false }
    if take("eE") {
      _ = take("+-")
      return digits()
    }
    return true
  }
}
