import Foundation

/// Reads what was typed as the end of an event.
///
/// Understood are lengths (`1h30`, `90m`, `+1h30`, `2d`), times (`15:30`, `24:00`), and days with a time. Nothing typed
/// is the default length. A time alone is the first such time after the start, so one before the start's time is on the
/// next day. A day that leaves the year or the month open is the first one from the start's day on.
///
/// Without a start only a day with a time can be understood; other texts that can be read are `.empty` until there
/// is one.
public func readEnd(_ text: String, start: Instant?, in context: DateContext) -> DateReading {
  reading(of: text) { (tokens) throws(DateMistake) in
    try EndReader(start: start, context: context).read(tokens)
  }
}

private struct EndReader {
  let start: Instant?
  let context: DateContext
  var zone: TimeZone { context.timeZone }
  var resolver: DateResolver { DateResolver(zone: zone) }

  func read(_ tokens: DateTokens) throws(DateMistake) -> DateReading {
    guard !tokens.words.isEmpty else { return try length(context.defaultLength) }
    var parser = parser(tokens)
    if let length = parser.wholeLength() { return try self.length(length) }
    parser = self.parser(tokens)
    switch try parser.date() {
    case .now: return try checked(ResolvedDate(instant: context.minute, note: ""))
    case .shift(let length): return try self.length(length)
    case .local(let day?, let clock?, let offset):
      return try checked(resolver.instant(day, clock, offset) { instant in start.map { instant > $0 } ?? true })
    case .local(nil, let clock?, let offset): return try clockAlone(clock, offset)
    case .local(_, nil, _): throw DateMistake("\(quote(tokens.text)) needs a time, as in 17:00")
    }
  }

  private func parser(_ tokens: DateTokens) -> DateParser {
    let today = LocalTime(context.now, in: zone).day
    let from = start.map { LocalTime($0, in: zone).day } ?? today
    let reference = DateReference(
      today: today, from: from, includesFrom: true, order: context.dayMonthOrder,
      advice: "is not an end: try 15:30, 1h30 or \(from.isoText) 15:30")
    return DateParser(tokens, reference: reference)
  }

  private func length(_ length: Length) throws(DateMistake) -> DateReading {
    guard length != Length() else { throw DateMistake("An event must last at least a moment: try 1h30") }
    guard let start else { return .empty }
    return try checked(try resolver.instant(start, after: length))
  }

  private func clockAlone(_ clock: ClockTime, _ offset: WrittenOffset?) throws(DateMistake) -> DateReading {
    guard let start else { return .empty }
    let local = LocalTime(start, in: zone)
    if offset == nil, clock == local.clock { throw DateMistake("End is the same as start: try 1h30 or a later time") }
    return try checked(try resolver.next(clock, offset, on: local.day) { $0 > start })
  }

  /// Says what was understood, unless the event would end before it starts.
  private func checked(_ end: ResolvedDate) throws(DateMistake) -> DateReading {
    let local = LocalTime(end.instant, in: zone)
    guard let start else {
      return .understood(end.instant, reading: "= \(local.fullText) \(zone.displayName)\(end.note)")
    }
    let from = LocalTime(start, in: zone)
    guard end.instant > start else {
      let relation = end.instant == start ? "the same as" : "before"
      throw DateMistake("End is \(relation) start: \(local.fullText) is not after \(from.fullText)")
    }
    let length = lengthText(from: from, to: local, passing: Int(end.instant.seconds - start.seconds))
    return .understood(end.instant, reading: "= \(local.text(after: from)), \(length)\(end.note)")
  }
}

extension LocalTime {
  /// The time alone on the start's day, else with the day and, where it is another, the year.
  fileprivate func text(after start: LocalTime) -> String {
    let days = day.number - start.day.number
    if days == 0 { return clock.text }
    if days == 1, clock == ClockTime(second: 0) { return ClockTime.endOfDay.text }
    let text = day.year == start.day.year ? shortText : fullText
    return days == 1 ? "\(text), next day" : text
  }
}
