import Foundation

extension TextMetrics {
  /// What stands for a character where there is nothing but ASCII; nil for what is not drawn at all.
  ///
  /// A letter loses its accents rather than itself; what has no likeness is a question mark.
  static func ascii(for scalar: Unicode.Scalar) -> String? {
    if let signs = signs[scalar] { return signs }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: return nil
    case .spaceSeparator: return " "
    case .initialPunctuation, .finalPunctuation: return "\""
    default:
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
      return base.map { $0.isASCII ? String($0) : "?" }
    }
  }

  /// The characters of the screens themselves, punctuation of texts, and letters that no accent is taken from.
  private static let signs: [Unicode.Scalar: String] = [
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "│": "|", "─": "-",
    "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "·": "-", "•": "*", "…": "...", "×": "x", "→": "->", "←": "<-",
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "′": "'", "″": "\"",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
  ]
}
