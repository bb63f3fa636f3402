import HTTPTransport

/// What a transfer brought, kept whole.
struct Fetched {
  var head: HTTPResponseHead
  var body: [UInt8] = []
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension HTTPClient {
  /// Fetches a whole body into memory.
  func fetch(
    _ url: String, headers: [(name: String, value: String)] = [], limits: TransferLimits = TransferLimits()
  ) throws -> Fetched {
    var body: [UInt8] = []
    let head = try get(url, headers: headers, limits: limits) { _, piece in body += piece }
    return Fetched(head: head, body: body)
  }

  /// The error that fetching ends with; nil when it succeeds.
  func failure(
    _ url: String, headers: [(name: String, value: String)] = [], limits: TransferLimits = TransferLimits()
  ) -> HTTPClientError? {
    do {
      _ = try fetch(url, headers: headers, limits: limits)
      return nil
    } catch {
      return error as? HTTPClientError
    }
  }
}

extension HTTPServer {
  /// A server on a free port of this machine.
  static func local(
    limits: Limits = Limits(), identity: Identity? = nil, handler: @escaping Handler
  ) throws -> HTTPServer {
    try HTTPServer(address: "127.0.0.1", port: 0, limits: limits, identity: identity, handler: handler)
  }
}

extension TransferLimits {
  /// Limits with some of them changed.
  static func with(_ change: (inout TransferLimits) -> Void) -> TransferLimits {
    var limits = TransferLimits()
    change(&limits)
    return limits
  }
}
