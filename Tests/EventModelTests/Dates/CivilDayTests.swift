import Foundation
import Testing

@testable import EventModel

@Suite("Days of the calendar") struct CivilDayTests {
  /// Every 13th day, which comes upon each day of the year and of the week, and the days around each year's end and February's.
  private static let numbers: [Int] = {
    let all = Array(stride(from: -719_162, through: 2_932_896, by: 13))
    let edges = (1...9999).flatMap { year in
      [(1, 1), (2, 28), (3, 1), (12, 31)].compactMap { CivilDay(year: year, month: $0.0, day: $0.1)?.number }
    }
    return all + edges
  }()

  @Test("are those of the C library, from the year 1 to 9999") func likeTheLibrary() {
    let wrong = Self.numbers.filter { number in
      var second = time_t(number * 86_400)
      var parts = tm()
      gmtime_r(&second, &parts)
      let day = CivilDay(number: number)
      return (day.year, day.month, day.day) != (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
        || day.weekday != Int(parts.tm_wday) || CivilDay(year: day.year, month: day.month, day: day.day) != day
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(
    "that are none",
    arguments: [(2026, 2, 29), (2100, 2, 29), (2026, 11, 31), (0, 12, 31), (10_000, 1, 1), (2026, 13, 1), (2026, 1, 0)])
  func none(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }
}
