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

  /// Metrics for a terminal; in ASCII everything else is drawn as its nearest signs or as `?`.
  public init(isUnicode: Bool) {
    self.isUnicode = isUnicode
  }

  /// Sets the process's character type from the environment and tells what it can draw.
  ///
  /// A machine that names no locale at all is given UTF-8; an explicit `LANG=C` means ASCII.
  public static func activateLocale(_ environment: [String: String]) -> TextMetrics {
    activateLocale(environment, by: codeset(afterActivating:))
  }

  /// Does the same by a function that activates a locale and gives its character set, or nil where there is no such one.
  static func activateLocale(_ environment: [String: String], by activate: (String) -> String?) -> TextMetrics {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let wanted = named ?? "C.UTF-8"
    // A locale that this machine lacks still says what the terminal takes; ssh brings such names along.
    let saysUnicode = wanted.uppercased().contains("UTF-8") || wanted.uppercased().contains("UTF8")
    let codeset = activate(wanted) ?? (saysUnicode ? activate("C.UTF-8") : nil) ?? activate("C")
    return TextMetrics(isUnicode: codeset?.uppercased() == "UTF-8")
  }

  private static func codeset(afterActivating locale: String) -> String? {
    guard setlocale(LC_CTYPE, locale) != nil else { return nil }
    return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) }
  }

  /// The cells a text takes, in order.
  public func glyphs(_ text: String) -> [Glyph] {
    var result: [Glyph] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let (drawn, width) = cell(for: scalar) else { continue }
      if drawn.utf8.count > 1, !isUnicode {
        result += drawn.map { Glyph(text: String($0), width: 1) }
      } else if width > 0 {
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

  /// The columns from which on an ellipsis may have three of them.
  private static let widthForDots = 30

  /// The text, or as much of it as fits into a width with an ellipsis at the end.
  public func truncated(_ text: String, to width: Int) -> String {
    guard self.width(text) > width else { return text }
    guard width > 0 else { return "" }
    // Three dots take too much of a narrow column.
    let ellipsis = isUnicode || width >= Self.widthForDots ? "…" : "~"
    let room = width - self.width(ellipsis)
    var result = ""
    var used = 0
    for character in text {
      let columns = self.width(String(character))
      guard used + columns <= room else { break }
      result.append(character)
      used += columns
    }
    return result + ellipsis
  }

  /// What is drawn for a scalar and in how many columns; nil for what is not drawn at all.
  private func cell(for scalar: Unicode.Scalar) -> (String, width: Int)? {
    if scalar.isASCII {
      return scalar.value >= 0x20 && scalar.value != 0x7F ? (String(scalar), 1) : nil
    }
    let properties = scalar.properties
    if properties.generalCategory == .format || properties.isVariationSelector { return nil }
    guard isUnicode else { return Self.ascii(for: scalar).map { ($0, $0.utf8.count) } }
    let width = Int(pivotal_wcwidth(wchar_t(scalar.value)))
    // The C library says -1 for what it does not know; a newer terminal might, so draw the replacement character.
    return width < 0 ? (properties.generalCategory == .control ? nil : ("\u{FFFD}", 1)) : (String(scalar), width)
  }
}
