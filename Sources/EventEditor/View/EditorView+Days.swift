import EventModel
import Foundation
import TerminalKit

// The views of a day, a week and a month: cells for the days, and under them the events of the day the cursor is on.

extension EditorView {
  /// Draws the events as a day, a week or a month; times are those of the user's own zone.
  mutating func drawCalendar(_ calendar: EventCalendar, in area: Rect) {
    if !state.list.isFiltering { canvas.setCursor(Point(x: 0, y: area.y)) }
    switch calendar.layout {
    case .day: drawDayEvents(calendar, in: area)
    case .week: drawWeek(calendar, in: area)
    case .month: drawMonth(calendar, in: area)
    }
  }

  // MARK: - Week

  private mutating func drawWeek(_ calendar: EventCalendar, in area: Rect) {
    let days = calendar.week
    let busiest = days.map { state.list.positions(on: $0, in: zone).count }.max() ?? 0
    let least = calendar.isAmongEvents ? 3 : 1
    let width = area.width / 7
    let wanted = width - 1 < Self.leastClockWidth ? 1 : max(1, busiest)
    let rows = min(wanted, max(1, (area.height - 1) / 2), max(1, area.height - 1 - least))
    for (column, day) in days.enumerated() {
      let cell = Rect(x: column * width, y: area.y, width: width - 1, height: 1 + rows)
      drawWeekDay(day, calendar, in: cell)
    }
    let top = area.y + 1 + rows
    drawDayEvents(calendar, in: Rect(x: 0, y: top, width: area.width, height: area.maxY - top))
  }

  /// The columns that a time of day has.
  private static let leastClockWidth = 5

  private mutating func drawWeekDay(_ day: CivilDay, _ calendar: EventCalendar, in cell: Rect) {
    note(.eventDay(day), cell)
    let number = mark(day, calendar)
    let name = cell.width >= 9 ? "\(day.shortText.prefix(3)) \(number)" : number
    drawDayNumber(name, day, calendar, x: cell.x, y: cell.y, width: cell.width)
    let events = state.list.positions(on: day, in: zone).map { state.list.events[$0] }
    guard cell.width >= Self.leastClockWidth else {
      let count = events.isEmpty ? "" : "\(events.count)"
      canvas.draw(count, x: cell.x + 1, y: cell.y + 1, style: .badge, width: cell.width - 1)
      return
    }
    let room = cell.height - 1
    for (offset, event) in events.prefix(events.count > room ? room - 1 : room).enumerated() {
      let text = "\(startClock(event.details, on: day, in: zone)) \(event.details.title)"
      canvas.draw(
        cell.width >= 9 ? text : startClock(event.details, on: day, in: zone), x: cell.x, y: cell.y + 1 + offset,
        width: cell.width)
    }
    guard events.count > room else { return }
    canvas.draw(
      "+\(events.count - room + 1)", x: cell.x, y: cell.maxY - 1, style: .secondary, width: cell.width)
  }

  // MARK: - Month

  private mutating func drawMonth(_ calendar: EventCalendar, in area: Rect) {
    let weeks = calendar.weeks
    let width = area.width / 7
    for (column, day) in calendar.week.enumerated() {
      let name = width >= 5 ? String(day.shortText.prefix(3)) : String(day.shortText.prefix(2))
      canvas.draw(name, x: column * width + 1, y: area.y, style: .label, width: width - 1)
    }
    let least = calendar.isAmongEvents ? 3 : 1
    let room = max(1, area.height - 1 - least)
    let height = weeks.count * 2 + 4 <= area.height - 1 ? 2 : 1
    let shown = min(weeks.count, max(1, room / height))
    let current = weeks.firstIndex { $0.contains(calendar.day) } ?? 0
    let first = min(max(0, current - shown / 2), weeks.count - shown)
    let busy = state.list.positions(on: calendar.days, in: zone)
    for (row, week) in weeks[first..<(first + shown)].enumerated() {
      for (column, day) in week.enumerated() {
        guard let day else { continue }
        let cell = Rect(x: column * width, y: area.y + 1 + row * height, width: width - 1, height: height)
        drawMonthDay(day, busy[day] ?? [], calendar, in: cell)
      }
    }
    let top = area.y + 1 + shown * height
    drawDayEvents(calendar, in: Rect(x: 0, y: top, width: area.width, height: area.maxY - top))
  }

