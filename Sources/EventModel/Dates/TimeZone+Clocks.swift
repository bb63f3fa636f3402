import Foundation

/// Moments are seconds since 1970-01-01T00:00:00Z here, wall seconds those of ``LocalTime``.
extension TimeZone {
  /// How many seconds the zone's clocks are ahead of UTC at a moment.
  func offset(at moment: Int) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
  }

  /// The moments, earliest first, at which the clocks show a time: none in a gap, two in an overlap.
  func moments(showing wallSecond: Int) -> [Int] {
    Set(hours(around: wallSecond).map(offset))
      .map { wallSecond - $0 }
      .filter { $0 + offset(at: $0) == wallSecond }
      .sorted()
  }

  /// The moment at which the clocks are put forward past a time that they never show.
  func jump(over wallSecond: Int) -> Int {
    let reaches = { (moment: Int) in moment + self.offset(at: moment) > wallSecond }
    guard var after = hours(around: wallSecond).first(where: reaches) else { return wallSecond }
    var before = after - 3600
    while after - before > 1 {
      let middle = (before + after) / 2
      if reaches(middle) { after = middle } else { before = middle }
    }
    return after
  }

  /// Moments an hour apart that enclose any at which clocks can show the time: no zone has been 16 hours off UTC.
  private func hours(around wallSecond: Int) -> [Int] {
    (-16...16).map { wallSecond + $0 * 3600 }
  }

  /// The zone's name as people write it; the library calls UTC by an older name.
  public var displayName: String { identifier == "GMT" ? "UTC" : identifier }
}

/// An offset from UTC as ISO 8601 writes it, with seconds where a historic one has them: `+01:00`.
func offsetText(_ offset: Int) -> String {
  let size = abs(offset)
  let minutes = "\(padded(size / 3600, 2)):\(padded(size / 60 % 60, 2))"
  return (offset < 0 ? "-" : "+") + minutes + (size % 60 == 0 ? "" : ":\(padded(size % 60, 2))")
}
