/// Makes text from outside fit for one line: control characters go, every run of white space becomes one space, and the
/// ends are trimmed.
///
/// Code points are otherwise left as they came.
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

/// Whether a line is printable ASCII with single spaces inside, and so clean as it is; most are, and this is quick.
private func isPlainLine(_ text: String) -> Bool {
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F, byte != 0x20 || previous != 0x20 else { return false }
    previous = byte
  }
  return previous != UInt8(ascii: " ") || text.isEmpty
}
