/// The English names of months and weekdays, which are what the program reads and writes in every locale.
enum CalendarNames {
  /// From January on.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// From Sunday on.
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// The month, 1 to 12, that a lower-case word of three letters or more begins.
  static func month(_ word: String) -> Int? { index(of: word, in: months).map { $0 + 1 } }

  /// The weekday, 0 for Sunday, that a lower-case word of three letters or more begins.
  static func weekday(_ word: String) -> Int? { index(of: word, in: weekdays) }

  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }
  }
}

/// The weekday, 0 for Sunday, that three letters or more of its English name begin; nil for any other word.
public func weekday(named name: String) -> Int? { CalendarNames.weekday(name.lowercased()) }
