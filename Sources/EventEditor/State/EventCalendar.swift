import EventModel
import Foundation

/// A day, a week or a month of events, shown instead of the list: the day the cursor is on, and an event of that day.
struct EventCalendar: Equatable, Sendable {
  /// How much is shown at a time.
  enum Layout: CaseIterable, Sendable {
    case day, week, month

    /// What it is called on the screen.
    var label: String {
      switch self {
      case .day: "day"
      case .week: "week"
      case .month: "month"
      }
    }
  }

  var layout: Layout
  private var month: MonthCalendar
  /// The event that was gone to; nil for the day's first.
  var event: Event.ID?
  /// Whether the keys move among the events of the day rather than from day to day.
  var isAmongEvents: Bool
  /// The day that weeks begin with, 0 for Sunday.
  let firstWeekday: Int

  init(_ layout: Layout, on day: CivilDay, event: Event.ID?, firstWeekday: Int) {
    self.layout = layout
    self.firstWeekday = firstWeekday
    month = MonthCalendar(day)
    self.event = event
    isAmongEvents = layout == .day
  }

  /// The day the cursor is on.
  var day: CivilDay { month.day }

  /// The weeks of the day's month, with nil where a week begins or ends in another month.
  var weeks: [[CivilDay?]] { month.weeks(from: firstWeekday) }

  /// The days of the day's week.
  var week: [CivilDay] {
    let first = day.adding(days: -((day.weekday - firstWeekday + 7) % 7)) ?? day
    return (0..<7).compactMap { first.adding(days: $0) }
  }

  /// The days that are shown, in order.
  var days: [CivilDay] {
    switch layout {
    case .day: [day]
    case .week: week
    case .month: weeks.joined().compactMap { $0 }
    }
  }

  mutating func move(_ move: MonthCalendar.Move) {
    month.move(move)
    event = nil
  }

  /// Takes a day that was clicked on.
  mutating func choose(_ day: CivilDay) {
    go(to: day)
    isAmongEvents = layout == .day
  }

  /// Takes an event of the day that was clicked on.
  mutating func choose(_ event: Event.ID) {
    self.event = event
    isAmongEvents = true
  }

  mutating func go(to day: CivilDay, event: Event.ID? = nil) {
    month = MonthCalendar(day)
    self.event = event
  }
}

extension EventList {
  /// The contexts of what is shown instead of the list, nearest first.
  var contexts: [KeyContext] {
    guard let calendar else { return [] }
    return calendar.isAmongEvents ? [.dayEvents] : [.days]
  }

  /// Positions of the events on a day that the filter lets through, by start.
  func positions(on day: CivilDay, in zone: TimeZone) -> [Int] {
    positions(from: day.start(in: zone), to: day.next.start(in: zone))
  }

  /// Positions of the events between two moments that the filter lets through, by start.
  func positions(from start: Instant, to end: Instant) -> [Int] {
    let positions = snapshot.positions(from: start, to: end)
    return matching.map { matching in positions.filter { matching[$0] } } ?? positions
  }

  /// The events of each day in a row that the filter lets through.
  func positions(on days: [CivilDay], in zone: TimeZone) -> [CivilDay: [Int]] {
    guard let first = days.first, let last = days.last else { return [:] }
    let bounds = days.map { $0.start(in: zone) } + [last.next.start(in: zone)]
    var result: [CivilDay: [Int]] = [:]
    for position in positions(from: first.start(in: zone), to: bounds.last ?? first.start(in: zone)) {
      let details = events[position].details
      for (index, day) in days.enumerated() where details.starts < bounds[index + 1] && details.ends > bounds[index] {
        result[day, default: []].append(position)
      }
    }
    return result
  }
}
