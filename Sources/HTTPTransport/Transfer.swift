import CCurl

/// One request on its way: what has come so far, and why it must end.
final class Transfer {
  typealias Receiver = (HTTPResponseHead, UnsafeRawBufferPointer) throws -> Void

  private let easy: EasyHandle
  private let sentHeaders: HeaderList
  private let address: WebAddress
  private let limits: TransferLimits
  private let receive: Receiver

  private var headers = HTTPHeaders()
  private var headerBytes = 0
  private var bodyBytes: Int64 = 0
  private var head: HTTPResponseHead?
  private var failure: (any Error)?
  private var isCancelled: () -> Bool = { true }
  /// Whether the answer's body is of no interest, so that the transfer ends with the head.
  private var endsWithHead = false
  private let start = ContinuousClock.now

  init(
    _ address: WebAddress, headers: HeaderList, limits: TransferLimits, receive: @escaping Receiver
  ) throws(HTTPClientError) {
    easy = try EasyHandle()
    sentHeaders = headers
    self.address = address
    self.limits = limits
    self.receive = receive
    try configure()
  }

  /// Sets what belongs to a client as a whole: whom to trust and how to name oneself.
  func identify(userAgent: String, caFile: String?) throws(HTTPClientError) {
    try easy.set(CURLOPT_USERAGENT, to: userAgent)
    if let caFile { try easy.set(CURLOPT_CAINFO, to: caFile) }
  }

  /// Makes it a POST with a body, which is copied, and whose answer is its head.
  func post(_ body: [UInt8]) throws(HTTPClientError) {
    endsWithHead = true
    try easy.set(CURLOPT_POST, to: 1)
    try easy.set(CURLOPT_POSTFIELDSIZE_LARGE, toSize: Int64(body.count))
    try easy.setCopied(CURLOPT_COPYPOSTFIELDS, to: body)
  }

  /// Runs the transfer to its end on the calling thread.
  func run(on engine: TransferEngine, isCancelled: () -> Bool) throws -> HTTPResponseHead {
    try withoutActuallyEscaping(isCancelled) { isCancelled in
      self.isCancelled = isCancelled
      defer { self.isCancelled = { true } }
      try engine.add(easy)
      defer { engine.remove(easy) }
      while true {
        if let code = try engine.advance() { return try conclude(code) }
        try checkPatience()
        try engine.wait(milliseconds: 100)
      }
    }
  }

  /// Checks whether it may go on, also while an answer comes so fast that there is nothing to wait for.
  private func checkPatience() throws(HTTPClientError) {
    if isCancelled() { throw .cancelled(address) }
    guard start.duration(to: .now) > limits.maximumTimeWhenUnsized else { return }
    guard let (received, length) = extent else { throw .endless(address, limits) }
    if isHopelesslySlow(length - received, after: received) { throw .tooSlow(address) }
  }

  /// Whether the rest of an answer would take longer than anybody waits, at the pace it has kept so far.
  private func isHopelesslySlow(_ rest: Int64, after received: Int64) -> Bool {
    let speed = max(1, received * 1000 / Int64(start.duration(to: .now).boundedMilliseconds))
    return rest / speed > Int64(limits.longestForeseeable.boundedSeconds)
  }

  /// How much has come, and how much there is, both packed or both unpacked; nil of an answer that does not say, or that
  /// goes on behind what it said.
  private var extent: (received: Int64, length: Int64)? {
    guard let head else { return nil }
    let length = easy.size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    if length >= 0 { return (easy.size(CURLINFO_SIZE_DOWNLOAD_T), length) }
    guard let unpacked = head.headers[HTTPHeaders.unpackedLength].flatMap({ Int64($0) }), bodyBytes <= unpacked else {
      return nil
    }
    return (bodyBytes, unpacked)
  }

  private func conclude(_ code: CURLcode) throws -> HTTPResponseHead {
    if let failure { throw failure }
    if code == CURLE_OK || endsWithHead, let head { return head }
    let proxyStatus = easy.number(CURLINFO_HTTP_CONNECTCODE)
    guard proxyStatus < 300 else { throw HTTPClientError.proxyRefused(address, status: proxyStatus) }
    // libcurl is content with a head that breaks off.
    let code = code == CURLE_OK ? CURLE_PARTIAL_FILE : code
    throw HTTPClientError(
      code: code, detail: easy.reason(for: code), wasConnected: easy.size(CURLINFO_PRETRANSFER_TIME_T) > 0,
      address: address, limits: limits)
  }
}

// MARK: - Options

