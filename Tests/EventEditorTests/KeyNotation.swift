import TerminalKit

/// Keys written as text.
enum KeyNotation {
  private static let names: [String: Key] = {
    let plain: [Key] = [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .altDown, .character(" "), .control("_"),
    ]
    let letters = "abcdefghijklmnopqrstuvwxyz".map(Key.control)
    let all = plain + letters + (1...12).map(Key.function) + [.character("<"), .character(">")]
    return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  static func keys(_ text: String) -> [Key] {
    var result: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.dropFirst(2).firstIndex(of: ">"),
        let key = names[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        result.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
