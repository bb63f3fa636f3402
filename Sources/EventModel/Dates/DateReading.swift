import Foundation

/// What reading a date depends on besides its text.
public struct DateContext: Equatable, Sendable {
  /// The present, from which `tomorrow` and `+2d` are counted.
  public var now: Instant
  /// The zone whose clocks the times are meant by.
  public var timeZone: TimeZone
  /// How long an event lasts whose end is left empty.
  public var defaultLengthMinutes: Int
  /// The time of day, in minutes after midnight, at which an event starts that is given a day and no time.
  public var defaultStartMinutes: Int
  /// Which number of `03/04` is the day, where the locale settles it.
  public var dayMonthOrder: DayMonthOrder?

  /// Makes a context; an hour long and starting at 09:00 unless said otherwise.
  public init(
    now: Instant, timeZone: TimeZone, defaultLengthMinutes: Int = 60, defaultStartMinutes: Int = 9 * 60,
    dayMonthOrder: DayMonthOrder? = nil
  ) {
    self.now = now
    self.timeZone = timeZone
    self.defaultLengthMinutes = defaultLengthMinutes
    self.defaultStartMinutes = defaultStartMinutes
    self.dayMonthOrder = dayMonthOrder
  }
}

/// Which number comes first in a date such as `03/04`.
public enum DayMonthOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst
}

/// What was understood of a date as typed, or a sentence that says why nothing was.
public enum DateReading: Equatable, Sendable {
  /// The instant, and words for it: `= Tue 24 Nov 2026 14:00 Europe/London`.
  case understood(Instant, reading: String)
  /// There is nothing to read yet.
  case empty
  /// What is wrong, in one sentence.
  case wrong(String)

  /// The instant, where one was understood.
  public var instant: Instant? {
    guard case .understood(let instant, _) = self else { return nil }
    return instant
  }
}

/// Why a date cannot be read, in one sentence.
struct DateMistake: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  static let outsideYears = DateMistake("That is outside the years 1 to 9999")
}
