import EventModel
import TerminalKit

extension EditorView {
  /// Draws who changed an event, when and what.
  mutating func drawHistory(_ page: HistoryPage) {
    let width = min(size.width, 100) - 4
    var rows: [(text: String, style: Style)] = []
    var top = 0
    for (index, line) in page.lines.enumerated() {
      if index == page.cursor.index { top = rows.count }
      switch line {
      case .change(let text): rows.append((metrics.truncated(text, to: width), .label))
      case .field(let text): rows += metrics.paragraphs(text, to: width - 4).map { ("    " + $0, .text) }
      }
    }
    let box = centredBox(width: width + 4, rows: rows.count)
    note(.cover, box)
    canvas.drawBox(box, title: page.title)
    let height = box.height - 2
    let first = min(top, max(0, rows.count - height))
    for (offset, row) in rows[first...].prefix(height).enumerated() {
      canvas.draw(row.text, x: box.x + 2, y: box.y + 1 + offset, style: row.style, width: width)
    }
    canvas.setCursor(Point(x: box.x + 2, y: box.y + 1))
    guard rows.count > height else { return }
    let place = " lines \(first + 1) to \(min(rows.count, first + height)) of \(rows.count) "
    canvas.draw(place, x: box.maxX - 2 - metrics.width(place), y: box.maxY - 1, style: .secondary)
  }

  /// Draws the question how and where to events are exported.
  mutating func drawExport(_ page: ExportPage) {
    let box = centredBox(width: min(size.width, 64), rows: 3)
    note(.cover, box)
    canvas.drawBox(box, title: "Export: \(page.what)")
    var x = canvas.draw("Format  ", x: box.x + 2, y: box.y + 1, style: .label)
    for format in ExportFormat.allCases {
      let isChosen = format == page.format
      let text = isChosen ? "(x) \(format.rawValue)" : "( ) \(format.rawValue)"
      x = canvas.draw(text, x: x, y: box.y + 1, style: isChosen ? .focusedField : .text) + 2
    }
    let start = canvas.draw("File    ", x: box.x + 2, y: box.y + 2, style: .focusedLabel)
    let window = page.file.window(width: box.maxX - 2 - start, metrics: metrics)
    canvas.draw(window.text, x: start, y: box.y + 2, style: .focusedField, width: box.maxX - 2 - start)
    canvas.setCursor(Point(x: start + window.cursorColumn, y: box.y + 2))
    canvas.draw(
      "A file that is there is never replaced unasked.", x: box.x + 2, y: box.y + 3, style: .secondary,
      width: box.width - 4)
  }
}
