import TerminalKit

@testable import EventEditor

extension EditorScreen {
  /// Clicks on the first place where a text is drawn, so many columns into it.
  mutating func click(_ text: String, offset: Int = 0, inLineWith other: String? = nil) {
    for y in frame.rows.indices where other.map(frame.line(y).contains) ?? true {
      guard let column = column(of: text, in: y) else { continue }
      return click(x: column + offset, y: y)
    }
  }

  mutating func click(x: Int, y: Int) { turn(.left, x: x, y: y) }

  mutating func turn(_ button: MouseInput.Button, x: Int = 5, y: Int = 5) {
    send(.input(.mouse(MouseInput(button, at: Point(x: x, y: y)))))
  }

  /// The column at which a text begins in a row.
  private func column(of text: String, in row: Int) -> Int? {
    let cells = frame.rows[row].map(\.text)
    return cells.indices.first { !cells[$0].isEmpty && cells[$0...].joined().hasPrefix(text) }
  }
}
