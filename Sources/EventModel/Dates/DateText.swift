import Foundation

/// A start as an opened form shows it: `2026-11-24 14:00`.
///
/// Reading it gives the same instant again.
public func startText(_ instant: Instant, in zone: TimeZone) -> String {
  let context = DateContext(now: instant, timeZone: zone)
  return wholeTexts(instant, in: zone).first { readStart($0, in: context).instant == instant } ?? utcText(instant)
}

/// An end as an opened form shows it: `15:30` on the day of the start, else day and time.
///
/// Reading it gives the same instant again.
public func endText(_ end: Instant, start: Instant, in zone: TimeZone) -> String {
  let context = DateContext(now: start, timeZone: zone)
  let texts = timeTexts(end, start: start, in: zone) + wholeTexts(end, in: zone)
  return texts.first { readEnd($0, start: start, in: context).instant == end } ?? utcText(end)
}

/// A start in a list: `Tue 24 Nov 14:00`, with the year where it is not the present one.
public func shortText(_ instant: Instant, now: Instant, in zone: TimeZone) -> String {
  let local = LocalTime(instant, in: zone)
  let isThisYear = local.day.year == LocalTime(now, in: zone).day.year
  return isThisYear ? local.shortText : local.fullText
}

/// A start in a column of starts: `Tue 24 Nov 14:00`, or `2027-11-24 14:00` where the year is not the present one.
///
/// To the minute, and at most sixteen columns wide: `Tue 3 Nov 14:00` has fifteen.
public func columnText(_ instant: Instant, now: Instant, in zone: TimeZone) -> String {
  let local = LocalTime(instant, in: zone)
  let isThisYear = local.day.year == LocalTime(now, in: zone).day.year
  return "\(isThisYear ? local.day.shortText : local.day.isoText) \(local.clock.minuteText)"
}

/// The time of day at an instant, to the minute: `14:00`, also where seconds are past.
public func minuteText(_ instant: Instant, in zone: TimeZone) -> String {
  LocalTime(instant, in: zone).clock.minuteText
}

/// The time of day at an instant: `14:00`.
public func clockText(_ instant: Instant, in zone: TimeZone) -> String {
  LocalTime(instant, in: zone).clock.text
}

/// The texts for an instant, the simplest first; one with the offset for a time that the clocks show twice.
private func wholeTexts(_ instant: Instant, in zone: TimeZone) -> [String] {
  let local = LocalTime(instant, in: zone)
  let text = "\(local.day.isoText) \(local.clock.text)"
  return [text, "\(text) \(offsetText(zone.offset(at: Int(instant.seconds))))"]
}

/// The texts for an end on the day of its start, or at that day's end.
private func timeTexts(_ end: Instant, start: Instant, in zone: TimeZone) -> [String] {
  let (from, local) = (LocalTime(start, in: zone), LocalTime(end, in: zone))
  switch local.day.number - from.day.number {
  case 0: return [local.clock.text, "\(local.clock.text) \(offsetText(zone.offset(at: Int(end.seconds))))"]
  case 1 where local.clock == ClockTime(second: 0): return [ClockTime.endOfDay.text]
  default: return []
  }
}

/// The text that is an instant in any zone, also where the local year would have five digits.
private func utcText(_ instant: Instant) -> String {
  let local = LocalTime(wallSecond: Int(instant.seconds), microsecond: Int(instant.fraction))
  return "\(local.day.isoText) \(local.clock.text) Z"
}
