extension DateParser {
  /// Takes a day in any of its spellings; nil where the next word does not begin one.
  mutating func day() throws(DateMistake) -> CivilDay? {
    var ahead = self
    _ = ahead.skip("on")
    _ = ahead.skip("the")
    guard let day = try ahead.dayItself() else { return nil }
    self = ahead
    return day
  }

  private mutating func dayItself() throws(DateMistake) -> CivilDay? {
    if let day = try namedDay() { return day }
    if let day = try relativeDay() { return day }
    if let day = try dayOfWeek() { return day }
    if let day = try weekday() { return day }
    return try calendarDay()
  }

  private mutating func namedDay() throws(DateMistake) -> CivilDay? {
    let days: Int
    if skip("today") {
      days = 0
    } else if skip("tomorrow") {
      days = 1
    } else if skip("yesterday") {
      days = -1
    } else if letters(1) == "after", letters(2) == "tomorrow", skip("day") {
      position += 2
      days = 2
    } else {
      return nil
    }
    return try shifted(reference.today, by: days)
  }

  /// Takes `+2d`, `+1w`, `in 2 weeks`, `in a month`.
  private mutating func relativeDay() throws(DateMistake) -> CivilDay? {
    if let months = monthsInWords() { return try later(byMonths: months) }
    var ahead = self
    guard let length = ahead.signedLength() ?? ahead.lengthInWords(), length.seconds == 0 else { return nil }
    self = ahead
    return try shifted(reference.from, by: length.days)
  }

  /// Takes `this fri` and `next fri`, of weeks that begin on Monday, `next week` and `next month`.
  private mutating func dayOfWeek() throws(DateMistake) -> CivilDay? {
    guard let which = letters(), ["this", "next"].contains(which), let word = letters(1) else { return nil }
    let from = reference.from
    if which == "next", word == "week" || word == "month" {
      position += 2
      return word == "week" ? try shifted(from, by: 7) : try later(byMonths: 1)
    }
    guard let weekday = CalendarNames.weekday(word) else { return nil }
    let typed = "'\(which) \(word)'"
    position += 2
    let ahead = (weekday + 6) % 7 - (from.weekday + 6) % 7
    guard which == "this" else {
      dayNote = ", \(CalendarNames.weekdays[weekday]) of next week"
      return try shifted(from, by: ahead + 7)
    }
    let day = try shifted(from, by: ahead)
    guard ahead >= 0 else {
      let next = try shifted(day, by: 7)
      throw DateMistake(
        "\(typed) could be \(day.fullText) or \(next.fullText): write \(day.isoText) or \(next.isoText)")
    }
    return day
  }

  private func later(byMonths months: Int) throws(DateMistake) -> CivilDay {
    guard let day = reference.from.adding(months: months) else { throw .outsideYears }
    return day
  }

  /// Takes `fri`, or `fri 24 nov` where that is a Friday.
  private mutating func weekday() throws(DateMistake) -> CivilDay? {
    guard let word = letters(), let weekday = CalendarNames.weekday(word) else { return nil }
    position += 1
    if let day = try calendarDay() {
      guard day.weekday == weekday else {
        let names = CalendarNames.weekdays
        throw DateMistake("\(day.dayText) is a \(names[day.weekday]), not a \(names[weekday])")
      }
      return day
    }
    let days = (weekday - reference.from.weekday + 7) % 7
    return try shifted(reference.from, by: days == 0 && !reference.includesFrom ? 7 : days)
  }

  private func shifted(_ day: CivilDay, by days: Int) throws(DateMistake) -> CivilDay {
    guard let day = day.adding(days: days) else { throw .outsideYears }
    return day
  }

  /// Takes a day that is written with numbers or a month's name.
  private mutating func calendarDay() throws(DateMistake) -> CivilDay? {
    if let day = try isoDay() { return day }
    if let day = try slashedDay() { return day }
    if let day = try dottedDay() { return day }
    if let day = try dayAndMonth() { return day }
    return try ordinalDay()
  }

