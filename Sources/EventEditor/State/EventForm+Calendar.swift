import EventModel
import TerminalKit

extension EventForm {
  /// Opens the calendar under the focused date field, on the day it holds.
  mutating func openCalendar(_ context: DateContext) {
    let zone = zoned(context).timeZone
    let start = startReading(in: context).instant
    let held = focus == .ends ? endReading(after: start, in: context).instant : start
    calendar = MonthCalendar(CivilDay(held ?? start ?? context.now, in: zone))
  }

  /// Takes the calendar's day into the field, with the time that stood there before.
  mutating func takeCalendarDay(_ context: DateContext) {
    guard let day = calendar?.day, let path = Self.textFields[focus] else { return }
    let start = startReading(in: context).instant
    let held = focus == .ends ? endReading(after: start, in: context).instant : start
    let time = held.map { clockText($0, in: zoned(context).timeZone) } ?? ""
    self[keyPath: path] = TextField("\(day.isoText) \(time)")
    calendar = nil
  }
}
