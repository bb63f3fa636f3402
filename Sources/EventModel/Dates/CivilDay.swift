import Foundation

/// A day of the Gregorian calendar, reckoned back before its introduction as ISO 8601 does.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The years that can be written with four digits.
  static let years = 1...9999

  /// The day that many days after 1970-01-01.
  init(number: Int) {
    var second = time_t(number * secondsPerDay)
    var parts = tm()
    gmtime_r(&second, &parts)
    self.number = number
    year = Int(parts.tm_year) + 1900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
  }

  /// The day with that date; nil where there is none, as for 31 November.
  init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    self.init(number: Int(timegm(&parts)) / secondsPerDay)
    // timegm turns 31 November into 1 December.
    guard self.day == day else { return nil }
  }

  /// The day on which an instant is in a zone.
  public init(_ instant: Instant, in zone: TimeZone) {
    self = LocalTime(instant, in: zone).day
  }

  /// The day that many days later (or earlier); nil outside the years 1 to 9999.
  public func adding(days: Int) -> CivilDay? {
    // Everything within the years 1 to 9999 is less than four million days apart.
    guard (-4_000_000...4_000_000).contains(days) else { return nil }
    let sum = CivilDay(number: number + days)
    return Self.years.contains(sum.year) ? sum : nil
  }

  /// The same day so many months later (or earlier), or that month's last; nil outside the years 1 to 9999.
  public func adding(months: Int) -> CivilDay? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12 else { return nil }
    return (28...31).reversed().lazy.filter { $0 <= max(day, 28) }.compactMap { last in
      CivilDay(year: sum / 12, month: sum % 12 + 1, day: min(day, last))
    }.first
  }

  /// The name of the month with the year: `November 2026`.
  public var monthText: String { "\(CalendarNames.months[month - 1]) \(year)" }

  /// The moment at which the day begins in a zone, by its clocks.
  public func start(in zone: TimeZone) -> Instant {
    let wall = number * secondsPerDay
    let moment = zone.moments(showing: wall).first ?? zone.jump(over: wall)
    return Instant(seconds: Int64(moment)) ?? (year > 1 ? .latest : .earliest)
  }

  /// The day after; the last there is stays itself.
  public var next: CivilDay { adding(days: 1) ?? self }

  /// The day of the week, 0 for Sunday.
  public var weekday: Int { (number % 7 + 11) % 7 }

  /// The date as ISO 8601 has it: `2026-11-24`.
  public var isoText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// The date as people read it: `Tue 24 Nov`.
  public var shortText: String {
    "\(CalendarNames.weekdays[weekday].prefix(3)) \(day) \(CalendarNames.months[month - 1].prefix(3))"
  }

  /// The date as people read it, with its year: `Tue 24 Nov 2026`.
  public var fullText: String { "\(shortText) \(year)" }

  /// Whether one day comes before the other.
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}

/// The seconds of a day on which no clock is changed.
let secondsPerDay = 86_400

/// A number with zeros in front, up to the given width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