  /// Draws a day's number, how many events it has, and the first of them where there is room.
  private mutating func drawMonthDay(_ day: CivilDay, _ events: [Int], _ calendar: EventCalendar, in cell: Rect) {
    note(.eventDay(day), cell)
    let end = drawDayNumber(mark(day, calendar), day, calendar, x: cell.x, y: cell.y, width: cell.width)
    if !events.isEmpty {
      let isWide = cell.width >= 8
      let count = events.count > 9 && cell.width < 6 ? "+" : "\(events.count)"
      canvas.draw(count, x: isWide ? end + 1 : end, y: cell.y, style: .badge)
    }
    guard cell.height > 1, let first = events.first else { return }
    canvas.draw(
      state.list.events[first].details.title, x: cell.x + 1, y: cell.y + 1, style: .secondary, width: cell.width - 1)
  }

  /// The number of a day: in brackets where the cursor is, in round ones if it is today.
  private func mark(_ day: CivilDay, _ calendar: EventCalendar) -> String {
    let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
    if day == calendar.day { return "[\(number)]" }
    return day == today ? "(\(number))" : " \(number) "
  }

  @discardableResult
  private mutating func drawDayNumber(
    _ text: String, _ day: CivilDay, _ calendar: EventCalendar, x: Int, y: Int, width: Int
  ) -> Int {
    let isHere = day == calendar.day
    let style: Style = isHere && !calendar.isAmongEvents ? .selected : day == today ? .heading : .text
    let end = canvas.draw(text, x: x, y: y, style: style, width: width)
    if isHere, !calendar.isAmongEvents, !state.list.isFiltering { canvas.setCursor(Point(x: x, y: y)) }
    return end
  }

  // MARK: - The day

  /// Draws the day the cursor is on, in words, and its events.
  private mutating func drawDayEvents(_ calendar: EventCalendar, in area: Rect) {
    guard area.height > 0 else { return }
    let events = state.list.positions(on: calendar.day, in: zone).map { state.list.events[$0] }
    canvas.draw(dayHeading(calendar.day, events.count), x: 0, y: area.y, style: .heading, width: area.width)
    let rows = Rect(x: 0, y: area.y + 1, width: area.width, height: area.height - 1)
    guard !events.isEmpty else {
      if calendar.isAmongEvents, !state.list.isFiltering { canvas.setCursor(Point(x: 0, y: area.y)) }
      return
    }
    let current = events.firstIndex { $0.id == calendar.event } ?? 0
    var cursor = ListCursor()
    cursor.setCount(events.count)
    cursor.select(current)
    for (offset, row) in cursor.visibleRows(height: rows.height).enumerated() {
      drawEvent(events[row], on: calendar.day, isHere: row == current, y: rows.y + offset)
      note(.dayEvent(events[row].id), x: 0, y: rows.y + offset, to: rows.maxX)
      guard row == current, calendar.isAmongEvents else { continue }
      canvas.restyle(Rect(x: 0, y: rows.y + offset, width: rows.width, height: 1), as: .selected)
      if !state.list.isFiltering { canvas.setCursor(Point(x: 0, y: rows.y + offset)) }
    }
  }

  /// For example: "Tue 24 Nov 2026, tomorrow: 3 events, times in Europe/London".
  private func dayHeading(_ day: CivilDay, _ count: Int) -> String {
    let near = [(-1, "yesterday"), (0, "today"), (1, "tomorrow")].first { today.adding(days: $0.0) == day }
    let name = day.fullText + (near.map { ", \($0.1)" } ?? "")
    let number =
      switch count {
      case 0:
        state.list.filter.isEmpty
          ? "no events; \(state.keyName(of: .newEvent)) makes one" : "no event matches the filter"
      case 1: "1 event"
      default: "\(grouped(count)) events"
      }
    return count == 0 ? "\(name): \(number)" : "\(name): \(number), times in \(zone.displayName)"
  }

  private mutating func drawEvent(_ event: Event, on day: CivilDay, isHere: Bool, y: Int) {
    let details = event.details
    if isHere { canvas.draw(">", x: 0, y: y, style: .heading) }
    if state.list.isMarked(event.id) { canvas.draw("*", x: 1, y: y, style: .badge) }
    let isWide = size.width >= 60
    canvas.draw(clocks(event.details, on: day, in: zone), x: 2, y: y, width: 12)
    let end = canvas.draw(details.title, x: 14, y: y, width: size.width - 14 - (isWide ? 11 : 0))
    guard isWide else { return }
    let place = [details.venue, details.city].compactMap(\.self).joined(separator: ", ")
    let room = size.width - 11 - end - 2
    if !place.isEmpty, room > 4 { canvas.draw(place, x: end + 2, y: y, style: .secondary, width: room) }
    canvas.draw(details.status.rawValue, x: size.width - 10, y: y, width: 10)
  }

  private var zone: TimeZone { state.dates.timeZone }
  private var today: CivilDay { CivilDay(state.dates.now, in: zone) }
}
