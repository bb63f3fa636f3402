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
  /// What the answer's body says of why the request was refused, escaped likewise; nil where it was not.
  public let refusal: String?

  init(_ pending: PendingRequest, isCutShort: Bool) {
    method = Self.printable(pending.method, atMost: 20)
    path = Self.printable(String(pending.target.prefix { $0 != "?" }), atMost: 200)
    status = pending.status
    bytes = pending.bytes
    duration = pending.start.duration(to: .now)
    self.isCutShort = isCutShort
    refusal = pending.refusal.map { Self.printable($0, atMost: 300, spaces: true) }
  }

  /// The record as a line without the time: `GET /api/v1/speakers 200 3100 bytes 12 ms`.
  public var line: String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    let end = isCutShort ? " cut short" : refusal.map { " \($0)" } ?? ""
    return "\(method) \(path) \(status) \(bytes) bytes \(milliseconds) ms\(end)"
  }

  /// Escapes what could move a terminal's cursor or begin another line.
  private static func printable(_ text: String, atMost count: Int, spaces: Bool = false) -> String {
    var shown = ""
    for byte in text.utf8.prefix(count) {
      if byte > 0x20 && byte < 0x7F || spaces && byte == 0x20 {
        shown.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        shown += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return shown
  }
}
