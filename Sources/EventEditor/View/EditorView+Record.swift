import EventModel
import TerminalKit

extension EditorView {
  private static let recordLabelWidth = 10
  /// The rows of a member that may hold line breaks.
  private static let linesOfText = 5

  private static func recordWidth(_ size: Size) -> Int { min(size.width, 74) }

  /// The columns that a member's text has in a window.
  static func memberWidth(_ size: Size) -> Int { recordWidth(size) - 4 - recordLabelWidth }

  /// Draws the small form of a record, with what is wrong at its foot.
  mutating func drawRecord(_ record: RecordForm) {
    let width = Self.recordWidth(size)
    // What is wrong comes before a long text: nobody could tell else why nothing is stored.
    let room = size.height - 3 - record.labels.count
    let problem = record.problem.map { metrics.paragraphs($0, to: width - 4, atMost: max(1, room)) } ?? []
    let textRows = max(1, min(Self.linesOfText, room + 1 - problem.count))
    let heights = record.labels.indices.map { record.isMultiline($0) ? textRows : 1 }
    let wanted = heights.reduce(0, +) + problem.count + 2
    let height = min(size.height - 1, wanted)
    let box = Rect(x: (size.width - width) / 2, y: max(0, (size.height - 1 - height) / 2), width: width, height: height)
    let verb = record.row == nil ? "New" : "Change"
    canvas.drawBox(box, title: "\(verb) \(record.collection.singular) in the catalogue")
    var y = box.y + 1
    for (index, label) in record.labels.enumerated() {
      let room = max(1, min(heights[index], box.maxY - 1 - y))
      let area = Rect(
        x: box.x + 2 + Self.recordLabelWidth, y: y, width: Self.memberWidth(size), height: room)
      drawMember(index, label, of: record, in: area)
      y += room
    }
    for (offset, line) in problem.enumerated() where y + offset < box.maxY - 1 {
      canvas.draw(line, x: box.x + 2, y: y + offset, style: .error, width: box.width - 4)
    }
  }

  private mutating func drawMember(_ index: Int, _ label: String, of record: RecordForm, in area: Rect) {
    let isFocused = index == record.focus
    note(.member(index), area)
    let editor = record.editors[index]
    // Unfocused it is read from its beginning; focused it follows the cursor.
    let (lines, cursor) =
      isFocused
      ? window(of: editor, area)
      : (metrics.paragraphs(editor.text, to: area.width, prefix: area.height), Point(x: 0, y: 0))
    for (offset, line) in lines.enumerated() {
      canvas.draw(
        line, x: area.x, y: area.y + offset, style: isFocused ? .focusedField : .field, width: area.width)
    }
    let y = area.y + cursor.y
    canvas.draw(label, x: area.x - Self.recordLabelWidth, y: y, style: isFocused ? .focusedLabel : .label)
    if isFocused { canvas.setCursor(Point(x: area.x + cursor.x, y: y)) }
  }

  private func window(of editor: TextEditor, _ area: Rect) -> ([String], Point) {
    let window = editor.window(size: Size(width: area.width, height: area.height), metrics: metrics)
    return (window.lines, window.cursor)
  }
}
