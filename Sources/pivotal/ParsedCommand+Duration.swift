import CommandKit

extension ParsedCommand {
  /// The time that was given with an option: a number and s, m, h or d, or seconds alone; nil where it was not given.
  func duration(_ option: String) throws(UsageError) -> Duration? {
    guard let text = text(option) else { return nil }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), (0...1_000_000).contains(number) else {
      throw UsageError("--\(option) takes a time such as 90s, 30m, 1h or 1d, not '\(text)'.")
    }
    return .seconds(number * (unit ?? 1))
  }

  /// The same, for something that is done again and again.
  func interval(_ option: String) throws(UsageError) -> Duration? {
    guard let interval = try duration(option) else { return nil }
    guard interval > .zero else { throw UsageError("--\(option) needs a time above zero, such as 30m or 1h.") }
    return interval
  }
}