extension Transfer {
  private func configure() throws(HTTPClientError) {
    try easy.allowOnlyHTTP()
    try easy.set(CURLOPT_URL, to: address.text)
    try easy.set(CURLOPT_NOSIGNAL, to: 1)
    try easy.set(CURLOPT_ACCEPT_ENCODING, to: "")
    // Fewer and larger pieces: each costs a turn of sender and receiver.
    try easy.set(CURLOPT_BUFFERSIZE, to: 256 * 1024)
    try setHeaders()
    try setTrust()
    try setLimits()
    try setCallbacks()
  }

  private func setHeaders() throws(HTTPClientError) {
    try easy.set(CURLOPT_HTTPHEADER, to: UnsafeMutableRawPointer(sentHeaders.pointer))
    // What is meant for the server does not go to a proxy between.
    try easy.set(CURLOPT_HEADEROPT, to: Int(CURLHEADER_SEPARATE))
    try easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, to: 1)
    // Without encryption a proxy would be told all that is meant for the server alone.
    if address.isLoopback || !address.isEncrypted { try easy.set(CURLOPT_NOPROXY, to: "*") }
  }

  private func setTrust() throws(HTTPClientError) {
    let minimum = Int(CURL_SSLVERSION_TLSv1_2)
    try easy.set(CURLOPT_SSLVERSION, to: minimum)
    try easy.set(CURLOPT_PROXY_SSLVERSION, to: minimum)
    try easy.set(CURLOPT_SSL_VERIFYPEER, to: 1)
    try easy.set(CURLOPT_SSL_VERIFYHOST, to: 2)
    // A redirect is the caller's to judge: following it would hand the key to another host.
    try easy.set(CURLOPT_FOLLOWLOCATION, to: 0)
  }

  private func setLimits() throws(HTTPClientError) {
    try easy.set(CURLOPT_CONNECTTIMEOUT_MS, to: limits.connectTimeout.boundedMilliseconds)
    try easy.set(CURLOPT_LOW_SPEED_LIMIT, to: limits.minimumSpeed)
    try easy.set(CURLOPT_LOW_SPEED_TIME, to: limits.stallTimeout.boundedSeconds)
    try easy.set(CURLOPT_MAXFILESIZE_LARGE, toSize: limits.maximumBodyBytes)
  }

  private func setCallbacks() throws(HTTPClientError) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    try easy.set(CURLOPT_HEADERFUNCTION, to: takeHeaderLine)
    try easy.set(CURLOPT_HEADERDATA, to: context)
    try easy.set(CURLOPT_WRITEFUNCTION, to: takeBodyPiece)
    try easy.set(CURLOPT_WRITEDATA, to: context)
  }
}

// MARK: - What arrives

extension Transfer {
  /// Takes one line of a head, and answers whether the transfer may go on.
  fileprivate func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= limits.maximumHeaderBytes else { return stop(HTTPClientError.headTooLarge(address)) }
    // What follows the body of a chunked answer is of no interest.
    guard head == nil else { return true }
    let text = String(decoding: line, as: UTF8.self).trimmingLineEnd
    if text.isEmpty {
      finishHead()
      return head == nil || !endsWithHead
    } else if text.hasPrefix("HTTP/") {
      headers.removeAll()
    } else if let colon = text.firstIndex(of: ":"), HTTPHeaders.isValidName(String(text[..<colon])) {
      headers.add(String(text[..<colon]), text[text.index(after: colon)...].trimmingBlanks)
    }
    return true
  }

  /// Takes one piece of the body, and answers whether the transfer may go on.
  fileprivate func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    bodyBytes += Int64(piece.count)
    guard bodyBytes <= limits.maximumBodyBytes else { return stop(HTTPClientError.tooLarge(address, limits)) }
    guard let head else { return stop(HTTPClientError.libraryFailed) }
    do {
      try checkPatience()
      try receive(head, piece)
      return true
    } catch {
      return stop(error)
    }
  }

  private func finishHead() {
    let status = easy.number(CURLINFO_RESPONSE_CODE)
    // 1xx only says that the answer is still to come.
    guard status >= 200 else { return }
    head = HTTPResponseHead(status: status, headers: headers, address: address.shown)
  }

  private func stop(_ reason: any Error) -> Bool {
    failure = failure ?? reason
    return false
  }
}

private func takeHeaderLine(
  _ bytes: UnsafeMutablePointer<CChar>?, _ one: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

private func takeBodyPiece(
  _ bytes: UnsafeMutablePointer<CChar>?, _ one: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let context, count > 0 else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.takeBody(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

extension StringProtocol {
  fileprivate var trimmingLineEnd: SubSequence {
    self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)]
  }

  fileprivate var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
