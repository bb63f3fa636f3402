import CMicrohttpd

/// Turns the library's calls for one connection after the other into requests, and the answers back.
final class Exchange: Sendable {
  let watch: ConnectionWatch
  private let handler: HTTPServer.Handler
  private let observer: HTTPServer.Observer?
  private let limits: HTTPServer.Limits

  init(limits: HTTPServer.Limits, observer: HTTPServer.Observer?, handler: @escaping HTTPServer.Handler) {
    self.handler = handler
    self.observer = observer
    self.limits = limits
    watch = ConnectionWatch(
      patience: limits.connectionTimeout, minimumSpeed: limits.minimumSpeed, longestAnswer: limits.longestAnswer)
  }

  /// Looks at the head of a request before its body comes, and refuses what would be too large.
  ///
  /// A body must say how long it is: only so can it be refused before it is sent.
  func refusal(of call: RequestCall, _ pending: PendingRequest) -> HTTPResponse? {
    if pending.target.utf8.count > limits.maximumTargetBytes {
      return .failure(414, "The address may have at most \(limits.maximumTargetBytes) bytes.")
    }
    if call.headerBytes > limits.maximumHeaderBytes {
      return .failure(431, "The header fields may have at most \(limits.maximumHeaderBytes) bytes.")
    }
    if call.header("Transfer-Encoding") != nil {
      return .failure(411, "The body must come with a Content-Length.")
    }
    guard let announced = call.header("Content-Length") else { return nil }
    guard let length = Int(announced), length <= limits.maximumBodyBytes else {
      return .failure(413, "The body may have at most \(limits.maximumBodyBytes) bytes.")
    }
    return nil
  }

  /// Answers a request that has come whole.
  func answer(_ call: RequestCall, _ pending: PendingRequest) -> HTTPResponse {
    guard let request = call.request(body: pending.body) else {
      return .failure(400, "The address holds an escape that is not UTF-8 text.")
    }
    return handler(request).coded(for: request.headers)
  }

  /// Hands an answer to the library, and remembers what will be said of it.
  func send(_ response: HTTPResponse, to call: RequestCall, _ pending: PendingRequest) -> MHD_Result {
    pending.status = response.status
    if response.status >= 400, response.stream == nil {
      pending.refusal = String(decoding: response.body, as: UTF8.self)
    }
    pending.bytes = call.isHead || response.stream != nil ? 0 : response.body.count
    watch.beginsSending(call.connection)
    watch.sends(pending.bytes, on: call.connection)
    return call.send(response, through: OutgoingBody(response.stream, pending, watch, call.connection))
  }

  /// Says what became of a request.
  func finish(_ pending: PendingRequest, isCutShort: Bool) {
    observer?(RequestRecord(pending, isCutShort: isCutShort))
  }
}

/// One request from its first line to the end of its answer; used by one thread at a time.
final class PendingRequest {
  let target: String
  let start = ContinuousClock.now
  var method = ""
  var body: [UInt8] = []
  var status = 0
  var bytes = 0
  /// What the answer says of why there is no other.
  var refusal: String?

  init(target: String) {
    self.target = target
  }
}

// MARK: - What the library calls

/// Called when a connection was opened, and again when it is about to be closed.
func noteConnection(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ own: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_ConnectionNotificationCode
) {
  guard let context, let connection else { return }
  let watch = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().watch
  if code == .CONNECTION_NOTIFY_STARTED {
    watch.opened(connection, socket: httpd_socket(connection))
  } else {
    watch.closed(connection)
  }
}

/// Called with the address of each request as soon as its first line has come.
func beginRequest(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  Unmanaged.passRetained(PendingRequest(target: target.map { String(cString: $0) } ?? "")).toOpaque()
}

/// Called for each request: once with its head, then for each piece of the body, then at its end.
func answerRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ piece: UnsafePointer<CChar>?,
  _ pieceSize: UnsafeMutablePointer<Int>?, _ known: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method, let pieceSize, let known = known?.pointee else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  let pending = Unmanaged<PendingRequest>.fromOpaque(known).takeUnretainedValue()
  let call = RequestCall(connection: connection, url: url, method: method)
  guard !pending.method.isEmpty else {
    pending.method = String(cString: method)
    return exchange.refusal(of: call, pending).map { exchange.send($0, to: call, pending) } ?? .YES
  }
  guard pieceSize.pointee > 0 else {
    exchange.watch.beginsWork(connection)
    return exchange.send(exchange.answer(call, pending), to: call, pending)
  }
  pending.body += UnsafeRawBufferPointer(start: piece, count: pieceSize.pointee)
  pieceSize.pointee = 0
  return .YES
}

/// Called when a request is over, however it ended.
func forgetRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ known: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ end: MHD_RequestTerminationCode
) {
  guard let context, let connection, let known, let opaque = known.pointee else { return }
  known.pointee = nil
  let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  let pending = Unmanaged<PendingRequest>.fromOpaque(opaque).takeRetainedValue()
  exchange.watch.endsAnswer(connection)
  exchange.finish(pending, isCutShort: end != .REQUEST_TERMINATED_COMPLETED_OK)
}
