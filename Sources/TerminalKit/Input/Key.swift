/// A key as the terminal reports it, whatever bytes it sent.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// Ctrl with a letter (in lower case) or with one of `_`, `]`, `\`, `^` and the space.
  case control(Character)
  /// Enter, Return.
  case enter
  /// Tab.
  case tab
  /// Shift-Tab; some terminals do not have it.
  case backTab
  /// Escape.
  case escape
  /// Backspace, whichever of its two codes the terminal uses.
  case backspace
  /// Del.
  case delete
  /// Ins.
  case insert
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow left.
  case left
  /// The arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// PgUp.
  case pageUp
  /// PgDn.
  case pageDown
  /// Alt with the arrow down.
  case altDown
  /// A function key, F1 to F12.
  case function(Int)
}

extension Key {
  /// The key's name as help and documents write it: "Ctrl-S", "PgDn", "n".
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "Ctrl-Space"
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .altDown: "Alt-Down"
    case .backTab: "Shift-Tab"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .delete: "Del"
    case .insert: "Ins"
    case .escape: "Esc"
    default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }
  }

  /// The key's name where room is short: "^S" for Ctrl-S.
  public var shortName: String {
    if case .control(let letter) = self, letter != " " { return "^" + letter.uppercased() }
    return name
  }

  /// Whether every terminal sends it: some lack function keys, Shift-Tab and the keys above the arrows, or keep them to
  /// themselves.
  public var alwaysArrives: Bool {
    switch self {
    case .function, .altDown, .insert, .delete, .home, .end, .pageUp, .pageDown, .backTab: false
    default: true
    }
  }
}

extension Key {
  /// The key of a name as ``name`` gives it, capitals or not; nil where no terminal sends such a key.
  ///
  /// `^S` is Ctrl-S. A comma and a number sign, which mean something else in lists of keys, are `Comma` and `Hash`.
  public init?(named name: String) {
    if name.count == 1, let character = name.first {
      guard !character.isWhitespace else { return nil }
      self = .character(character)
    } else if let key = Self.named[name.lowercased()] {
      self = key
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = {
    let plain: [Key] = [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .altDown, .character(" "), .control(" "),
    ]
    // The letters that are missing arrive as other keys: Ctrl-H, Ctrl-I, Ctrl-J, Ctrl-M.
    let controls = "abcdefgklnopqrstuvwxyz_]\\^".map(Key.control)
    let keys = (plain + controls + (1...12).map(Key.function)).map { ($0.name, $0) }
    let others: [(String, Key)] =
      controls.map { ($0.shortName, $0) } + [
        ("comma", .character(",")), ("hash", .character("#")), ("escape", .escape), ("return", .enter),
        ("pageup", .pageUp), ("pagedown", .pageDown), ("delete", .delete), ("insert", .insert),
      ]
    return Dictionary((keys + others).map { ($0.0.lowercased(), $0.1) }, uniquingKeysWith: { first, _ in first })
  }()
}
