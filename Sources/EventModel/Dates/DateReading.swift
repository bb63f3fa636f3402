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
  /// A time that the clocks never show, or show twice: one sentence says so, and one of the choices is to be picked.
  case unclear(String, choices: [DateChoice])

  /// The instant, where one was understood.
  public var instant: Instant? {
    guard case .understood(let instant, _) = self else { return nil }
    return instant
  }
}

/// One of the times that somebody may have meant who typed one that does not exist or happens twice.
public struct DateChoice: Equatable, Sendable {
  /// What it is, in words: `First: 02:30 +02:00, before the clocks go back`.
  public let label: String
  /// What to type for it, which is clear by itself.
  public let text: String

  /// Makes a choice from its parts.
  public init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// Why a date cannot be read, in one sentence.
struct DateMistake: Error {
  let sentence: String
  /// What may have been meant, where there is something to pick from.
  let choices: [DateChoice]

  init(_ sentence: String, choices: [DateChoice] = []) {
    self.sentence = sentence
    self.choices = choices
  }

  static let outsideYears = DateMistake("That is outside the calendar: write a year from 1 to 9999")
}
