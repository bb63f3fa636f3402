import Foundation

/// What a clock on the wall shows, from 00:00 to 24:00.
struct ClockTime: Equatable, Sendable {
  /// Seconds since the day began, 0 to 86,400.
  let second: Int
  /// Microseconds past `second`.
  let microsecond: Int

  static let endOfDay = ClockTime(second: secondsPerDay)

  init(second: Int, microsecond: Int = 0) {
    self.second = second
    self.microsecond = microsecond
  }

  init(hour: Int, minute: Int) {
    self.init(second: hour * 3600 + minute * 60)
  }

  /// `14:00`, whatever seconds are past.
  var minuteText: String { "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))" }

  /// `14:00`, with seconds and their fraction only where there are any.
  var text: String {
    guard second % 60 != 0 || microsecond != 0 else { return minuteText }
    let seconds = "\(minuteText):\(padded(second % 60, 2))"
    guard microsecond != 0 else { return seconds }
    var fraction = padded(microsecond, 6)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(seconds).\(fraction)"
  }
}

/// A day and what the clock shows on it, in a zone that is known from elsewhere.
struct LocalTime: Equatable, Sendable {
  let day: CivilDay
  let clock: ClockTime

  init(day: CivilDay, clock: ClockTime) {
    self.day = day
    self.clock = clock
  }

  /// What the clocks of a zone show at an instant.
  init(_ instant: Instant, in zone: TimeZone) {
    let second = Int(instant.seconds) + zone.offset(at: Int(instant.seconds))
    self.init(wallSecond: second, microsecond: Int(instant.fraction))
  }

  /// The reverse of `wallSecond`.
  init(wallSecond: Int, microsecond: Int = 0) {
    let clock = (wallSecond % secondsPerDay + secondsPerDay) % secondsPerDay
    day = CivilDay(number: (wallSecond - clock) / secondsPerDay)
    self.clock = ClockTime(second: clock, microsecond: microsecond)
  }

  /// The seconds since 1970-01-01 00:00 on this clock, had it never been changed.
  var wallSecond: Int { day.number * secondsPerDay + clock.second }

  /// `Tue 24 Nov 14:00`.
  var shortText: String { "\(day.shortText) \(clock.text)" }
}
