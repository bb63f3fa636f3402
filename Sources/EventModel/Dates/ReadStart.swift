import Foundation

/// Reads what was typed as the start of an event.
///
/// Understood are `2026-11-24 14:00` (also with `T`, seconds, an offset or `Z`), `today`, `tomorrow`, `yesterday`,
/// weekdays, also of `this` and of `next` week, `24 nov`, `nov 24 2026`, `24th`, `24/11`, `24.11.`, and shifts from the
/// present such as `+2d`, `+3h` and `in 2 weeks`; times such as `14:00`, `14`, `14h30`, `2pm`, `noon`, `now`, before or
/// behind the day.
///
/// A day without a time starts at the context's default start; a time without a day is the next such time. A day that
/// leaves the year or the month open is the next such day, today excluded.
public func readStart(_ text: String, in context: DateContext) -> DateReading {
  reading(of: text) { (tokens) throws(DateMistake) in
    try StartReader(context: context).read(tokens)
  }
}

/// Reads a text whose length is bounded, and turns a mistake into a reading.
func reading(
  of text: String, _ read: (DateTokens) throws(DateMistake) -> DateReading
) -> DateReading {
  // Far longer than any date; what is pasted by accident is not worth taking apart.
  guard text.utf8.count <= 200 else { return .wrong("That is too long for a date: try tomorrow 14:00 or +2d") }
  do throws(DateMistake) {
    return try read(DateTokens(text))
  } catch {
    return error.choices.isEmpty ? .wrong(error.sentence) : .unclear(error.sentence, choices: error.choices)
  }
}

private struct StartReader {
  let context: DateContext
  var resolver: DateResolver { DateResolver(zone: context.timeZone) }

  func read(_ tokens: DateTokens) throws(DateMistake) -> DateReading {
    guard !tokens.words.isEmpty else { return .empty }
    let today = LocalTime(context.now, in: context.timeZone).day
    var parser = DateParser(tokens, reference: reference(today))
    let date = try parser.date()
    if let hour = parser.bareHour, case .local(nil, _, _) = date { throw hour.couldBeLength }
    let found = try resolve(date, today: today)
    let local = LocalTime(found.instant, in: context.timeZone)
    return .understood(
      found.instant,
      reading: "= \(local.fullText) \(context.timeZone.displayName)\(parser.dayNote)\(found.note)")
  }

  private func reference(_ today: CivilDay) -> DateReference {
    DateReference(
      today: today, from: today, includesFrom: false, order: context.dayMonthOrder,
      advice: "is not a date: try \(today.next.isoText) 14:00, tomorrow 14:00 or +2d")
  }

  private func resolve(_ date: WrittenDate, today: CivilDay) throws(DateMistake) -> ResolvedDate {
    switch date {
    case .now: return ResolvedDate(instant: context.minute, note: "")
    case .shift(let length): return try resolver.instant(context.minute, after: length)
    case .local(let day, let clock, let offset): return try resolve(day, clock, offset, today: today)
    }
  }

  private func resolve(
    _ day: CivilDay?, _ clock: ClockTime?, _ offset: WrittenOffset?, today: CivilDay
  ) throws(DateMistake) -> ResolvedDate {
    guard let day else {
      return try resolver.next(clock ?? context.defaultStart, offset, on: today) { $0 >= context.minute }
    }
    let found = try resolver.instant(day, clock ?? context.defaultStart, offset)
    return clock == nil ? ResolvedDate(instant: found.instant, note: found.note + ", no time given") : found
  }
}

extension DateContext {
  /// The present, cut to the minute.
  var minute: Instant {
    let second = LocalTime(now, in: timeZone).clock.second % 60
    return Instant(seconds: now.seconds - Int64(second)) ?? now
  }

  /// The time of day at which an event starts that is given a day only.
  fileprivate var defaultStart: ClockTime {
    ClockTime(second: min(max(defaultStartMinutes, 0), 24 * 60) * 60)
  }

  /// How long an event lasts whose end is left empty, held between nothing and a year.
  var defaultLength: Length {
    Length(seconds: min(max(defaultLengthMinutes, 0), 366 * 24 * 60) * 60)
  }
}
