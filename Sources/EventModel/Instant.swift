/// A moment in time, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Two clocks are compared by their instants, never by their text: a sync asks whether the Centre's copy is newer,
/// and a microsecond is the finest difference it is asked to see.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since the Unix epoch, leap seconds not counted.
  public let microseconds: Int64

  /// The first moment that can be written with a four-digit year: 0001-01-01T00:00:00Z.
  public static let earliest = Instant(microseconds: -62_135_596_800_000_000)

  /// The last moment that can be written with a four-digit year: 9999-12-31T23:59:59.999999Z.
  public static let latest = Instant(microseconds: 253_402_300_799_999_999)

  /// Makes an instant from microseconds since the Unix epoch.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Makes an instant from whole seconds since the Unix epoch.
  ///
  /// - Returns: nil outside the years 1 to 9999, which is what the program can write down again.
  public init?(seconds: Int64, microseconds: Int64 = 0) {
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, carry) = scaled.addingReportingOverflow(microseconds)
    guard !overflow, !carry, sum >= Self.earliest.microseconds, sum <= Self.latest.microseconds else { return nil }
    self.microseconds = sum
  }

  /// Whole seconds since the Unix epoch, rounded towards the past.
  public var seconds: Int64 {
    let quotient = microseconds / 1_000_000
    return microseconds % 1_000_000 < 0 ? quotient - 1 : quotient
  }

  /// The microseconds past `seconds`, 0 to 999,999.
  public var fraction: Int64 {
    let remainder = microseconds % 1_000_000
    return remainder < 0 ? remainder + 1_000_000 : remainder
  }

  /// Whether one moment comes before the other.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The moment that lies the given number of seconds later (or earlier), held within the years 1 to 9999.
  public func advanced(bySeconds seconds: Int64) -> Instant {
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, carry) = microseconds.addingReportingOverflow(scaled)
    guard !overflow, !carry else { return seconds < 0 ? .earliest : .latest }
    return Instant(microseconds: min(max(sum, Self.earliest.microseconds), Self.latest.microseconds))
  }
}
