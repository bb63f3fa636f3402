/// Makes one escape of a string safe for yajl, which cannot decode half a surrogate pair.
///
/// `\ud800` without its other half is allowed by RFC 8259 but stands for no character: it becomes `\ufffd`, the
/// replacement character, which is just as long. An escape that is wrong in itself is left for yajl to refuse.
///
/// - Parameters:
///   - bytes: the bytes of the document.
///   - index: where the escape's backslash stands.
///   - count: how many of the bytes are there already.
/// - Returns: how many bytes the escape takes, or nil where too few are there to say.
func repairEscape(_ bytes: inout MutableSpan<UInt8>, at index: Int, count: Int) -> Int? {
  guard index + 1 < count else { return nil }
  guard bytes[index + 1] == UInt8(ascii: "u") else { return 2 }
  guard index + 6 <= count else { return nil }
  switch codeUnit(bytes, at: index + 2) ?? 0 {
  case 0xD800...0xDBFF:
    guard let isPair = lowSurrogateFollows(bytes, at: index + 6, count: count) else { return nil }
    if isPair { return 12 }
    replaceCodeUnit(&bytes, at: index + 2)
  case 0xDC00...0xDFFF:
    replaceCodeUnit(&bytes, at: index + 2)
  default:
    break
  }
  return 6
}

/// Whether an escaped low surrogate stands at `index`; nil where too few bytes are there to say.
private func lowSurrogateFollows(_ bytes: borrowing MutableSpan<UInt8>, at index: Int, count: Int) -> Bool? {
  guard index < count else { return nil }
  guard bytes[index] == UInt8(ascii: "\\") else { return false }
  guard index + 1 < count else { return nil }
  guard bytes[index + 1] == UInt8(ascii: "u") else { return false }
  guard index + 6 <= count else { return nil }
  return (0xDC00...0xDFFF).contains(codeUnit(bytes, at: index + 2) ?? 0)
}

/// The value of four hexadecimal digits; nil where they are something else.
private func codeUnit(_ bytes: borrowing MutableSpan<UInt8>, at index: Int) -> UInt16? {
  var value: UInt16 = 0
  for position in index..<index + 4 {
    guard let digit = hexadecimalValue(bytes[position]) else { return nil }
    value = value << 4 | digit
  }
  return value
}

private func hexadecimalValue(_ byte: UInt8) -> UInt16? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}

private func replaceCodeUnit(_ bytes: inout MutableSpan<UInt8>, at index: Int) {
  bytes[index] = UInt8(ascii: "f")
  bytes[index + 1] = UInt8(ascii: "f")
  bytes[index + 2] = UInt8(ascii: "f")
  bytes[index + 3] = UInt8(ascii: "d")
}
