/// Days written with numbers only, whose order has to be guessed or asked for.
extension DateParser {
  /// Takes `24/11`, `24/11/2026` or `2026/11/24`.
  mutating func slashedDay() throws(DateMistake) -> CivilDay? {
    guard let first = number(), isMark("/", 1), let second = number(2) else { return nil }
    let third = isMark("/", 3) ? number(4) : nil
    if first.digits == 4 {
      guard let third else { throw wholeYear }
      let found = try makeDay(year: first.value, month: second.value, day: third.value)
      position += 5
      return found
    }
    guard third.map({ $0.digits == 4 }) ?? true else { throw wholeYear }
    let found = try ordered(first.value, second.value, year: third?.value)
    position += third == nil ? 3 : 5
    return found
  }

  /// Takes `24.11.`, `24.11.2026`, and `24.11` where that cannot be a time.
  mutating func dottedDay() throws(DateMistake) -> CivilDay? {
    guard let day = number(), isMark(".", 1), let month = number(2), day.digits <= 2 else { return nil }
    guard isMark(".", 3) else { return try dottedPair(day.value, month.value, digits: month.digits) }
    let year = number(4).flatMap { $0.digits == 4 ? $0.value : nil }
    guard year != nil || number(4) == nil || !isSameWord(4) else { throw wholeYear }
    let found = try makeDay(year: year, month: month.value, day: day.value)
    position += year == nil ? 4 : 5
    return found
  }

  /// Takes `24.11`, which is a day where its numbers allow nothing else or a time follows.
  private mutating func dottedPair(_ first: Int, _ second: Int, digits: Int) throws(DateMistake) -> CivilDay? {
    let canBeTime = first <= 24 && digits == 2 && second <= (first == 24 ? 0 : 59) && number(3) == nil
    let canBeDay = (1...31).contains(first) && (1...12).contains(second) && letters(3) == nil
    guard canBeDay else { return nil }
    let day = try makeDay(year: nil, month: second, day: first)
    guard !canBeTime else {
      let time = ClockTime(hour: first, minute: second).text
      throw DateMistake("\(quoted) could be a time or a day: write \(time) or \(day.isoText)")
    }
    position += 3
    return day
  }

  private func ordered(_ first: Int, _ second: Int, year: Int?) throws(DateMistake) -> CivilDay {
    if first > 12 || first == second { return try makeDay(year: year, month: second, day: first) }
    if second > 12 { return try makeDay(year: year, month: first, day: second) }
    switch reference.order {
    case .dayFirst: return try makeDay(year: year, month: second, day: first)
    case .monthFirst: return try makeDay(year: year, month: first, day: second)
    case nil: throw try ambiguous(first, second, year: year)
    }
  }

  private func ambiguous(_ first: Int, _ second: Int, year: Int?) throws(DateMistake) -> DateMistake {
    let one = try makeDay(year: year, month: second, day: first)
    let other = try makeDay(year: year, month: first, day: second)
    let names = CalendarNames.months
    return DateMistake(
      "\(quoted) could be \(first) \(names[one.month - 1]) or \(second) \(names[other.month - 1]): "
        + "write \(one.isoText) or \(other.isoText)")
  }

  private var wholeYear: DateMistake {
    DateMistake("\(quoted) needs a day, a month and a year of four digits, as in \(example)")
  }
}
