import EventModel
import TerminalKit

extension EditorState {
  /// Shows the events in the next way: list, day, week, month, and the list again.
  mutating func changeView() {
    let layouts = EventCalendar.Layout.allCases
    guard let calendar = list.calendar else {
      let event = list.selected
      let day = CivilDay(event?.details.starts ?? dates.now, in: dates.timeZone)
      list.calendar = EventCalendar(.day, on: day, event: event?.id, firstWeekday: preferences.firstWeekday)
      return
    }
    guard let index = layouts.firstIndex(of: calendar.layout), index + 1 < layouts.count else { return leaveCalendar() }
    list.calendar = EventCalendar(
      layouts[index + 1], on: calendar.day, event: calendar.event, firstWeekday: preferences.firstWeekday)
  }

  /// Goes back to the list, with its cursor on the event that the calendar's was on.
  mutating func leaveCalendar() {
    if let event = highlighted { list.select(event.id) }
    list.calendar = nil
  }

  /// Carries out a command of the calendars.
  mutating func performDays(_ command: Command) {
    switch command {
    case .moveInCalendar(let move): list.calendar?.move(move)
    case .goToToday: list.calendar?.go(to: CivilDay(dates.now, in: dates.timeZone))
    default: break
    }
  }

  /// Goes from the days into the events of one, and back; a single day has only its events.
  mutating func changePane() {
    if list.calendar?.layout == .day { moveInList(.down) } else { list.calendar?.isAmongEvents.toggle() }
  }

  /// Moves in the list, or among the events of the calendar's day; in the view of one day on to the days beside it.
  mutating func moveInList(_ move: ListCursor.Move, crossesDays: Bool = true) {
    guard let calendar = list.calendar else { return list.move(move, page: max(1, size.height - 5)) }
    let ids = list.positions(on: calendar.day, in: dates.timeZone).map { list.events[$0].id }
    var cursor = ListCursor()
    cursor.setCount(ids.count)
    cursor.select(calendar.event.flatMap(ids.firstIndex) ?? 0)
    let before = cursor.index
    cursor.move(move, page: max(1, size.height - 5))
    if ids.indices.contains(cursor.index) { list.calendar?.event = ids[cursor.index] }
    guard crossesDays, calendar.layout == .day, cursor.index == before || ids.isEmpty else { return }
    if move == .down { list.calendar?.move(.days(1)) }
    if move == .up {
      list.calendar?.move(.days(-1))
      if let day = list.calendar?.day, let last = list.positions(on: day, in: dates.timeZone).last {
        let id = list.events[last].id
        list.calendar?.event = id
      }
    }
  }
}
