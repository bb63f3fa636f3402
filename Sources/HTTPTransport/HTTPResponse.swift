import Foundation

/// What the server answers.
public struct HTTPResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields; length, date and connection are added by the server.
  public var headers: HTTPHeaders
  /// The body, where it is no stream.
  public var body: [UInt8]
  /// What makes the body while it is sent; nil where ``body`` is all of it.
  public var stream: (any HTTPBodyStream)?
  /// How many bytes the stream gives; nil where nobody knows before.
  public var streamLength: Int?
  /// Whether the body is sent compressed to those who take that.
  public var isCompressible = false

  /// Makes an answer from its parts.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Makes an answer with a body of a named type.
  public init(status: Int = 200, type: String, body: [UInt8]) {
    self.init(status: status, headers: HTTPHeaders([("Content-Type", type)]), body: body)
  }

  /// Makes an answer with a body of a named type that is made while it is sent.
  public init(status: Int = 200, type: String, stream: any HTTPBodyStream, length: Int? = nil) {
    self.init(status: status, type: type, body: [])
    self.stream = stream
    streamLength = length
  }

  /// Makes an answer that says in one sentence why there is none: a JSON object with the member `error`.
  public static func failure(
    _ status: Int, _ sentence: String, _ fields: [(name: String, value: String)] = []
  ) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A text can always be written as JSON.
    let body = (try? encoder.encode(["error": sentence])) ?? Data("{}".utf8)
    return HTTPResponse(
      status: status, headers: HTTPHeaders([("Content-Type", "application/json")] + fields), body: Array(body))
  }
}
