import Foundation
import Synchronization

@testable import HTTPTransport

/// A server that answers with exactly the bytes a test wants, which no proper server would send.
final class RawResponder: Sendable {
  let port: UInt16
  private let listener: Int32
  private let seen: Seen

  /// What has reached the responder.
  final class Seen: Sendable {
    let requests = Mutex<[String]>([])
    let connections = Mutex(0)
  }

  init(_ serve: @escaping @Sendable (RawConnection) -> Void) throws {
    let socket = try ListeningSocket(ListenAddress(host: "127.0.0.1", port: 0))
    let listener = socket.descriptor
    let seen = Seen()
    _ = fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) & ~O_NONBLOCK)
    port = socket.port
    self.listener = listener
    self.seen = seen
    Thread.detachNewThread {
      while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
        seen.connections.withLock { $0 += 1 }
        Thread.detachNewThread {
          let connection = RawConnection(descriptor, seen)
          serve(connection)
          connection.close()
        }
      }
      Foundation.close(listener)
    }
  }

  /// Reads one request and answers it with a text, then closes the connection.
  convenience init(answering text: String) throws {
    try self.init { connection in
      connection.readRequest()
      connection.send(text)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var url: String { "http://127.0.0.1:\(port)/api" }
  var requests: [String] { seen.requests.withLock { $0 } }
  var connections: Int { seen.connections.withLock { $0 } }
}

/// One connection to a ``RawResponder``.
struct RawConnection: Sendable {
  private let descriptor: Int32
  private let seen: RawResponder.Seen

  init(_ descriptor: Int32, _ seen: RawResponder.Seen) {
    self.descriptor = descriptor
    self.seen = seen
  }

  /// Reads up to the empty line; false when the client has closed instead.
  @discardableResult
  func readRequest() -> Bool {
    var text = ""
    while !text.hasSuffix("\r\n\r\n") {
      var byte: UInt8 = 0
      guard recv(descriptor, &byte, 1, 0) == 1 else { return false }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    seen.requests.withLock { $0.append(text) }
    return true
  }

  /// Reads what there is to read, as soon as there is something.
  func readSome() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return Array(buffer.prefix(max(0, count)))
  }

  @discardableResult
  func send(_ text: String) -> Bool {
    send(Array(text.utf8))
  }

  /// Sends everything; false when the client has closed.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Waits until the client closes the connection, or for the given time; true when it has closed.
  @discardableResult
  func isClosed(withinMilliseconds limit: Int32 = -1) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while poll(&entry, 1, limit) > 0 {
      guard recv(descriptor, &buffer, buffer.count, 0) > 0 else { return true }
    }
    return false
  }

  func close() {
    Foundation.close(descriptor)
  }
}

/// Sends the bytes of one request as they are and gives back everything the server answers.
func rawExchange(port: UInt16, _ request: String) -> String {
  let connection = dial(port)
  defer { close(connection) }
  Array(request.utf8).withUnsafeBytes { _ = send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  var answer: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
  return String(decoding: answer, as: UTF8.self)
}

/// Connects to a port of this machine.
func dial(_ port: UInt16) -> Int32 {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  #if os(Linux)
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    let connection = socket(AF_INET, SOCK_STREAM, 0)
  #endif
  withUnsafeBytes(of: &address) { bytes in
    let size = socklen_t(bytes.count)
    _ = bytes.withMemoryRebound(to: sockaddr.self) { connect(connection, $0.baseAddress, size) }
  }
  return connection
}
