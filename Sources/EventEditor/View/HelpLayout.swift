import TerminalKit

/// How help is laid out in a window: keys and what they do beside each other, or below each other in a narrow one.
///
/// What does not fit into a row goes on in the next.
struct HelpLayout {
  /// A run of text in a row, so many columns from the left.
  struct Piece: Equatable {
    let text: String
    let x: Int
    let style: Style
  }

  let rows: [[Piece]]
  /// Where the help stands in the window.
  let box: Rect

  /// The first row where the last ones are in view.
  var lastTop: Int { max(0, rows.count - max(0, box.height - 2)) }

  /// The fewest columns in which keys and what they do have room beside each other.
  private static let leastWidthBeside = 50
  private static let widestKeys = 32

  init(_ lines: [HelpLine], _ size: Size, _ metrics: TextMetrics) {
    let width = min(size.width, 78)
    let room = max(1, width - 4)
    let longest = lines.map { $0.keysWidth(metrics) }.max() ?? 0
    let keys = room < Self.leastWidthBeside ? nil : min(longest, Self.widestKeys, room * 4 / 9)
    rows = lines.flatMap { Self.rows($0, keys: keys, to: room, metrics) }
    box = EditorView.centredBox(width: width, rows: rows.count, in: size)
  }

  /// The rows of a line; without columns for its keys, what they do stands below them.
  private static func rows(_ line: HelpLine, keys width: Int?, to room: Int, _ metrics: TextMetrics) -> [[Piece]] {
    switch line {
    case .heading(let text): return metrics.paragraphs(text, to: room).map { [Piece(text: $0, x: 0, style: .heading)] }
    case .key(let keys, let help):
      let x = width.map { $0 + 3 } ?? 3
      let left = metrics.paragraphs(keys, to: width ?? room - 1).map { Piece(text: $0, x: 1, style: .key) }
      let right = metrics.paragraphs(help, to: room - x).map { Piece(text: $0, x: x, style: .text) }
      guard width != nil else { return (left + right).map { [$0] } }
      return (0..<max(left.count, right.count)).map { row in
        [left, right].compactMap { $0.indices.contains(row) ? $0[row] : nil }
      }
    }
  }
}

extension HelpLine {
  /// The columns of its keys.
  fileprivate func keysWidth(_ metrics: TextMetrics) -> Int {
    guard case .key(let keys, _) = self else { return 0 }
    return metrics.width(keys)
  }
}
