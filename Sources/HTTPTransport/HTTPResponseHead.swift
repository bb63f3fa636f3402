/// What stands before the body of an answer.
public struct HTTPResponseHead: Sendable {
  /// The status code, such as 200 or 404.
  public let status: Int
  /// The header fields.
  public let headers: HTTPHeaders
  /// The address that was asked, without its query.
  public let address: String

  /// Whether the status is 2xx.
  public var isSuccess: Bool { (200...299).contains(status) }

  /// Where an answer of 3xx points to; nothing follows it by itself.
  public var location: String? { headers["Location"] }
}
