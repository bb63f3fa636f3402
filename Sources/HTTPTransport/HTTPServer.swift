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

  /// What a server allows its clients.
  public struct Limits: Sendable {
    /// The most bytes a request's body may have.
    public var maximumBodyBytes = 64 * 1024
    /// How long a connection may be silent; whole seconds.
    public var connectionTimeout: Duration = .seconds(30)
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
  /// What the library's threads call; it must outlive them.
  private let exchange: Exchange
  private let daemon: Mutex<Daemon?>

  /// Starts a server; it answers as soon as this returns.
  ///
  /// - Parameters:
  ///   - address: The address of this machine to listen on, for example `127.0.0.1`.
  ///   - port: The port; 0 takes a free one.
  ///   - limits: What clients are allowed.
  ///   - identity: What proves who the server is; with it the server speaks HTTPS only.
  ///   - handler: What answers.
  /// - Throws: ``HTTPServerError`` where it cannot listen.
  public init(
    address: String, port: UInt16, limits: Limits = Limits(), identity: Identity? = nil, handler: @escaping Handler
  ) throws(HTTPServerError) {
    let place = ListenAddress(host: address, port: port)
    let socket = try ListeningSocket(place)
    let exchange = Exchange(handler: handler, maximumBodyBytes: limits.maximumBodyBytes)
    guard let daemon = Daemon(socket, limits, identity, exchange) else {
      close(socket.descriptor)
      throw HTTPServerError("The server on \(place.text) could not start; check the certificate and its key.")
    }
    self.port = socket.port
    self.exchange = exchange
    self.daemon = Mutex(daemon)
  }

  /// Ends all connections and stops listening; safe to call again, but not from a handler.
  public func stop() {
    let running = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    running?.stop()
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
      certificate: certificate, key: key)
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    guard let pointer = httpd_start(settings, answerRequest, forgetRequest, context) else { return nil }
    self.pointer = pointer
  }

  func stop() {
    MHD_stop_daemon(pointer)
  }
}
