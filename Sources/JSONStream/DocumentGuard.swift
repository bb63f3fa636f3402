/// Sees the bytes of a document before yajl does, and closes the gaps between what yajl takes and what RFC 8259 allows.
///
/// yajl takes two control characters as white space, does not see everything that follows the root value, nests without
/// end, keeps an endless token in memory, and decodes half a surrogate pair wrongly. The guard follows strings, nesting
/// and the root's end, which is enough to find the first four; the last one it repairs in place. All else is yajl's.
struct DocumentGuard {
  private enum Root { case awaited, begun, ended }

  private let maximumDepth: Int
  private let maximumTokenBytes: Int
  private var root = Root.awaited
  private var depth = 0
  private var isInString = false
  /// Where the token that is being read began, in bytes from the start of the document.
  private var tokenStart = 0

  init(maximumDepth: Int, maximumTokenBytes: Int) {
    self.maximumDepth = maximumDepth
    self.maximumTokenBytes = maximumTokenBytes
  }

  /// Checks and repairs the next bytes of the document.
  ///
  /// - Parameters:
  ///   - bytes: the bytes, beginning where the last call stopped.
  ///   - count: how many of them may be looked at.
  ///   - base: how many bytes of the document lie before them.
  /// - Returns: how many are ready for yajl; what is left is the beginning of an escape whose rest has not come yet.
  /// - Throws: what makes this no document, or one beyond the limits.
  mutating func scan(
    _ bytes: inout MutableSpan<UInt8>, count: Int, at base: Int
  ) throws(JSONSyntaxError) -> Int {
    var index = 0
    var needsMore = false
    while index < count && !needsMore {
      if isInString {
        try scanString(&bytes, &index, count: count, at: base, needsMore: &needsMore)
      } else {
        try scanOutside(bytes[index], at: base + index)
        index += 1
      }
    }
    try checkToken(until: base + index)
    return index
  }

  /// Checks that the document is whole.
  func finish(at offset: Int) throws(JSONSyntaxError) {
    switch root {
    case .awaited: throw JSONSyntaxError(message: "the document is empty", offset: offset)
    case .begun where depth > 0 || isInString:
      throw JSONSyntaxError(message: "the document ends before it is complete", offset: offset)
    case .begun, .ended: return
    }
  }

  // MARK: Outside strings

  private mutating func scanOutside(_ byte: UInt8, at offset: Int) throws(JSONSyntaxError) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
      // A number or literal that is the whole document ends here.
      if depth == 0 && root == .begun { root = .ended }
      try separate(at: offset)
    case 0..<0x20:
      throw JSONSyntaxError(message: "a control character stands between the values", offset: offset)
    case UInt8(ascii: "\""):
      try beginValue(at: offset)
      isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try beginValue(at: offset)
      try open(at: offset)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      try separate(at: offset)
      try close(at: offset)
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      try separate(at: offset)
    default:
      if depth == 0 { try continueScalar(at: offset) }
    }
  }

  /// A string or container begins; outside all containers it can only be the root, and alone.
  private mutating func beginValue(at offset: Int) throws(JSONSyntaxError) {
    if depth == 0 && root != .awaited { throw trailing(at: offset) }
    root = .begun
    tokenStart = offset
  }

  private mutating func continueScalar(at offset: Int) throws(JSONSyntaxError) {
    switch root {
    case .awaited:
      root = .begun
      tokenStart = offset
    case .begun: return
    case .ended: throw trailing(at: offset)
    }
  }

  private mutating func open(at offset: Int) throws(JSONSyntaxError) {
    guard depth < maximumDepth else {
      throw JSONSyntaxError(message: "values are nested more than \(maximumDepth) deep", offset: offset)
    }
    depth += 1
    tokenStart = offset + 1
  }

  private mutating func close(at offset: Int) throws(JSONSyntaxError) {
    if root == .ended { throw trailing(at: offset) }
    guard depth > 0 else {
      throw JSONSyntaxError(message: "a bracket is closed that was not opened", offset: offset)
    }
    depth -= 1
    if depth == 0 { root = .ended }
  }

  private func trailing(at offset: Int) -> JSONSyntaxError {
    JSONSyntaxError(message: "something follows the end of the document", offset: offset)
  }

  // MARK: Tokens

  /// A byte that is no part of a number or literal: what comes next is another token.
  private mutating func separate(at offset: Int) throws(JSONSyntaxError) {
    try checkToken(until: offset)
    tokenStart = offset + 1
  }

  private func checkToken(until offset: Int) throws(JSONSyntaxError) {
    if offset - tokenStart > maximumTokenBytes {
      throw JSONSyntaxError(message: "a text or number is longer than \(maximumTokenBytes) bytes", offset: offset)
    }
  }

  // MARK: Strings

  /// Goes on to the end of the string, or of the bytes, or to an escape of which only the beginning is there.
  private mutating func scanString(
    _ bytes: inout MutableSpan<UInt8>, _ index: inout Int, count: Int, at base: Int, needsMore: inout Bool
  ) throws(JSONSyntaxError) {
    while index < count {
      index = firstSpecial(in: bytes, from: index, to: count)
      guard index < count else { return }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        isInString = false
        if depth == 0 { root = .ended }
        index += 1
        return try separate(at: base + index - 1)
      case UInt8(ascii: "\\"):
        guard let length = repairEscape(&bytes, at: index, count: count) else {
          needsMore = true
          return
        }
        index += length
      default:
        throw JSONSyntaxError(message: "a control character stands in a text unescaped", offset: base + index)
      }
    }
  }
}

/// Where the next quote, backslash or control character of a string stands; most bytes are none, so this is quick.
private func firstSpecial(in bytes: borrowing MutableSpan<UInt8>, from start: Int, to end: Int) -> Int {
  bytes.withUnsafeBytes { bytes in
    var index = start
    while index + 8 <= end, !holdsSpecial(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { index += 8 }
    while index < end {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }
}

/// Whether one of eight bytes is a quote, a backslash or a control character.
///
/// Subtracting borrows into the highest bit of a byte that was too small; bytes beyond ASCII, which had that bit before,
/// are left out.
private func holdsSpecial(_ bytes: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quotes = bytes ^ (ones &* UInt64(UInt8(ascii: "\"")))
  let backslashes = bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))
  let controls = (bytes &- ones &* 0x20) & ~bytes
  let found = controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
  return found & (ones &* 0x80) != 0
}