  /// Takes `2026-11-24`.
  private mutating func isoDay() throws(DateMistake) -> CivilDay? {
    guard let year = number(), isMark("-", 1), let month = number(2) else {
      if let number = number(), number.digits >= 3, !isMark(":", 1), !isMark("/", 1) { throw incomplete }
      return nil
    }
    guard year.digits == 4, isMark("-", 3), let day = number(4) else { throw incomplete }
    let found = try makeDay(year: year.value, month: month.value, day: day.value)
    position += 5
    hasISODay = true
    return found
  }

  private var incomplete: DateMistake {
    DateMistake("\(quoted) is not a whole date: write year, month and day, as in \(example)")
  }

  /// Takes `24 nov`, `nov 24`, `24th november 2026`.
  private mutating func dayAndMonth() throws(DateMistake) -> CivilDay? {
    var ahead = self
    let day: Int
    let month: Int
    if let found = ahead.month() {
      guard let number = ahead.dayNumber() else {
        throw DateMistake("\(quoted) needs a day, as in 24 \(CalendarNames.months[found - 1].prefix(3))")
      }
      (month, day) = (found, number)
    } else {
      guard let number = ahead.dayNumber() else { return nil }
      _ = ahead.skip("of")
      guard let found = ahead.month() else { return nil }
      (month, day) = (found, number)
    }
    let found = try makeDay(year: ahead.year(), month: month, day: day)
    self = ahead
    return found
  }

  /// Takes `24th`: the next day of that number, in the next month that has one.
  private mutating func ordinalDay() throws(DateMistake) -> CivilDay? {
    guard let number = number(), isOrdinal(1) else { return nil }
    guard (1...31).contains(number.value) else { throw noSuchDay(number.value) }
    position += 2
    let from = reference.from
    for months in 0...12 {
      let month = from.month - 1 + months
      let day = CivilDay(year: from.year + month / 12, month: month % 12 + 1, day: number.value)
      if let day, isAhead(day) { return day }
    }
    throw .outsideYears
  }

  private mutating func month() -> Int? {
    guard let word = letters(), let month = CalendarNames.month(word) else { return nil }
    position += 1
    _ = skip(mark: ".")
    return month
  }

  /// Takes the number of a day; one of four digits is a year.
  private mutating func dayNumber() -> Int? {
    guard let number = number(), number.digits != 4 else { return nil }
    position += isOrdinal(1) ? 2 : 1
    return number.value
  }

  private mutating func year() -> Int? {
    guard let number = number(), number.digits == 4, !isMark(":", 1) else { return nil }
    position += 1
    return number.value
  }

  private func isOrdinal(_ ahead: Int) -> Bool {
    letters(ahead).map(["st", "nd", "rd", "th"].contains) ?? false
  }
}

// MARK: - Making a day of its numbers

extension DateParser {
  /// The day with that date; without a year the next such day.
  func makeDay(year: Int?, month: Int, day: Int) throws(DateMistake) -> CivilDay {
    guard (1...12).contains(month) else { throw DateMistake("\(month) is not a month: 1 to 12") }
    guard (1...31).contains(day) else { throw noSuchDay(day) }
    let name = "\(day) \(CalendarNames.months[month - 1])"
    // 2000 has every day that any year has.
    guard CivilDay(year: 2000, month: month, day: day) != nil else { throw DateMistake("There is no \(name)") }
    guard let year else { return try next(month: month, day: day) }
    guard CivilDay.years.contains(year) else { throw .outsideYears }
    guard let found = CivilDay(year: year, month: month, day: day) else {
      throw DateMistake("There is no \(name) in \(year)")
    }
    return found
  }

  private func next(month: Int, day: Int) throws(DateMistake) -> CivilDay {
    // From one 29 February to the next it may be eight years.
    for year in reference.from.year...reference.from.year + 8 {
      if let found = CivilDay(year: year, month: month, day: day), isAhead(found) { return found }
    }
    throw .outsideYears
  }

  private func isAhead(_ day: CivilDay) -> Bool {
    reference.includesFrom ? day >= reference.from : day > reference.from
  }

  private func noSuchDay(_ number: Int) -> DateMistake {
    DateMistake("\(number) is not a day of the month: 1 to 31")
  }
}

extension CivilDay {
  /// `24 November 2026`.
  fileprivate var dayText: String { "\(day) \(CalendarNames.months[month - 1]) \(year)" }
}
