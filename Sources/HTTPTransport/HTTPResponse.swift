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

  /// Makes an answer that says in one sentence, without quotes or backslashes, why there is none.
  static func failure(_ status: Int, _ sentence: String) -> HTTPResponse {
    HTTPResponse(status: status, type: "application/json", body: Array("{\"error\":\"\(sentence)\"}".utf8))
  }
}
