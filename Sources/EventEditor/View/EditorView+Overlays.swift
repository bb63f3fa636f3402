import TerminalKit

extension EditorView {
  mutating func drawOverlay(_ overlay: Overlay) {
    note(overlay.isClosedFromOutside ? .outside : .cover, Rect(x: 0, y: 0, width: size.width, height: size.height))
    switch overlay {
    case .help(let page): drawHelp(page)
    case .menu(let menu): drawMenu(menu)
    case .question(let question): drawQuestion(question)
    case .merge(let page): drawMerge(page)
    case .history(let page): drawHistory(page)
    case .export(let page): drawExport(page)
    case .record(let record): drawRecord(record)
    case .plan(let page): drawPlan(page)
    }
  }

  private mutating func drawHelp(_ page: HelpPage) {
    let layout = HelpLayout(page.lines, size, metrics)
    let box = layout.box
    let first = min(page.cursor.index, layout.lastTop)
    let shown = layout.rows[first...].prefix(box.height - 2)
    let part = "Help, lines \(first + 1) to \(shown.endIndex) of \(layout.rows.count)"
    note(.cover, box)
    canvas.drawBox(box, title: layout.lastTop == 0 ? "Help" : part)
    canvas.setCursor(Point(x: box.x + 2, y: box.y + 1))
    for (offset, row) in shown.enumerated() {
      for piece in row {
        let x = box.x + 2 + piece.x
        canvas.draw(piece.text, x: x, y: box.y + 1 + offset, style: piece.style, width: box.maxX - 2 - x)
      }
    }
  }

  private mutating func drawMenu(_ menu: Menu) {
    let widest = menu.items.map { metrics.width($0.help) }.max() ?? 0
    let box = centredBox(width: min(size.width, widest + 16), rows: menu.items.count)
    let rows = menu.cursor.visibleRows(height: box.height - 2)
    let isWhole = rows.count == menu.items.count
    canvas.drawBox(
      box, title: isWhole ? "Menu" : "Menu, \(rows.lowerBound + 1) to \(rows.upperBound) of \(menu.items.count)")
    note(.cover, box)
    for (offset, row) in rows.enumerated() {
      let item = menu.items[row]
      let y = box.y + 1 + offset
      let key = item.key?.name ?? ""
      let keyX = box.maxX - 2 - metrics.width(key)
      canvas.draw(item.help, x: box.x + 3, y: y, width: keyX - 1 - (box.x + 3))
      canvas.draw(key, x: keyX, y: y, style: .key)
      note(.menuRow(row), x: box.x + 1, y: y, to: box.maxX - 1)
      if row == menu.cursor.index { mark(y, in: box) }
    }
  }

  private mutating func drawQuestion(_ question: Question) {
    let width = min(size.width, 64)
    let text = metrics.paragraphs(question.text, to: width - 4)
    let labels = question.choices.map { metrics.width(Question.label($0)) + 2 }
    // Side by side where there is room for all of them, else one below the other.
    let areBeside = labels.reduce(0, +) <= width - 3
    let answers = areBeside ? 1 : labels.count
    let box = centredBox(width: width, rows: text.count + 1 + answers)
    canvas.drawBox(box, title: "Please answer")
    // The answers always have room, whatever a long question has.
    for (offset, line) in text.prefix(max(1, box.height - 3 - answers)).enumerated() {
      canvas.draw(line, x: box.x + 2, y: box.y + 1 + offset)
    }
    var place = Point(x: box.x + 2, y: box.maxY - 1 - answers)
    for (index, choice) in question.choices.enumerated() {
      let end = drawAnswer(choice, isSelected: index == question.selected, at: place, to: box.maxX - 1)
      note(.choice(index), x: place.x, y: place.y, to: end)
      place = areBeside ? Point(x: end + 1, y: place.y) : Point(x: place.x, y: place.y + 1)
    }
  }

  private mutating func drawAnswer(_ choice: Question.Choice, isSelected: Bool, at place: Point, to end: Int) -> Int {
    if isSelected { canvas.setCursor(place) }
    return canvas.draw(
      (isSelected ? ">" : " ") + Question.label(choice), x: place.x, y: place.y,
      style: isSelected ? .selected : .text, width: end - place.x)
  }

  /// Marks the row the cursor is on, in text as well as in style.
  private mutating func mark(_ y: Int, in box: Rect) {
    canvas.draw(">", x: box.x + 1, y: y)
    canvas.restyle(Rect(x: box.x + 1, y: y, width: box.width - 2, height: 1), as: .selected)
    canvas.setCursor(Point(x: box.x + 1, y: y))
  }

  func centredBox(width: Int, rows: Int) -> Rect { Self.centredBox(width: width, rows: rows, in: size) }

  /// The box for so many rows in the middle of a window.
  static func centredBox(width: Int, rows: Int, in size: Size) -> Rect {
    let height = min(size.height - 2, rows + 2)
    return Rect(x: (size.width - width) / 2, y: max(0, (size.height - 1 - height) / 2), width: width, height: height)
  }
}

extension Overlay {
  /// Whether a click beside it closes it; what asks something stays until it is answered.
  fileprivate var isClosedFromOutside: Bool {
    switch self {
    case .help, .menu, .history: true
    case .question, .merge, .record, .plan, .export: false
    }
  }
}
