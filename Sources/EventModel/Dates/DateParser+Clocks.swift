extension DateParser {
  /// Takes a time of day: `14:00`, `2pm`, `noon`, or a bare number, which is an hour.
  mutating func clock() throws(DateMistake) -> ClockTime? {
    var ahead = self
    _ = ahead.skip("at") || hasISODay && ahead.skip("t")
    guard let clock = try ahead.namedOrNumericClock() else { return nil }
    self = ahead
    return clock
  }

  private mutating func namedOrNumericClock() throws(DateMistake) -> ClockTime? {
    if skip("noon") { return ClockTime(hour: 12, minute: 0) }
    if skip("midnight") { return ClockTime(hour: 0, minute: 0) }
    return try numericClock()
  }

  private mutating func numericClock() throws(DateMistake) -> ClockTime? {
    guard let hour = number()?.value else { return nil }
    let word = quoted
    position += 1
    if let clock = try clockWithLetter(hour, word) { return clock }
    let minute = try minutesOrSeconds(of: word, after: ":", ".", name: "minute")
    let second = minute == nil ? nil : try minutesOrSeconds(of: word, after: ":", name: "second")
    let microsecond = second == nil ? 0 : try fraction(of: word)
    let parts = (minute: minute ?? 0, second: second ?? 0, microsecond: microsecond)
    if let meridiem = letters(), ["am", "pm"].contains(meridiem) {
      guard (1...12).contains(hour) else { throw DateMistake("\(word) is not a time: am and pm go from 1 to 12") }
      position += 1
      return clock(hour % 12 + (meridiem == "pm" ? 12 : 0), parts)
    }
    return try clock(hour, parts, word)
  }

  /// Takes what follows the hour in `14h30` and `14h`.
  private mutating func clockWithLetter(_ hour: Int, _ word: String) throws(DateMistake) -> ClockTime? {
    guard skip("h") else { return nil }
    guard let minute = number(), position > 0, isSameWord(-1) else {
      bareHour = BareHour(hour: hour, word: word)
      return try clock(hour, (0, 0, 0), word)
    }
    guard minute.digits == 2, minute.value <= 59 else {
      throw DateMistake("\(word) is not a time: minutes have two digits after the 'h', 00 to 59")
    }
    position += 1
    return try clock(hour, (minute.value, 0, 0), word)
  }

  /// The time of day with an hour of the day's 24.
  private func clock(
    _ hour: Int, _ parts: (minute: Int, second: Int, microsecond: Int), _ word: String
  ) throws(DateMistake) -> ClockTime {
    guard hour <= 24 else { throw DateMistake("\(hour) is not an hour: 0 to 24") }
    guard hour < 24 || parts == (0, 0, 0) else { throw DateMistake("\(word) is not a time: the day ends at 24:00") }
    return clock(hour, parts)
  }

  private func clock(_ hour: Int, _ parts: (minute: Int, second: Int, microsecond: Int)) -> ClockTime {
    ClockTime(second: hour * 3600 + parts.minute * 60 + parts.second, microsecond: parts.microsecond)
  }

  /// Takes a mark and two digits, 0 to 59.
  private mutating func minutesOrSeconds(
    of word: String, after marks: Character..., name: String
  ) throws(DateMistake) -> Int? {
    guard let mark = marks.first(where: { isMark($0) }) else { return nil }
    guard let number = number(1), number.digits == 2 else {
      throw DateMistake("\(word) is not a time: \(name)s have two digits after the '\(mark)'")
    }
    guard number.value <= 59 else { throw DateMistake("\(number.value) is not a \(name): 0 to 59") }
    position += 2
    return number.value
  }

  /// Takes a fraction of a second, to the microsecond.
  private mutating func fraction(of word: String) throws(DateMistake) -> Int {
    guard isMark(".") else { return 0 }
    guard let number = number(1), number.digits <= 6 else {
      throw DateMistake("\(word) is not a time: a second has up to six digits after the '.'")
    }
    position += 2
    return (number.digits..<6).reduce(number.value) { value, _ in value * 10 }
  }
}

/// An hour with an `h` behind it and no minutes, which may as well be a length.
struct BareHour: Sendable {
  let hour: Int
  let word: String

  /// Names both readings.
  var couldBeLength: DateMistake {
    let time = ClockTime(hour: hour, minute: 0).text
    return DateMistake("\(word) could be a time or a length from now: write \(time) or +\(hour)h")
  }
}

// MARK: - Offsets

extension DateParser {
  /// Takes what may stand behind a time to say which of two equal ones is meant: `+02:00`, `Z`, `CEST`.
  mutating func offset() throws(DateMistake) -> WrittenOffset? {
    if let word = letters(), let hours = zoneAbbreviations[word] {
      position += 1
      let kind: WrittenOffset.Kind = ["z", "utc", "gmt"].contains(word) ? .anywhere : .ofTheZone
      return WrittenOffset(seconds: Int(hours * 3600), kind: kind, text: word.uppercased())
    }
    let isNegative = isMark("-")
    guard isNegative || isMark("+"), let number = number(1), number.digits == 2 || number.digits == 4,
      letters(2) == nil
    else { return nil }
    let word = quoted
    position += 2
    var size = number.digits == 2 ? number.value * 3600 : number.value / 100 * 3600 + number.value % 100 * 60
    for unit in [60, 1] where number.digits == 2 {
      guard isMark(":"), let part = self.number(1), part.digits == 2, part.value < 60 else { break }
      position += 2
      size += part.value * unit
    }
    let seconds = isNegative ? -size : size
    let kind: WrittenOffset.Kind = isNegative && !hasISODay ? .orRange : .anywhere
    guard size < 16 * 3600 || kind == .orRange else {
      throw DateMistake("\(word) does not end with an offset from UTC: -12:00 to +14:00")
    }
    return WrittenOffset(seconds: seconds, kind: kind, text: offsetText(seconds))
  }
}

/// Hours ahead of UTC.
///
/// Several places share some of these, so they only choose between offsets that a zone has.
private let zoneAbbreviations: [String: Double] = [
  "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
  "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "acst": 9.5, "acdt": 10.5, "nzst": 12, "nzdt": 13,
  "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8,
  "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3,
]
