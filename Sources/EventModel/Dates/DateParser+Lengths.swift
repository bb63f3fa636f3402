extension DateParser {
  /// Takes `+2d`, `-1w`, `+1h30` and the like.
  mutating func signedLength() -> Length? {
    var ahead = self
    let isNegative = ahead.isMark("-")
    guard ahead.skip(mark: "+") || ahead.skip(mark: "-"), let length = ahead.length() else { return nil }
    self = ahead
    return isNegative ? -length : length
  }

  /// Takes `in 2 weeks`, `in 1 h 30`, `in an hour`.
  mutating func lengthInWords() -> Length? {
    var ahead = self
    guard ahead.skip("in") else { return nil }
    guard let length = ahead.skip("a", "an") ? ahead.oneUnit() : ahead.length(mixed: false) else { return nil }
    self = ahead
    return length
  }

  /// Takes `in 2 months`, `in a year`, as months.
  mutating func monthsInWords() -> Int? {
    var ahead = self
    guard ahead.skip("in") else { return nil }
    var count = 1
    if !ahead.skip("a", "an") {
      guard let number = ahead.number()?.value else { return nil }
      count = number
      ahead.position += 1
    }
    let isYears = ahead.skip("year", "years")
    guard isYears || ahead.skip("month", "months") else { return nil }
    self = ahead
    return isYears ? count * 12 : count
  }

  /// Takes a unit that stands for one of it.
  private mutating func oneUnit() -> Length? {
    guard let unit = letters().flatMap(Unit.init) else { return nil }
    position += 1
    return Length(1, unit)
  }

  /// Reads the whole text as a length, with or without a plus in front: `1h30`, `+90m`, `2d`.
  mutating func wholeLength() -> Length? {
    _ = skip(mark: "+")
    guard let length = length(), isAtEnd else { return nil }
    return length
  }

  /// Takes numbers with their units; minutes behind hours need none: `1 h 30`.
  ///
  /// What follows days is a time of day, `in 3 days 14h30`, unless both may be mixed, as in `3d14h30`.
  private mutating func length(mixed: Bool = true) -> Length? {
    var length = Length()
    var last: Unit?
    while let number = number(), let unit = unit(after: last), last.map({ unit < $0 }) ?? true {
      if !mixed, let last, last > .hour, unit < .day { break }
      let part = Length(number.value, unit)
      length.days += part.days
      length.seconds += part.seconds
      position += letters(1) == nil ? 1 : 2
      last = unit
    }
    return last == nil ? nil : length
  }

  /// The unit of the number at the position.
  private func unit(after last: Unit?) -> Unit? {
    if let word = letters(1) { return Unit(word) }
    // `+1h 30` goes on with minutes; `1h 16:30` does not.
    guard last == .hour, token(1) == nil else { return nil }
    return .minute
  }
}

/// What lengths are counted in, from the smallest on.
private enum Unit: Int, Comparable {
  case minute, hour, day, week

  init?(_ word: String) {
    switch word {
    case "m", "min", "mins", "minute", "minutes": self = .minute
    case "h", "hr", "hrs", "hour", "hours": self = .hour
    case "d", "day", "days": self = .day
    case "w", "wk", "week", "weeks": self = .week
    default: return nil
    }
  }

  static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }
}

extension Length {
  /// So many of a unit.
  fileprivate init(_ count: Int, _ unit: Unit) {
    switch unit {
    case .week: self.init(days: count * 7)
    case .day: self.init(days: count)
    case .hour: self.init(seconds: count * 3600)
    case .minute: self.init(seconds: count * 60)
    }
  }
}
