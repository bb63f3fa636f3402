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
    let room = box.height - top - 1
    let detail = detail(of: page, width: box.width - 5, atMost: min(room - 4, max(6, room / 2 + 1)))
    let height = room - (detail.isEmpty ? 0 : detail.count + 1)
    for (offset, row) in page.cursor.visibleRows(height: max(1, height / 3)).enumerated() {
      drawClash(page, row, y: top + offset * 3, width: box.width - 4)
    }
    for (offset, line) in detail.enumerated() {
      canvas.draw(line.text, x: 3, y: box.maxY - 1 - detail.count + offset, style: line.style, width: box.width - 5)
    }
  }

  /// Both values of the field the cursor is on, from where they differ on, when a line each has no room for them.
  private func detail(of page: MergePage, width: Int, atMost height: Int) -> [(text: String, style: Style)] {
    guard height >= 2, page.merge.clashes.indices.contains(page.cursor.index) else { return [] }
    let clash = page.merge.clashes[page.cursor.index]
    let values = ClashValues(clash, of: page.merge)
    let isCut = [values.mine, values.theirs].contains { text in
      text.contains("\n") || metrics.width(text) > width - 8 - max(5, metrics.width(page.merge.theirs.updatedBy))
    }
    guard isCut else { return [] }
    let (mine, theirs) = values.fromDifference
    let texts = [("yours: " + mine, clash.keepsMine), ("\(page.merge.theirs.updatedBy): " + theirs, !clash.keepsMine)]
    // Beyond what there is room for nothing need be counted.
    let wanted = texts.map { metrics.paragraphs($0.0, to: width, prefix: height).count }
    // What one side does not need the other may have.
    let first = min(wanted[0], max(height / 2, height - wanted[1]))
    let rooms = [first, height - first]
    return zip(texts, rooms).flatMap { text, room in
      metrics.paragraphs(text.0, to: width, atMost: room).map { ($0, text.1 ? Style.field : .secondary) }
    }
  }

  private mutating func drawClash(_ page: MergePage, _ row: Int, y: Int, width: Int) {
    let clash = page.merge.clashes[row]
    let isHere = row == page.cursor.index
    canvas.draw((isHere ? "> " : "  ") + clash.field.label, x: 2, y: y, style: isHere ? .focusedLabel : .label)
    if isHere { canvas.setCursor(Point(x: 2, y: y)) }
    let user = page.merge.theirs.updatedBy
    let values = ClashValues(clash, of: page.merge).lines(to: width - 9 - max(5, metrics.width(user)), metrics)
    for (offset, (value, name, isMine)) in [(values.mine, "yours", true), (values.theirs, user, false)].enumerated() {
      let mark = clash.keepsMine == isMine ? "(x)" : "( )"
      let text = "\(mark) \(name): \(value)"
      canvas.draw(
        text, x: 5, y: y + 1 + offset, style: clash.keepsMine == isMine ? .field : .secondary, width: width - 3)
      note(.clash(row, keepsMine: isMine), x: 2, y: y + 1 + offset, to: 2 + width)
    }
  }
}
