import EventModel
import TerminalKit

extension EditorView {
  /// Draws the times to pick from under the focused date field; the cursor stays in the field's text.
  mutating func drawChoices(of form: EventForm, _ layout: FormLayout) {
    guard let choices = form.choices, choices.isOpen, let slot = layout.slots[form.focus] else { return }
    let top = slot.value.maxY
    canvas.clear(Rect(x: 0, y: top, width: size.width, height: choices.all.count))
    for (row, choice) in choices.all.enumerated() {
      let isHighlighted = row == choices.cursor.index
      let line = Rect(x: slot.value.x - 2, y: top + row, width: size.width - slot.value.x + 2, height: 1)
      canvas.draw((isHighlighted ? "> " : "  ") + choice.label, x: line.x, y: line.y, width: line.width)
      note(.dateChoice(row), line)
      if isHighlighted { canvas.restyle(line, as: .selected) }
    }
  }
}
