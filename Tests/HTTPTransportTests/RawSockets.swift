import Foundation
import Synchronization
import TestSupport

/// A server that answers with exactly the bytes a test wants, which no proper server would send.
final class RawResponder: Sendable {
  /// What has reached the responder.
  final class Seen: Sendable {
    let requests = Mutex<[String]>([])
    let connections = Mutex(0)
  }

  private let listener: ListeningPort
  private let seen = Seen()

  init(_ serve: @escaping @Sendable (Visit) -> Void) throws {
    listener = try ListeningPort()
    listener.start { [seen] connection in
      seen.connections.withLock { $0 += 1 }
      serve(Visit(connection: connection, seen: seen))
    }
  }

  /// Reads one request and answers it with a text, then closes the connection.
  convenience init(answering text: String) throws {
    try self.init { visit in
      visit.readRequest()
      visit.send(text)
    }
  }

  deinit {
    listener.stop()
  }

  var url: String { "http://127.0.0.1:\(listener.port)/api" }
  var port: UInt16 { listener.port }
  var requests: [String] { seen.requests.withLock { $0 } }
  var connections: Int { seen.connections.withLock { $0 } }
}

/// One connection to a ``RawResponder``.
struct Visit: Sendable {
  let connection: RawConnection
  let seen: RawResponder.Seen

  /// Reads up to the empty line; false when the client has closed instead.
  @discardableResult
  func readRequest() -> Bool {
    guard let head = connection.readHead() else { return false }
    seen.requests.withLock { $0.append(head) }
    return true
  }

  /// Reads what there is to read, as soon as there is something.
  func readSome() -> [UInt8] { connection.readSome() }

  /// Sends everything; false when the client has closed.
  @discardableResult
  func send(_ text: String) -> Bool { connection.send(text) }

  /// Sends everything; false when the client has closed.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool { connection.send(bytes) }

  /// Waits until the client closes the connection.
  func waitForClose() { connection.waitForClose() }

  /// Waits for so long until the client closes the connection; true when it has.
  @discardableResult
  func isClosed(withinMilliseconds limit: Int) -> Bool { connection.isClosed(within: .milliseconds(limit)) }
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
