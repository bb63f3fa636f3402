/// A key as people press it.
public enum TestKey: Hashable, Sendable {
  case enter, tab, shiftTab, escape, backspace, space
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// One of the keys F1 to F12.
  case function(Int)
  /// A key with Ctrl held, `control("s")`.
  case control(Character)
  /// A character with Alt held.
  case alt(Character)
  /// The arrow down with Alt held.
  case altDown
  /// A key that types a character.
  case character(Character)

  /// The name tmux has for it.
  var tmuxName: String {
    switch self {
    case .function(let number): "F\(number)"
    case .control(let key): "C-\(key)"
    case .alt(let key): "M-\(key)"
    case .altDown: "M-Down"
    case .character(let key): String(key)
    default: Self.names[self] ?? ""
    }
  }

  private static let names: [TestKey: String] = [
    .enter: "Enter", .tab: "Tab", .shiftTab: "BTab", .escape: "Escape", .backspace: "BSpace", .space: "Space",
    .up: "Up", .down: "Down", .left: "Left", .right: "Right", .home: "Home", .end: "End", .pageUp: "PPage",
    .pageDown: "NPage", .insert: "IC", .delete: "DC",
  ]
}
