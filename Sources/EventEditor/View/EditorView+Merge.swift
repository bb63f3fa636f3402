import EventModel
import Foundation
import TerminalKit

extension EditorView {
  /// Draws the fields that two people have changed, with both values and a mark at the one that is kept.
  mutating func drawMerge(_ page: MergePage) {
    let theirs = page.merge.theirs
    let box = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
    canvas.drawBox(box, title: "Changed by two")
    let saved = momentText(theirs.updatedAt, now: state.dates.now, in: state.dates.timeZone)
    let head = "\(theirs.updatedBy) saved this event on \(saved), after you opened it. Choose for each field:"
    // However long the names are, one field with both values has room.
    let lines = metrics.paragraphs(head, to: box.width - 4).prefix(max(1, box.height - 6))
    for (offset, line) in lines.enumerated() { canvas.draw(line, x: 2, y: 1 + offset, width: box.width - 4) }
    let top = 2 + lines.count
    for (offset, row) in page.cursor.visibleRows(height: max(1, (box.height - top - 1) / 3)).enumerated() {
      drawClash(page, row, y: top + offset * 3, width: box.width - 4)
    }
  }

  private mutating func drawClash(_ page: MergePage, _ row: Int, y: Int, width: Int) {
    let clash = page.merge.clashes[row]
    let isHere = row == page.cursor.index
    canvas.draw((isHere ? "> " : "  ") + clash.field.label, x: 2, y: y, style: isHere ? .focusedLabel : .label)
    if isHere { canvas.setCursor(Point(x: 2, y: y)) }
    let sides = [(page.merge.mine, "yours", true), (page.merge.theirs.details, page.merge.theirs.updatedBy, false)]
    for (offset, (details, name, isMine)) in sides.enumerated() {
      let mark = clash.keepsMine == isMine ? "(x)" : "( )"
      // Each side's times are by its own zone, which may be another.
      let zone = [.starts, .ends].contains(clash.field) ? " \(details.timeZone)" : ""
      let text = "\(mark) \(name): \(cleanedLine(clash.field.text(of: details)))\(zone)"
      canvas.draw(
        text, x: 5, y: y + 1 + offset, style: clash.keepsMine == isMine ? .field : .secondary, width: width - 3)
      note(.clash(row, keepsMine: isMine), x: 2, y: y + 1 + offset, to: 2 + width)
    }
  }
}
