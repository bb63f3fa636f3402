/// What is wrong in the text of a theme, and in which line.
public struct ThemeMistake: Error, Equatable, CustomStringConvertible {
  /// The number of the line, from 1.
  public let line: Int
  /// The word that is not known.
  public let word: String

  /// What is wrong and where, in one sentence.
  public var description: String { "Line \(line) of the theme says '\(word)', which is neither a style nor a look." }
}

extension Theme {
  /// Reads a theme: lines `style = looks`, empty ones and those that begin with `#` left out.
  ///
  /// Looks are `bold`, `underline`, `reverse`, a colour of the text, and `on` with a colour behind it. A colour is one of
  /// the first eight by name, or `24/blue`: a number where the terminal has 256 colours, the name elsewhere.
  public init(_ name: String, text: String) throws(ThemeMistake) {
    var looks: [Style: Look] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard let style = Style.named(String(first)) else { throw ThemeMistake(line: index + 1, word: String(first)) }
      guard words.dropFirst().first == "=" else { throw ThemeMistake(line: index + 1, word: String(line)) }
      looks[style] = try Self.look(of: words.dropFirst(2), line: index + 1)
    }
    self.init(name, looks)
  }

  private static func look(of words: ArraySlice<Substring>, line: Int) throws(ThemeMistake) -> Look {
    var look = Look()
    var isBackground = false
    for word in words {
      switch word {
      case "bold": look.bold = true
      case "underline": look.underline = true
      case "reverse": look.reverse = true
      case "on": isBackground = true
      default:
        guard let color = Color(word) else { throw ThemeMistake(line: line, word: String(word)) }
        if isBackground { look.background = color } else { look.color = color }
      }
    }
    return look
  }
}

extension Theme.Color {
  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads `blue` or `24/blue`; nil for anything else.
  fileprivate init?(_ word: Substring) {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, let basic = Self.names.firstIndex(of: String(name)), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2, let number = parts.first else {
      self.init(basic)
      return
    }
    guard let extended = Int(number), (0...255).contains(extended) else { return nil }
    self.init(basic, extended: extended)
  }
}

extension Style {
  /// What a theme calls it: `focused-label`.
  public var name: String { hyphenated("\(self)") }

  fileprivate static func named(_ name: String) -> Style? { allCases.first { $0.name == name } }
}
