import CNcurses
import Foundation

/// One thing that takes its own columns: a base character with the marks that combine with it.
public struct Glyph: Hashable, Sendable {
  /// The scalars to draw, at most five: what one cell of the terminal library holds.
  public let text: String
  /// Its columns, 1 or 2.
  public let width: Int
}

/// How text becomes cells on this terminal, and how many columns it takes.
///
/// Widths come from the C library, since the terminal library counts with the same; format characters such as the
/// zero-width joiner are left out, so that every terminal counts alike.
public struct TextMetrics: Hashable, Sendable {
  /// Whether the terminal takes more than ASCII.
  public let isUnicode: Bool

  /// Metrics for a terminal; in ASCII everything else is drawn as its nearest sign or as `?`.
  public init(isUnicode: Bool) {
    self.isUnicode = isUnicode
  }

  /// Sets the process's character type from the environment and tells what it can draw.
  ///
  /// A machine that names no locale at all is given UTF-8; an explicit `LANG=C` means ASCII.
  public static func activateLocale(_ environment: [String: String]) -> TextMetrics {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let wanted = named ?? "C.UTF-8"
    if setlocale(LC_CTYPE, wanted) == nil {
      // A locale that this machine lacks still says what the terminal takes; ssh brings such names along.
      let isUnicode = wanted.uppercased().contains("UTF-8") || wanted.uppercased().contains("UTF8")
      setlocale(LC_CTYPE, isUnicode ? "C.UTF-8" : "C")
    }
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    return TextMetrics(isUnicode: codeset.uppercased() == "UTF-8")
  }

  /// The cells a text takes, in order.
  public func glyphs(_ text: String) -> [Glyph] {
    var result: [Glyph] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let (drawn, width) = cell(for: scalar) else { continue }
      if width > 0 {
        result.append(Glyph(text: drawn, width: width))
      } else if let base = result.popLast() {
        let scalars = base.text.unicodeScalars.count
        result.append(scalars < 5 ? Glyph(text: base.text + drawn, width: base.width) : base)
      }
    }
    return result
  }

  /// How many columns a text takes.
  public func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F ? 1 : 0 }
    return cell(for: scalar)?.width ?? 0
  }

  /// The text, or as much of it as fits into a width with an ellipsis at the end.
  public func truncated(_ text: String, to width: Int) -> String {
    guard self.width(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for glyph in glyphs(text) {
      guard used + glyph.width <= width - 1 else { break }
      result += glyph.text
      used += glyph.width
    }
    return result + "…"
  }

  /// What is drawn for a scalar and in how many columns; nil for what is not drawn at all.
  private func cell(for scalar: Unicode.Scalar) -> (String, width: Int)? {
    if scalar.isASCII {
      return scalar.value >= 0x20 && scalar.value != 0x7F ? (String(scalar), 1) : nil
    }
    let properties = scalar.properties
    if properties.generalCategory == .format || properties.isVariationSelector { return nil }
    guard isUnicode else { return asciiCell(for: scalar) }
    let width = Int(pivotal_wcwidth(wchar_t(scalar.value)))
    // The C library says -1 for what it does not know; a newer terminal might, so draw the replacement character.
    return width < 0 ? (properties.generalCategory == .control ? nil : ("\u{FFFD}", 1)) : (String(scalar), width)
  }

  private func asciiCell(for scalar: Unicode.Scalar) -> (String, width: Int)? {
    switch scalar {
    case "—", "–", "─", "·": return ("-", 1)
    case "…": return ("~", 1)
    case "×": return ("x", 1)
    case "│": return ("|", 1)
    case "┌", "┐", "└", "┘": return ("+", 1)
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .control: return nil
      default: return ("?", 1)
      }
    }
  }
}
