import Foundation

/// The text as it is compared and searched: without case and diacritics, white space runs as one space, ends trimmed.
///
/// For example "  Łukasz\u{3000}ŻAL" becomes "lukasz zal".
public func folded(_ text: String) -> String {
  var folding = Folding()
  var bytes: [UInt8] = []
  folding.fold(text) { byte, _ in bytes.append(byte) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Folds texts, and remembers what becomes of each code point: a decomposition is looked up once only.
struct Folding {
  private var known: [Unicode.Scalar: [UInt8]] = [:]

  /// Folds a text to UTF-8, and gives each byte with the number of the code point it comes from.
  mutating func fold(_ text: String, _ emit: (UInt8, Int) -> Void) {
    var isStarted = false
    var space: Int?
    func put(_ byte: UInt8, from number: Int) {
      if byte == UInt8(ascii: " ") {
        space = space ?? number
        return
      }
      if let space, isStarted { emit(UInt8(ascii: " "), space) }
      emit(byte, number)
      isStarted = true
      space = nil
    }
    for (number, scalar) in text.unicodeScalars.enumerated() {
      if scalar.isASCII {
        if let byte = foldedASCII(UInt8(truncatingIfNeeded: scalar.value)) { put(byte, from: number) }
      } else {
        for byte in bytes(of: scalar) { put(byte, from: number) }
      }
    }
  }

  private mutating func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    if let bytes = known[scalar] { return bytes }
    let bytes = foldedBytes(scalar)
    known[scalar] = bytes
    return bytes
  }
}

/// The small letter; white space as a space; nil for a control character.
private func foldedASCII(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
  case 0x09...0x0D: UInt8(ascii: " ")
  case 0..<0x20, 0x7F: nil
  default: byte
  }
}

private func foldedBytes(_ scalar: Unicode.Scalar) -> [UInt8] {
  var result = ""
  for part in decomposed(scalar) {
    if apostrophes.contains(part) {
      result += "'"
    } else if let form = plainForms[part] {
      result += form
    } else if part.properties.isWhitespace || (!part.isASCII && part.isPunctuation) {
      result += " "
    } else if !part.isDiacritic && !part.properties.isDefaultIgnorableCodePoint {
      // By way of the capital, since several small letters may share one: ς and σ, ß and ss.
      for small in part.properties.uppercaseMapping.lowercased().unicodeScalars {
        result += plainForms[small] ?? String(small)
      }
    }
  }
  return Array(result.utf8)
}

/// The parts of a code point; what stands for an apostrophe stays whole, since some of those have a space among theirs.
private func decomposed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  let text = String(scalar)
  return (apostrophes.contains(scalar) ? text : text.decomposedStringWithCompatibilityMapping).unicodeScalars
}

extension Unicode.Scalar {
  /// Whether it is a mark that people leave out when they type: an accent, a stroke, a Hebrew or Arabic point.
  ///
  /// The vowel signs, voicing marks and tone marks of other scripts are part of how a word is spelled. The classes are
  /// those of Unicode's table of combining classes.
  fileprivate var isDiacritic: Bool {
    switch properties.canonicalCombiningClass.rawValue {
    case 1, 10...36, 200...: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

/// What people write for an apostrophe, and the letters that stand for a glottal stop as one does.
private let apostrophes: Set<Unicode.Scalar> = ["‘", "’", "‛", "´", "ˊ", "ʼ", "ʻ", "ʽ", "ʾ", "ʿ", "′", "＇"]

/// Letters that Unicode does not take apart, and dashes as the hyphen that is typed for them.
private let plainForms: [Unicode.Scalar: String] = [
  "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
  "ŋ": "n", "ĸ": "k", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ƒ": "f", "ɠ": "g",
  "ɨ": "i", "ƙ": "k", "ƚ": "l", "ɲ": "n", "ƥ": "p", "ƭ": "t", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z", "ȥ": "z",
  "ӏ": "l", "ʹ": "", "ʺ": "",
  "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
]
