/// What a client asked of the server.
public struct HTTPRequest: Sendable {
  /// The method; HEAD is given as GET, since the server leaves the body out by itself.
  public let method: String
  /// The path, with its %-escapes decoded.
  public let path: String
  /// What stood behind the question mark, decoded, in order.
  public let query: [(name: String, value: String)]
  /// The header fields.
  public let headers: HTTPHeaders
  /// The body, whole; empty where there is none.
  public let body: [UInt8]

  /// Makes a request from its parts.
  public init(
    method: String = "GET", path: String, query: [(name: String, value: String)] = [],
    headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}
