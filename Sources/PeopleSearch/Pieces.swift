/// The stretches of folded text between separators: "jean-luc o'neill" has jean, luc, o and neill.
func pieces(of bytes: [UInt8]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var start: Int?
  for (offset, byte) in bytes.enumerated() {
    if isSeparator(byte) {
      if let begun = start { result.append(begun..<offset) }
      start = nil
    } else if start == nil {
      start = offset
    }
  }
  if let start { result.append(start..<bytes.count) }
  return result
}

/// The pieces that stand together without a space and are also found in one: o'neill as oneill, jean-luc as jeanluc.
///
/// Each is joined with all behind it, since the start of a word is found as well, and with those behind an apostrophe.
func joinedPieces(_ pieces: [Range<Int>], of bytes: [UInt8]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var first = 0
  while first < pieces.count {
    let last = lastPiece(from: first, pieces) { !bytes[$0].contains(space) }
    // Longer rows of pieces are addresses and numbers, which nobody types in one.
    if (1...3).contains(last - first) {
      for start in first..<last {
        result.append(start..<last + 1)
        let end = lastPiece(from: start, pieces) { bytes[$0].elementsEqual([apostrophe]) }
        if end > start, end < last { result.append(start..<end + 1) }
      }
    }
    first = last + 1
  }
  return result
}

/// The last of the pieces from one on that are linked by gaps of a kind.
private func lastPiece(from first: Int, _ pieces: [Range<Int>], _ isLink: (Range<Int>) -> Bool) -> Int {
  var last = first
  while last + 1 < pieces.count, isLink(pieces[last].upperBound..<pieces[last + 1].lowerBound) { last += 1 }
  return last
}

private let space = UInt8(ascii: " ")
private let apostrophe = UInt8(ascii: "'")

/// Whether a byte of folded text stands between words; all bytes beyond ASCII belong to letters.
func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: false
  default: true
  }
}

/// Whether a folded word is written in a script of East Asia, where given and family name often stand without a space.
func isEastAsian(_ bytes: some Collection<UInt8>) -> Bool {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x1100...0x11FF, 0x3005...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
