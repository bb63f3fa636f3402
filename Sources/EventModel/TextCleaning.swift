/// Makes text from outside fit for one line.
///
/// Control characters go, every run of white space becomes one space, and the ends are trimmed. Code points are
/// otherwise left as they came.
public func cleanedLine(_ text: String) -> String {
  if isPlainLine(text) { return text }
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      pendingSpace = !result.isEmpty
    } else if scalar.properties.generalCategory != .control {
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
  }
  return String(result)
}

/// Makes text from outside fit for several lines: line breaks become LF, tabs stay, other control characters go.
public func cleanedText(_ text: String) -> String {
  if isPlainText(text) { return text }
  var result = String.UnicodeScalarView()
  var afterReturn = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n":
      if !afterReturn { result.append("\n") }
    case "\r", "\u{0B}", "\u{0C}", "\u{85}":
      result.append("\n")
    case "\t":
      result.append(scalar)
    default:
      if scalar.properties.generalCategory != .control { result.append(scalar) }
    }
    afterReturn = scalar == "\r"
  }
  return String(result)
}

/// Whether a line is seen at once to be clean as it is, as most are.
///
/// It has single spaces inside, and no byte that could belong to other white space or to a control character.
private func isPlainLine(_ text: String) -> Bool {
  everyByte(of: text, after: UInt8(ascii: " ")) { byte, previous in
    switch byte {
    case 0x20: previous != 0x20
    // C2, E1, E2 and E3 begin the white space and the control characters beyond ASCII, among much else.
    case 0..<0x20, 0x7F, 0xC2, 0xE1...0xE3: false
    default: true
    }
  } && text.utf8.last != UInt8(ascii: " ")
}

/// Whether a text of several lines holds no control character but line breaks and tabs, as most do.
private func isPlainText(_ text: String) -> Bool {
  if isPrintableASCII(text) { return true }
  return everyByte(of: text, after: 0) { byte, previous in
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): true
    case 0..<0x20, 0x7F: false
    // The control characters beyond ASCII are U+0080 to U+009F.
    case 0x80...0x9F: previous != 0xC2
    default: true
    }
  }
}

/// Whether a text holds nothing but the printable characters of ASCII, seen eight bytes at a time.
private func isPrintableASCII(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= bytes.count {
      let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The highest bit of a byte is set by itself beyond ASCII, by the subtraction below the space, and by the
      // addition for DEL.
      let found = eight | (eight &- ones &* 0x20) | (eight &+ ones)
      guard found & (ones &* 0x80) == 0 else { return false }
      index += 8
    }
    return bytes[index...].allSatisfy { (0x20..<0x7F).contains($0) }
  }
}

/// Whether a condition holds for every byte of a text, given the one before it.
private func everyByte(of text: String, after first: UInt8, _ holds: (UInt8, _ previous: UInt8) -> Bool) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var previous = first
    return bytes.allSatisfy { byte in
      defer { previous = byte }
      return holds(byte, previous)
    }
  }
}
