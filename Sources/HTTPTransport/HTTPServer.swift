import CMicrohttpd
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A web server that answers every request with a function, on a few threads of its own.
public final class HTTPServer: Sendable {
  /// Answers one request; called on the server's threads, several at a time.
  public typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse
  /// Told what became of a request; called on the server's threads.
  public typealias Observer = @Sendable (RequestRecord) -> Void

  /// What a server allows its clients.
  public struct Limits: Sendable {
    /// The most bytes a request's body may have.
    public var maximumBodyBytes = 64 * 1024
    /// The most bytes the address of a request may have, its query included.
    public var maximumTargetBytes = 8 * 1024
    /// The most bytes the header fields of a request may have together.
    public var maximumHeaderBytes = 32 * 1024
    /// How long a connection may be silent, and how long a request may take to come; whole seconds.
    public var connectionTimeout: Duration = .seconds(30)
    /// The bytes a second that an answer must be taken with on the whole, once that time is over.
    public var minimumSpeed = 1024
    /// How long an answer may be taken at most, however fast.
    public var longestAnswer: Duration = .seconds(1200)
    /// How many connections may be open at a time.
    public var maximumConnections = 512
    /// How many threads answer.
    public var threads = 4

    /// Makes the limits that fit a service for a team.
    public init() {}
  }

  /// A certificate and its key, both as PEM text.
  public struct Identity: Sendable {
    /// The certificate, followed by those that vouch for it.
    public let certificate: String
    /// The private key.
    public let key: String

    /// Makes an identity from its two texts.
    public init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// The port it listens on, also where the system chose it.
  public let port: UInt16
  /// Where clients reach it: scheme, host and port.
  public let url: String
  /// What the library's threads call; it must outlive them.
  private let exchange: Exchange
  private let daemon: Mutex<Daemon?>

  /// Starts a server; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - address: The address of this machine to listen on, for example `127.0.0.1`.
  ///   - port: The port; 0 takes a free one.
  ///   - limits: What clients are allowed.
  ///   - identity: What proves who the server is; with it the server speaks HTTPS only, TLS 1.2 and up.
  ///   - observer: What is told of each request when it is over.
  ///   - handler: What answers.
  /// - Throws: ``HTTPServerError`` where it cannot listen.
  public init(
    address: String, port: UInt16, limits: Limits = Limits(), identity: Identity? = nil,
    observer: Observer? = nil, handler: @escaping Handler
  ) throws(HTTPServerError) {
    let place = ListenAddress(host: address, port: port)
    let socket = try ListeningSocket(place)
    let exchange = Exchange(limits: limits, observer: observer, handler: handler)
    guard let daemon = Daemon(socket, limits, identity, exchange) else {
      close(socket.descriptor)
      throw HTTPServerError("The server on \(place.text) could not start; check the certificate and its key.")
    }
    self.port = socket.port
    url = "\(identity == nil ? "http" : "https")://\(ListenAddress(host: address, port: socket.port).text)"
    self.exchange = exchange
    self.daemon = Mutex(daemon)
    exchange.watch.start()
  }

  /// Stops listening, lets the answers under way come to their end, and ends all connections.
  ///
  /// Safe to call again, but not from a handler.
  ///
  /// - Parameter patience: How long answers may still take.
  public func stop(waitingFor patience: Duration = .zero) {
    let running = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    guard let running else { return }
    let deadline = ContinuousClock.now + patience
    if patience > .zero { running.stopListening() }
    while exchange.watch.answering > 0 && ContinuousClock.now < deadline { usleep(10_000) }
    exchange.watch.stop()
    running.stop()
  }

  deinit {
    stop()
  }
}

/// Names the library's running server.
// Safe to pass between threads: the library's own calls on it may come from any.
private struct Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer

  init?(
    _ socket: ListeningSocket, _ limits: HTTPServer.Limits, _ identity: HTTPServer.Identity?, _ exchange: Exchange
  ) {
    let certificate = identity.map { strdup($0.certificate) } ?? nil
    let key = identity.map { strdup($0.key) } ?? nil
    defer {
      free(certificate)
      free(key)
    }
    let settings = httpd_settings(
      listen_socket: socket.descriptor, threads: UInt32(clamping: max(2, limits.threads)),
      timeout_seconds: UInt32(clamping: limits.connectionTimeout.boundedSeconds),
      connection_limit: UInt32(clamping: max(limits.threads, limits.maximumConnections)),
      // Room for the largest head that is answered in our own words, and for a piece of a body.
      memory_limit: max(128 * 1024, 2 * (limits.maximumHeaderBytes + limits.maximumTargetBytes)),
      certificate: certificate, key: key)
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    let callbacks = httpd_callbacks(
      connection: noteConnection, begin: beginRequest, handler: answerRequest, completed: forgetRequest)
    guard let pointer = httpd_start(settings, callbacks, context) else { return nil }
    self.pointer = pointer
  }

  /// Takes no new connections from now on.
  func stopListening() {
    let socket = MHD_quiesce_daemon(pointer)
    if socket >= 0 { close(socket) }
  }

  func stop() {
    MHD_stop_daemon(pointer)
  }
}
