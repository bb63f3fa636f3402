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
}
