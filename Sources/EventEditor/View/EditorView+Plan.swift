import EventModel
import TerminalKit

extension EditorView {
  /// Draws what a sync would do, line by line, with the line the cursor is on in full.
  mutating func drawPlan(_ page: PlanPage) {
    let box = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
    let width = box.width - 5
    let count = page.lines.count
    canvas.drawBox(
      box, title: "What the sync would change: line \(grouped(page.cursor.index + 1)) of \(grouped(count))")
    let whole = page.lines.indices.contains(page.cursor.index) ? page.lines[page.cursor.index].text : ""
    // A line that is too long for its row is read below the others.
    let detail = metrics.width(whole) > width ? Array(metrics.paragraphs(whole, to: width).prefix(4)) : []
    let height = max(1, box.height - 2 - (detail.isEmpty ? 0 : detail.count + 1))
    for (offset, row) in page.cursor.visibleRows(height: height).enumerated() {
      draw(page.lines[row], y: 1 + offset, isHere: row == page.cursor.index, width: width)
      note(.planRow(row), x: 1, y: 1 + offset, to: box.maxX - 1)
    }
    for (offset, line) in detail.enumerated() {
      canvas.draw(line, x: 3, y: height + 2 + offset, style: .secondary, width: width)
    }
  }

  private mutating func draw(_ line: PlanPage.Line, y: Int, isHere: Bool, width: Int) {
    let style: Style =
      switch line.kind {
      case .collection: .heading
      case .change: .text
      case .problem: .error
      }
    canvas.draw(metrics.truncated(line.text, to: width), x: 3, y: y, style: style, width: width)
    guard isHere else { return }
    canvas.draw(">", x: 1, y: y)
    canvas.restyle(Rect(x: 1, y: y, width: size.width - 2, height: 1), as: .selected)
    canvas.setCursor(Point(x: 1, y: y))
  }
}
