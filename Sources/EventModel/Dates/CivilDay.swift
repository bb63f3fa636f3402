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
  ///
  /// By the arithmetic of https://howardhinnant.github.io/date_algorithms.html, which counts years from March, so that a
  /// leap day comes last. Each record of a sync has a date that is read and written; the C library takes a lock for each.
  init(number: Int) {
    let days = number + Self.daysBeforeEpoch
    let era = Self.floored(days, by: Self.daysOfEra)
    let dayOfEra = days - era * Self.daysOfEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    self.number = number
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
  }

  /// The day with that date; nil where there is none, as for 31 November.
  init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let fromMarch = month > 2 ? month - 3 : month + 9
    let marchYear = month > 2 ? year : year - 1
    let era = Self.floored(marchYear, by: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * fromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * Self.daysOfEra + dayOfEra - Self.daysBeforeEpoch)
    // 31 November has become 1 December.
    guard self.day == day else { return nil }
  }

  /// The days of 400 years, after which the calendar repeats itself.
  private static let daysOfEra = 146_097
  /// The days from 0000-03-01 to 1970-01-01.
  private static let daysBeforeEpoch = 719_468

  /// A quotient rounded down, also of a negative number.
  private static func floored(_ number: Int, by divisor: Int) -> Int {
    (number >= 0 ? number : number - divisor + 1) / divisor
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
