/// What the server answers.
public struct HTTPResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields; length, date and connection are added by the server.
  public var headers: HTTPHeaders
  /// The body.
  public var body: [UInt8]

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

  /// Makes an answer that is one sentence of plain text.
  static func sentence(_ status: Int, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, type: "text/plain; charset=utf-8", body: Array("\(text)\n".utf8))
  }
}
