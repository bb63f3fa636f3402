import EventModel
import HTTPTransport

/// One line of the log for one request: when, what, and what became of it; no header's value and no query.
struct RequestLine {
  private static let longestPath = 200

  let text: String

  /// Describes a request.
  ///
  /// - Parameters:
  ///   - request: What was asked.
  ///   - response: What was answered.
  ///   - now: When.
  init(_ request: HTTPRequest, _ response: HTTPResponse, at now: Instant) {
    let path = cleanedLine(String(request.path.unicodeScalars.prefix(Self.longestPath)))
    let method = cleanedLine(String(request.method.unicodeScalars.prefix(20)))
    let reason = response.status < 400 ? "" : " \(String(decoding: response.body.prefix(300), as: UTF8.self))"
    text = "\(now.iso8601) \(method) \(path) \(response.status)\(reason)"
  }
}
