/// What stands before the body of an answer.
public struct HTTPResponseHead: Sendable {
  /// The status code, such as 200 or 404.
  public let status: Int
  /// The header fields.
  public let headers: HTTPHeaders
  /// The address that was asked, without its query.
  public let address: String

  /// Where an answer of 3xx points to; nothing follows it by itself.
  public var location: String? { headers["Location"] }
}
