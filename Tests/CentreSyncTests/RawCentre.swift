import EventModel
import Foundation
import Synchronization

@testable import HTTPTransport

/// A Centre that sends exactly the bytes a test wants, or stops sending, as no proper server would.
final class RawCentre: Sendable {
  /// Sends bytes on one connection; false once the client has closed it.
  typealias Send = @Sendable (String) -> Bool

  let port: UInt16
  private let listener: Int32
  private let openConnections: Connections

  private final class Connections: Sendable {
    let descriptors = Mutex<Set<Int32>>([])
  }

  /// Opens; `serve` is called on a thread of its own for each request, with its path.
  init(_ serve: @escaping @Sendable (_ path: String, _ send: Send) -> Void) throws {
    let socket = try ListeningSocket(ListenAddress(host: "127.0.0.1", port: 0))
    let listener = socket.descriptor
    let connections = Connections()
    _ = fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) & ~O_NONBLOCK)
    port = socket.port
    self.listener = listener
    openConnections = connections
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        connections.descriptors.withLock { _ = $0.insert(connection) }
        Thread.detachNewThread {
          serve(requestedPath(connection)) { sendAll($0, on: connection) }
          connections.descriptors.withLock { _ = $0.remove(connection) }
          close(connection)
        }
      }
      close(listener)
    }
  }

  deinit {
    openConnections.descriptors.withLock { $0.forEach { shutdown($0, Int32(SHUT_RDWR)) } }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var url: String { "http://127.0.0.1:\(port)" }
}

/// A whole answer with a listing in it, as a proper server would send it.
func properAnswer(_ path: String) -> String {
  let collection = path.split(separator: "/").last ?? ""
  let body = "{\"\(collection)\":[{\"id\":1,\"name\":\"Good\"}]}"
  return "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
}

private func requestedPath(_ connection: Int32) -> String {
  var head = ""
  var byte: UInt8 = 0
  while !head.hasSuffix("\r\n\r\n"), recv(connection, &byte, 1, 0) == 1 {
    head.unicodeScalars.append(Unicode.Scalar(byte))
  }
  return head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
}

private func sendAll(_ text: String, on connection: Int32) -> Bool {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
