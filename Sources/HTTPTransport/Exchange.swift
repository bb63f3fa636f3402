import CMicrohttpd

/// Turns the library's calls for one connection after the other into requests, and the answers back.
final class Exchange: Sendable {
  private let handler: HTTPServer.Handler
  private let maximumBodyBytes: Int

  init(handler: @escaping HTTPServer.Handler, maximumBodyBytes: Int) {
    self.handler = handler
    self.maximumBodyBytes = maximumBodyBytes
  }

  /// Looks at the head of a request before its body comes, and refuses what would be too large.
  ///
  /// A body must say how long it is: only so can it be refused before it is sent.
  func refusal(of call: RequestCall) -> HTTPResponse? {
    if call.header("Transfer-Encoding") != nil {
      return .failure(411, "The body must come with a Content-Length.")
    }
    guard let announced = call.header("Content-Length") else { return nil }
    guard let length = Int(announced), length <= maximumBodyBytes else {
      return .failure(413, "The body may have at most \(maximumBodyBytes) bytes.")
    }
    return nil
  }

  /// Answers a request that has come whole.
  func answer(_ call: RequestCall, body: [UInt8]) -> HTTPResponse {
    guard let request = call.request(body: body) else {
      return .failure(400, "The address holds an escape that is not UTF-8 text.")
    }
    return handler(request)
  }
}

/// The body of a request that has not come whole yet.
private final class PendingBody {
  var bytes: [UInt8] = []
}

/// Called by the library for each request: once with its head, then for each piece of the body, then at its end.
func answerRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ piece: UnsafePointer<CChar>?,
  _ pieceSize: UnsafeMutablePointer<Int>?, _ pending: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method, let pieceSize, let pending else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  let call = RequestCall(connection: connection, url: url, method: method)
  guard let known = pending.pointee else {
    if let refusal = exchange.refusal(of: call) { return call.send(refusal) }
    pending.pointee = Unmanaged.passRetained(PendingBody()).toOpaque()
    return .YES
  }
  let body = Unmanaged<PendingBody>.fromOpaque(known).takeUnretainedValue()
  guard pieceSize.pointee > 0 else { return call.send(exchange.answer(call, body: body.bytes)) }
  body.bytes += UnsafeRawBufferPointer(start: piece, count: pieceSize.pointee)
  pieceSize.pointee = 0
  return .YES
}

/// Called by the library when a request is over, however it ended.
func forgetRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ pending: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ end: MHD_RequestTerminationCode
) {
  guard let pending, let known = pending.pointee else { return }
  Unmanaged<PendingBody>.fromOpaque(known).release()
  pending.pointee = nil
}
