import Foundation

extension TimeZone {
  /// The names of the IANA database, in order.
  ///
  /// The library's own list calls UTC by an older name and lacks the present one of India's zone, which it knows.
  public static let names: [String] =
    Set(["UTC", "Asia/Kolkata"] + knownTimeZoneIdentifiers).subtracting(["GMT"]).sorted()
}
