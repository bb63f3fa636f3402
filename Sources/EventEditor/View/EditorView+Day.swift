import EventModel
import Foundation
import TerminalKit

extension EditorView {
  /// Draws what else is on that day: in a panel beside the form where there is room, else in one line under the dates.
  mutating func drawDay(of form: EventForm, _ layout: FormLayout) {
    if layout.dayPanel.width > 0 { return drawDayPanel(of: form, layout.dayPanel) }
    guard let day = day(of: form), let slot = layout.slots[.timeZone], layout.isWide,
      form.message(of: .timeZone, in: state) == nil
    else { return }
    let others = events(on: day, form.zoned(state.dates).timeZone)
    let x = slot.value.maxX + 4
    let line = dayLine(others, form, width: size.width - x) ?? ""
    canvas.draw(line, x: x, y: slot.value.y, style: .secondary, width: size.width - x)
  }

  /// What else is on that day, for the status line of a window that has no other room for it; nil where nothing is.
  func dayLine(below form: EventForm) -> String? {
    guard !FormLayout.isWide(size), !form.isListOpen, let day = day(of: form) else { return nil }
    return dayLine(events(on: day, form.zoned(state.dates).timeZone), form, width: size.width)
  }

  private func day(of form: EventForm) -> CivilDay? {
    form.startReading(in: state.dates).instant.map { CivilDay($0, in: form.zoned(state.dates).timeZone) }
  }

  /// For example: "Also that day: 14:00 Compilers, +2"; nil where nothing is on.
  private func dayLine(_ others: [Event], _ form: EventForm, width: Int) -> String? {
    guard let first = others.first, let day = day(of: form) else { return nil }
    let start = "Also that day: \(startClock(first.details, on: day, in: form.zoned(state.dates).timeZone)) "
    let more = others.count > 1 ? ", +\(others.count - 1)" : ""
    let room = width - metrics.width(start) - more.count
    return start + metrics.truncated(first.details.title, to: max(0, room)) + more
  }

  private mutating func drawDayPanel(of form: EventForm, _ panel: Rect) {
    guard let day = day(of: form) else { return }
    for y in panel.y..<panel.maxY { canvas.draw("│", x: panel.x, y: y, style: .border) }
    let area = Rect(x: panel.x + 2, y: panel.y, width: panel.width - 3, height: panel.height)
    let zone = form.zoned(state.dates).timeZone
    let others = events(on: day, zone)
    canvas.draw(day.fullText, x: area.x, y: area.y, style: .heading, width: area.width)
    let lines = others.isEmpty ? ["Nothing else that day"] : lines(for: others, on: day, zone, height: area.height - 1)
    for (offset, line) in lines.enumerated() {
      canvas.draw(line, x: area.x, y: area.y + 1 + offset, style: .secondary, width: area.width)
    }
  }
}
