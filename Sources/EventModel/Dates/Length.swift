/// A length of time as people count it: days by the calendar, the rest by the clock.
struct Length: Equatable, Sendable {
  var days = 0
  var seconds = 0

  static prefix func - (length: Length) -> Length {
    Length(days: -length.days, seconds: -length.seconds)
  }
}

/// Words for the time between two instants: `1 h 30`, `45 min`, from a day on `2 d 3 h`.
///
/// Up to a day it is the time that passes. Longer ones are counted on the wall, so that from noon to noon is one day
/// also when the clocks are changed in between.
func lengthText(from start: LocalTime, to end: LocalTime, passing seconds: Int) -> String {
  let total = seconds < secondsPerDay ? seconds : end.wallSecond - start.wallSecond
  let (days, hours, minutes) = (total / secondsPerDay, total / 3600 % 24, total / 60 % 60)
  switch (days, hours, minutes) {
  case (0, 0, 0): return "\(total % 60) s"
  case (0, 0, _): return "\(minutes) min"
  case (0, _, _): return hoursText(hours, minutes)
  case (_, 0, 0): return "\(days) d"
  case (_, 0, _): return "\(days) d \(minutes) min"
  default: return "\(days) d \(hoursText(hours, minutes))"
  }
}

private func hoursText(_ hours: Int, _ minutes: Int) -> String {
  minutes == 0 ? "\(hours) h" : "\(hours) h \(padded(minutes, 2))"
}
