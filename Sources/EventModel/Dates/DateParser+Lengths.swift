extension DateParser {
  /// Takes `+2d`, `-1w`, `+1h30` and the like.
  mutating func signedLength() -> Length? {
    var ahead = self
    let isNegative = ahead.isMark("-")
    guard ahead.skip(mark: "+") || ahead.skip(mark: "-"), let length = ahead.length() else { return nil }
    self = ahead
    return isNegative ? -length : length
  }

  /// Reads the whole text as a length, with or without a plus in front: `1h30`, `+90m`, `2d`.
  mutating func wholeLength() -> Length? {
    _ = skip(mark: "+")
    guard let length = length(), isAtEnd else { return nil }
    return length
  }

  /// Takes numbers with their units; minutes behind hours need none: `1 h 30`.
  private mutating func length() -> Length? {
    var length = Length()
    var last: Unit?
    while let number = number(), let unit = unit(after: last), last.map({ unit < $0 }) ?? true {
      switch unit {
      case .week: length.days += number.value * 7
      case .day: length.days += number.value
      case .hour: length.seconds += number.value * 3600
      case .minute: length.seconds += number.value * 60
      }
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
