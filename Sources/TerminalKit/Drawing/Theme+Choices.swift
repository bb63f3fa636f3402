import Assets

extension Theme {
  /// The themes that come with the program, in the order in which people are offered them.
  public static let all: [Theme] = texts.map { name, text in
    // A test reads them all; one with a mistake would be plain rather than missing.
    (try? Theme(name, text: text)) ?? Theme(name, [:])
  }

  /// The terminal's own colours.
  public static let standard = all.first ?? Theme("terminal", [:])

  /// The theme of a name; nil where there is none.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The names of all themes, for a sentence: "terminal, light, dark or high-contrast".
  public static var choices: String {
    let names = all.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// Names and texts, as they stand in the files.
  static let texts: [(name: String, text: String)] = [
    ("terminal", String(cString: theme_terminal())), ("light", String(cString: theme_light())),
    ("dark", String(cString: theme_dark())), ("high-contrast", String(cString: theme_high_contrast())),
  ]
}
