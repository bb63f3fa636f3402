import EventModel

/// The calendar of a date field: a day in its month.
struct MonthCalendar: Equatable, Sendable {
  /// The day the cursor is on.
  private(set) var day: CivilDay

  init(_ day: CivilDay) {
    self.day = day
  }

  /// A way to move in the calendar.
  enum Move: Hashable, Sendable {
    case days(Int)
    case months(Int)
  }

  /// Moves the cursor; at the ends of the calendar's years it stays.
  mutating func move(_ move: Move) {
    switch move {
    case .days(let count): day = day.adding(days: count) ?? day
    case .months(let count): day = day.adding(months: count) ?? day
    }
  }

  /// Moves the cursor to a day.
  mutating func select(_ day: CivilDay) {
    self.day = day
  }

  /// The weeks of the month, with nil where a week begins or ends in another month.
  ///
  /// They begin with the given weekday, 0 for Sunday.
  func weeks(from firstWeekday: Int) -> [[CivilDay?]] {
    guard let first = day.adding(days: 1 - day.day) else { return [] }
    let lead = (first.weekday - firstWeekday + 7) % 7
    let days = (0..<31).compactMap { first.adding(days: $0) }.filter { $0.month == first.month }
    let cells: [CivilDay?] = Array(repeating: nil, count: lead) + days
    return stride(from: 0, to: cells.count, by: 7).map { start in
      let week = cells[start..<min(start + 7, cells.count)]
      return week + Array(repeating: nil, count: 7 - week.count)
    }
  }
}
