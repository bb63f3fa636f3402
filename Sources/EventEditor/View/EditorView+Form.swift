import EventModel
import TerminalKit

extension EditorView {
  mutating func drawForm(_ form: EventForm) {
    let name = form.target == .new ? "New event" : "Edit event"
    drawHeader(name, aside: form.isChanged ? "* not saved" : "", asideStyle: .warning)
    let layout = FormLayout(form, size: size, metrics: metrics)
    let whole = canvas.bounds
    canvas.bounds = FormLayout.area(size)
    for field in EventField.allCases {
      guard let slot = layout.slots[field] else { continue }
      drawField(field, of: form, in: slot, layout)
      drawLabel(field, of: form, in: slot)
    }
    drawDay(of: form, layout)
    drawOpenList(of: form, layout)
    drawCalendar(of: form, layout)
    drawChoices(of: form, layout)
    canvas.bounds = whole
  }

  /// Draws a field's label; that of the focused one stands on the row of the cursor, also where the field has several.
  private mutating func drawLabel(_ field: EventField, of form: EventForm, in slot: FormLayout.Slot) {
    let isFocused = form.focus == field
    let y = isFocused ? canvas.frame.cursor.y : slot.label.y
    let end = canvas.draw(field.label, x: slot.label.x, y: y, style: isFocused ? .focusedLabel : .label)
    note(.field(field), x: slot.label.x, y: y, to: end)
  }

  private mutating func drawField(
    _ field: EventField, of form: EventForm, in slot: FormLayout.Slot, _ layout: FormLayout
  ) {
    switch field {
    case .speakers: drawSpeakers(form, in: slot, layout)
    case .description: drawDescription(form, in: slot)
    default:
      let picker = form.picker(field)
      guard let editor = picker?.editor ?? form.textField(field)?.editor else { return }
      let end = drawLine(editor, of: field, in: slot.value, isFocused: form.focus == field)
      if picker != nil {
        canvas.draw("v", x: slot.value.maxX + 1, y: slot.value.y, style: .border)
        note(.opener(field), x: slot.value.maxX, y: slot.value.y, to: slot.value.maxX + 2)
      }
      drawMessage(of: field, form, slot, layout, after: picker == nil ? end : slot.value.maxX + 2)
    }
  }

  /// Draws a line being typed, with the cursor if it has the focus, and gives the column after it.
  private mutating func drawLine(_ editor: LineEditor, of field: EventField, in area: Rect, isFocused: Bool) -> Int {
    guard isFocused else {
      note(.text(field, start: 0), area)
      return canvas.draw(editor.text, x: area.x, y: area.y, style: .field, width: area.width)
    }
    let window = editor.window(width: area.width, metrics: metrics)
    canvas.setCursor(Point(x: area.x + window.cursorColumn, y: area.y))
    note(.text(field, start: window.start), area)
    return canvas.draw(window.text, x: area.x, y: area.y, style: .focusedField, width: area.width)
  }

  /// Draws what a field has to say beside it, as far as there is room; the status line has it whole.
  private mutating func drawMessage(
    of field: EventField, _ form: EventForm, _ slot: FormLayout.Slot, _ layout: FormLayout, after end: Int
  ) {
    guard let (message, style) = form.message(of: field, in: state) else { return }
    let x = max(slot.messageX ?? 0, end + 2)
    let limit = layout.isWide && [.venue, .link, .capacity].contains(field) ? slot.value.maxX : layout.width
    canvas.draw(
      fitted(message, to: limit - x, behind: form.textField(field)?.text, style), x: x, y: slot.value.y, style: style,
      width: limit - x)
  }

  /// A message for so many columns: what it quotes stands before it anyway, and what is wrong or odd is marked at least
  /// where a word cut short would tell nobody anything.
  private func fitted(_ message: String, to width: Int, behind text: String?, _ style: Style) -> String {
    guard style != .secondary, width >= Self.leastMessageWidth else { return style == .secondary ? message : "!" }
    guard width < Self.quotingWidth, metrics.width(message) > width, let quoted = text.map({ "'\($0)' " }),
      message.hasPrefix(quoted)
    else { return message }
    return String(message.dropFirst(quoted.count))
  }

  /// The columns from which on the beginning of a message is worth showing.
  private static let leastMessageWidth = 8
  /// The columns from which on there is room for a message with what it quotes.
  private static let quotingWidth = 24

  private mutating func drawSpeakers(_ form: EventForm, in slot: FormLayout.Slot, _ formLayout: FormLayout) {
    let layout = formLayout.badges
    let origin = slot.value
    for (index, badge) in layout.badges.enumerated() where (0..<layout.height).contains(badge.line) {
      let isFocused = form.focus == .speakers && form.speakers.focusedBadge == index
      let place = Point(x: origin.x + badge.x, y: origin.y + badge.line)
      let end = canvas.draw(badge.text, x: place.x, y: place.y, style: isFocused ? .focusedBadge : .badge)
      note(.badge(index), x: place.x, y: place.y, to: end)
      note(.badgeRemoval(index), x: end - 2, y: place.y, to: end)
      if isFocused { canvas.setCursor(place) }
    }
    let isTyping = form.focus == .speakers && form.speakers.focusedBadge == nil
    let text = Rect(x: origin.x + layout.text.x, y: origin.y + layout.text.y, width: layout.text.width, height: 1)
    guard (0..<layout.height).contains(layout.text.y) else { return }
    let end = drawLine(form.speakers.editor, of: .speakers, in: text, isFocused: isTyping)
    drawMessage(of: .speakers, form, FormLayout.Slot(label: slot.label, value: text), formLayout, after: end)
  }

  private mutating func drawDescription(_ form: EventForm, in slot: FormLayout.Slot) {
    let area = slot.value
    let visible = Size(width: area.width, height: max(1, min(area.height, FormLayout.area(size).maxY - area.y)))
    // Unfocused it is read from its beginning; focused it follows the cursor.
    guard form.focus == .description else {
      note(.description(above: 0, width: area.width), area)
      let lines = metrics.paragraphs(form.description.text, to: area.width, prefix: visible.height)
      return drawLines(lines, in: area, style: .field)
    }
    let window = form.description.window(size: visible, metrics: metrics)
    note(.description(above: window.above, width: area.width), area)
    drawLines(window.lines, in: area, style: .focusedField)
    canvas.setCursor(Point(x: area.x + window.cursor.x, y: area.y + window.cursor.y))
  }

  private mutating func drawLines(_ lines: [String], in area: Rect, style: Style) {
    for (offset, line) in lines.enumerated() {
      canvas.draw(line, x: area.x, y: area.y + offset, style: style, width: area.width)
    }
  }
}
