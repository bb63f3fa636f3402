/// What became of one request, for a log.
public struct RequestRecord: Sendable {
  /// The method, such as `GET`.
  public let method: String
  /// The path without the query, which may hold secrets; what is no printable ASCII is escaped.
  public let path: String
  /// The status of the answer; 0 where the client was gone before there was one.
  public let status: Int
  /// How many bytes of the body were made, after compression.
  public let bytes: Int
  /// How long it took from the first line to the last byte.
  public let duration: Duration
  /// Whether the answer broke off before its end.
  public let isCutShort: Bool

  /// The longest path that is kept.
  private static let longestPath = 200

  init(
    method: String, target: String, status: Int, bytes: Int, duration: Duration, isCutShort: Bool
  ) {
    self.method = Self.printable(method)
    path = Self.printable(String(target.prefix { $0 != "?" }))
    self.status = status
    self.bytes = bytes
    self.duration = duration
    self.isCutShort = isCutShort
  }

  /// Escapes what could move a terminal's cursor or begin another line.
  private static func printable(_ text: String) -> String {
    var shown = ""
    for byte in text.utf8.prefix(longestPath) {
      if byte > 0x20 && byte < 0x7F {
        shown.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        shown += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return shown
  }
}
