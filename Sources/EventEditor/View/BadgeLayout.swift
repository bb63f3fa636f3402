import TerminalKit

/// How badges and the text behind them wrap over the lines of their field.
struct BadgeLayout {
  /// One badge's place, counted from the field's corner.
  struct Badge {
    let text: String
    let x: Int
    let line: Int
  }

  private(set) var badges: [Badge] = []
  /// Where the typed text starts, and how many columns it has.
  private(set) var text = Rect(x: 0, y: 0, width: 0, height: 1)
  /// How many lines badges and text take, at most as many as were allowed.
  let height: Int

  /// The fewest columns in which typing is comfortable; with fewer left the text goes to the next line.
  private static let leastTextWidth = 14

  init(_ speakers: Combobox, width: Int, lines allowed: Int, metrics: TextMetrics) {
    var x = 0
    var line = 0
    for name in speakers.chosen {
      let text = "[\(metrics.truncated(name, to: max(1, width - 4))) x]"
      let columns = metrics.width(text)
      if x > 0, x + columns > width { (x, line) = (0, line + 1) }
      badges.append(Badge(text: text, x: x, line: line))
      x += columns + 1
    }
    let needed = max(Self.leastTextWidth, min(metrics.width(speakers.editor.text) + 1, width))
    if x > 0, x + needed > width { (x, line) = (0, line + 1) }
    text = Rect(x: x, y: line, width: width - x, height: 1)
    height = min(line + 1, max(1, allowed))
    scroll(to: self.line(withFocusOf: speakers))
  }

  /// Moves the lines up so that the one with the focus is the last that is seen, where not all are.
  private mutating func scroll(to focus: Int) {
    let hidden = max(0, focus - height + 1)
    badges = badges.map { Badge(text: $0.text, x: $0.x, line: $0.line - hidden) }
    text.y -= hidden
  }

  /// The line that the focus is on: the focused badge's, or the text's.
  func line(withFocusOf speakers: Combobox) -> Int {
    guard let badge = speakers.focusedBadge, badges.indices.contains(badge) else { return text.y }
    return badges[badge].line
  }
}
