import EventModel
import Foundation
import TerminalKit

extension EditorView {
  private static let calendarWidth = 30

  /// Draws the month under the focused date field, and beside it what else is on that day.
  mutating func drawCalendar(of form: EventForm, _ layout: FormLayout) {
    guard let calendar = form.calendar, let slot = layout.slots[form.focus] else { return }
    let zone = form.zoned(state.dates).timeZone
    let firstWeekday = state.preferences.firstWeekday
    let room = max(1, canvas.bounds.maxY - slot.value.maxY - 3)
    let weeks = Self.weeks(calendar.weeks(from: firstWeekday), with: calendar.day, atMost: room)
    let x = max(0, min(slot.value.x - 2, size.width - Self.calendarWidth))
    let box = Rect(x: x, y: slot.value.maxY, width: size.width - x, height: weeks.count + 2)
    let cover = Rect(x: 0, y: box.y, width: size.width, height: box.height)
    canvas.clear(cover)
    note(.cover, cover)
    canvas.draw(calendar.day.monthText, x: box.x + 2, y: box.y, style: .heading)
    canvas.draw(Self.weekdays(from: firstWeekday), x: box.x + 1, y: box.y + 1, style: .label)
    for (row, week) in weeks.enumerated() {
      for (column, day) in week.enumerated() {
        guard let day else { continue }
        drawDay(day, isSelected: day == calendar.day, x: box.x + 1 + column * 4, y: box.y + 2 + row, zone)
      }
    }
    drawEvents(
      on: calendar.day, zone,
      in: Rect(
        x: box.x + Self.calendarWidth, y: box.y, width: box.maxX - box.x - Self.calendarWidth, height: box.height))
  }

  /// The weeks to show where there is no room for all of them: the cursor's is among them.
  private static func weeks(_ weeks: [[CivilDay?]], with day: CivilDay, atMost room: Int) -> ArraySlice<[CivilDay?]> {
    let place = weeks.firstIndex { $0.contains(day) } ?? 0
    let first = min(max(0, place - room / 2), max(0, weeks.count - room))
    return weeks[first..<min(weeks.count, first + room)]
  }

  /// The headings of a month's columns.
  private static func weekdays(from first: Int) -> String {
    let names = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
    return names.indices.map { " " + names[(first + $0) % names.count] }.joined(separator: " ")
  }

  /// Draws a day as `24`, with a star where something is on, in brackets where the cursor is.
  private mutating func drawDay(_ day: CivilDay, isSelected: Bool, x: Int, y: Int, _ zone: TimeZone) {
    let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
    let isBusy = !events(on: day, zone).isEmpty
    if isSelected { canvas.setCursor(Point(x: x + 1, y: y)) }
    let text = isSelected ? "[\(number)]" : " \(number)\(isBusy ? "*" : " ")"
    canvas.draw(text, x: x, y: y, style: isSelected ? .selected : .text)
    note(.day(day), x: x, y: y, to: x + 4)
  }

  private mutating func drawEvents(on day: CivilDay, _ zone: TimeZone, in area: Rect) {
    let events = events(on: day, zone)
    canvas.draw(
      events.isEmpty ? "Nothing else that day" : "That day", x: area.x, y: area.y, style: .label, width: area.width)
    for (offset, line) in lines(for: events, on: day, zone, height: area.height - 1).enumerated() {
      canvas.draw(line, x: area.x, y: area.y + 1 + offset, style: .secondary, width: area.width)
    }
  }

  /// The events of a day other than the one in the form.
  func events(on day: CivilDay, _ zone: TimeZone) -> [Event] {
    let (start, end) = (day.start(in: zone), day.next.start(in: zone))
    return state.list.events(from: start, to: end).filter { event in
      event.details.ends > start && event.details.status != .cancelled && state.form?.target.id != event.id
    }
  }

  /// One line for each event, and how many more there are where not all have room.
  func lines(for events: [Event], on day: CivilDay, _ zone: TimeZone, height: Int) -> [String] {
    let lines = events.map { event in
      let place = event.details.venue.map { ", \($0)" } ?? ""
      return "\(startClock(event.details, on: day, in: zone)) \(event.details.title)\(place)"
    }
    guard lines.count > height, height > 0 else { return Array(lines.prefix(max(0, height))) }
    return lines.prefix(height - 1) + ["and \(lines.count - height + 1) more"]
  }
}

extension SaveTarget {
  /// The event that is saved over; nil for a new one.
  var id: Event.ID? {
    if case .existing(let id, _) = self { return id }
    return nil
  }
}
