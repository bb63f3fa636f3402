import Synchronization

/// Asks web servers, with limits on time and size, over verified connections only.
///
/// It follows no redirect, since that would hand the headers, and a key among them, to a host nobody chose; and it
/// speaks plain HTTP to this machine only, unless told otherwise. There is no switch for trusting any certificate.
public final class HTTPClient: Sendable {
  private let allowPlainHTTP: Bool
  private let caFile: String?
  private let userAgent: String
  private let idleEngines = Mutex<[TransferEngine]>([])

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - allowPlainHTTP: Whether other machines may be asked without encryption.
  ///   - caFile: A PEM file of the authorities to trust besides the system's.
  ///   - userAgent: How the client names itself.
  public init(allowPlainHTTP: Bool = false, caFile: String? = nil, userAgent: String = "pivotal") {
    self.allowPlainHTTP = allowPlainHTTP
    self.caFile = caFile
    self.userAgent = userAgent
  }

  /// Asks for an address and hands the body on as it comes, on the calling thread.
  ///
  /// Answers of any status are handed on; the caller judges them. Cancelling is answered within about a tenth of a
  /// second.
  ///
  /// - Parameters:
  ///   - url: The whole address.
  ///   - headers: The fields to send besides the usual ones.
  ///   - limits: How long it may take and how much it may bring.
  ///   - isCancelled: Asked again and again while the answer comes; true ends the transfer.
  ///   - receive: Called for each piece of the body, decompressed and in order; what it throws ends the transfer.
  /// - Returns: The head of the answer, once the whole of it has come.
  /// - Throws: ``HTTPClientError``, or what `receive` threw.
  @discardableResult
  public func get(
    _ url: String, headers: [(name: String, value: String)] = [], limits: TransferLimits = TransferLimits(),
    isCancelled: () -> Bool = { false }, receive: (HTTPResponseHead, UnsafeRawBufferPointer) throws -> Void
  ) throws -> HTTPResponseHead {
    let address = try allowedAddress(url)
    // On this machine bytes cost nothing, but packing and unpacking them does.
    let sent = try HeaderList(headers + (address.isLoopback ? [("Accept-Encoding", "identity")] : []))
    return try withoutActuallyEscaping(receive) { receive in
      let transfer = try Transfer(address, headers: sent, limits: limits, receive: receive)
      return try run(transfer, isCancelled: isCancelled)
    }
  }

  /// Sends a body to an address, on the calling thread, and takes no interest in what is answered besides the head: an
  /// answer whose body would take for ever takes no longer than its head.
  ///
  /// - Parameters:
  ///   - url: The whole address.
  ///   - headers: The fields to send besides the usual ones; the body's type must be among them.
  ///   - body: What is sent.
  ///   - limits: How long it may take and how much it may bring.
  ///   - isCancelled: Asked again and again meanwhile; true ends the transfer.
  /// - Returns: The head of the answer.
  /// - Throws: ``HTTPClientError``.
  public func post(
    _ url: String, headers: [(name: String, value: String)], body: [UInt8], limits: TransferLimits = TransferLimits(),
    isCancelled: () -> Bool = { false }
  ) throws -> HTTPResponseHead {
    let transfer = try Transfer(
      try allowedAddress(url), headers: try HeaderList(headers), limits: limits, receive: { _, _ in })
    try transfer.post(body)
    return try run(transfer, isCancelled: isCancelled)
  }

  private func run(_ transfer: Transfer, isCancelled: () -> Bool) throws -> HTTPResponseHead {
    try transfer.identify(userAgent: userAgent, caFile: caFile)
    return try withEngine { engine in
      try withoutBrokenPipeSignals { try transfer.run(on: engine, isCancelled: isCancelled) }
    }
  }

  /// Whether an address is this machine's, so that what is sent there cannot be read on the way.
  public static func isLoopback(_ url: String) -> Bool { (try? WebAddress(parsing: url))?.isLoopback ?? false }

  /// Looks whether an address is one that may be asked, without asking it.
  ///
  /// - Throws: ``HTTPClientError`` where it is none.
  public func check(_ url: String) throws {
    _ = try allowedAddress(url)
  }

  private func allowedAddress(_ url: String) throws(HTTPClientError) -> WebAddress {
    let address = try WebAddress(parsing: url)
    guard address.isEncrypted || address.isLoopback || allowPlainHTTP else {
      throw HTTPClientError(
        .insecure,
        """
        \(address.shown) is not encrypted and a key could be read on the way; use https, or --allow-http where the \
        network is yours.
        """
      )
    }
    return address
  }

  /// Lends an engine that no other transfer uses meanwhile, with its open connections.
  private func withEngine<Result>(_ body: (TransferEngine) throws -> Result) throws -> Result {
    let engine = try idleEngines.withLock { $0.popLast() } ?? TransferEngine()
    defer { idleEngines.withLock { $0.append(engine) } }
    return try body(engine)
  }
}
