import Foundation

extension Instant {
  /// Reads what a server writes as a timestamp: an ISO 8601 date and time or an HTTP date (RFC 9110, IMF-fixdate).
  public init?(timestamp text: String) {
    guard let instant = Instant(iso8601: text) ?? Instant(httpDate: text) else {
      return nil
    }
    self = instant
  }

  /// Reads an ISO 8601 date and time with any offset and up to nine digits of fraction, cut to microseconds.
  ///
  /// Without an offset it is UTC, since that is what a server means whose clock runs in UTC and whose library leaves
  /// the offset out. A date alone is its midnight. The library's own parser keeps milliseconds only, hence this one.
  public init?(iso8601 text: String) {
    var text = text
    guard let instant = text.withUTF8(Instant.init(iso8601:)) else { return nil }
    self = instant
  }

  private init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = DigitScanner(bytes)
    guard let day = scanner.civilDay() else { return nil }
    var seconds: Int64 = 0
    var micros: Int64 = 0
    if !scanner.isAtEnd {
      guard scanner.skip(oneOf: "Tt ") else { return nil }
      guard let clock = scanner.clockTime(), let offset = scanner.offset(), scanner.isAtEnd else { return nil }
      seconds = clock.seconds - offset
      micros = clock.micros
    }
    self.init(seconds: day + seconds, microseconds: micros)
  }

  /// Reads the date format of HTTP, for example `Mon, 23 Nov 2026 15:00:00 GMT`; a wrong day of the week is let pass.
  public init?(httpDate text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[5] == "GMT",
      CalendarNames.weekdays.contains(where: { $0.prefix(3) + "," == parts[0] }),
      let month = CalendarNames.months.firstIndex(where: { $0.prefix(3) == parts[2] }),
      parts[1].utf8.count == 2, parts[3].utf8.count == 4, parts[4].utf8.count == 8
    else { return nil }
    self.init(iso8601: "\(parts[3])-\(padded(month + 1, 2))-\(parts[1])T\(parts[4])Z")
  }

  /// ISO 8601 in UTC with six digits of fraction, so that text order is time order: `2026-11-24T14:00:00.000000Z`.
  public var canonicalText: String {
    Self.civilText(Int(seconds), fraction: fraction)
  }

  /// ISO 8601 in UTC, with a fraction only where there is one: `2026-11-24T14:00:00Z`.
  public var iso8601: String {
    Self.civilText(Int(seconds)) + fractionText + "Z"
  }

  /// ISO 8601 as the clocks of a zone show it, with that zone's offset: `2026-11-24T14:00:00+01:00`.
  public func iso8601(in zone: TimeZone) -> String {
    let offset = zone.offset(at: Int(seconds))
    return Self.civilText(Int(seconds) + offset) + fractionText + offsetText(offset)
  }

  private var fractionText: String {
    guard fraction != 0 else { return "" }
    var digits = padded(Int(fraction), 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  /// Date and time without an offset; where the fraction is given, with six digits of it and a Z.
  private static func civilText(_ wallSecond: Int, fraction: Int64? = nil) -> String {
    let local = LocalTime(wallSecond: wallSecond)
    let second = local.clock.second
    return String(unsafeUninitializedCapacity: 27) { buffer in
      var writer = DigitWriter(buffer)
      writer.write(local.day.year, digits: 4)
      writer.write("-", local.day.month)
      writer.write("-", local.day.day)
      writer.write("T", second / 3600)
      writer.write(":", second / 60 % 60)
      writer.write(":", second % 60)
      if let fraction {
        writer.write(".", Int(fraction), digits: 6)
        writer.write("Z")
      }
      return writer.count
    }
  }
}

/// Writes the digits and marks of a timestamp, byte by byte.
private struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func write(_ mark: Unicode.Scalar) {
    guard count < buffer.count else { return }
    buffer[count] = UInt8(ascii: mark)
    count += 1
  }

  mutating func write(_ mark: Unicode.Scalar, _ number: Int, digits: Int = 2) {
    write(mark)
    write(number, digits: digits)
  }

  /// Writes the number with zeros in front; it must not have more digits.
  mutating func write(_ number: Int, digits: Int) {
    guard count + digits <= buffer.count else { return }
    var rest = number
    for place in (count..<count + digits).reversed() {
      buffer[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }
}

/// Walks over the digits and marks of a timestamp, byte by byte.
private struct DigitScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Takes one character if it is among those given, which are ASCII.
  mutating func skip(oneOf characters: StaticString) -> Bool {
    guard position < bytes.count else { return false }
    let isOne = characters.withUTF8Buffer { $0.contains(bytes[position]) }
    if isOne { position += 1 }
    return isOne
  }

  /// Takes exactly the given number of decimal digits.
  mutating func number(digits count: Int) -> Int64? {
    guard bytes.count - position >= count else { return nil }
    var value: Int64 = 0
    for byte in bytes[position..<position + count] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    position += count
    return value
  }

  /// Takes `YYYY-MM-DD` and gives the second its day begins at, in UTC.
  mutating func civilDay() -> Int64? {
    guard let year = number(digits: 4), skip(oneOf: "-"), let month = number(digits: 2), skip(oneOf: "-"),
      let day = number(digits: 2), let civil = CivilDay(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    return Int64(civil.number * secondsPerDay)
  }

  /// Takes `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fraction`; 24:00 is the end of the day and :60 a leap second.
  mutating func clockTime() -> (seconds: Int64, micros: Int64)? {
    guard let hour = number(digits: 2), skip(oneOf: ":"), let minute = number(digits: 2), minute <= 59 else {
      return nil
    }
    var second: Int64 = 0
    var micros: Int64 = 0
    if skip(oneOf: ":") {
      guard let value = number(digits: 2), value <= 60 else { return nil }
      second = value
      if skip(oneOf: ".,") {
        guard let value = fraction() else { return nil }
        micros = value
      }
    }
    guard hour <= 23 || (hour == 24 && minute == 0 && second == 0 && micros == 0) else { return nil }
    return (hour * 3600 + minute * 60 + second, micros)
  }

  /// Takes one to nine digits and gives the first six as microseconds.
  private mutating func fraction() -> Int64? {
    var micros: Int64 = 0
    var unit: Int64 = 100_000
    var count = 0
    while let digit = number(digits: 1) {
      micros += digit * unit
      unit /= 10
      count += 1
    }
    return (1...9).contains(count) ? micros : nil
  }

  /// Takes `Z`, `+01`, `+01:00`, `+0100` or nothing, and gives the seconds east of UTC.
  mutating func offset() -> Int64? {
    if isAtEnd || skip(oneOf: "Zz") { return 0 }
    let sign: Int64
    if skip(oneOf: "+") { sign = 1 } else if skip(oneOf: "-") { sign = -1 } else { return nil }
    guard let hours = number(digits: 2), hours <= 23 else { return nil }
    var minutes: Int64 = 0
    if !isAtEnd {
      _ = skip(oneOf: ":")
      guard let value = number(digits: 2), value <= 59 else { return nil }
      minutes = value
    }
    return sign * (hours * 3600 + minutes * 60)
  }
}
