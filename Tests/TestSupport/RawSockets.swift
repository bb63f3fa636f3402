import Foundation
import Synchronization

/// A socket that listens on a free port of this machine and gives every connection a thread.
public final class ListeningPort: Sendable {
  /// The port.
  public let port: UInt16
  private let descriptor: Int32
  private let isStopped = StopFlag()

  /// Starts to listen; connections wait until somebody takes them.
  public init() throws {
    #if os(Linux)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (descriptor, length) = (descriptor, size)
    let isBound = withUnsafeMutableBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { target in
        bind(descriptor, target.baseAddress, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, target.baseAddress, &size) == 0
      }
    }
    guard descriptor >= 0, isBound else {
      throw TestFailure("No port to listen on: \(String(cString: strerror(errno)))")
    }
    port = UInt16(bigEndian: address.sin_port)
  }

  /// Accepts connections until stopped; each is closed when its handler returns.
  public func start(_ handle: @escaping @Sendable (RawConnection) -> Void) {
    Thread.detachNewThread { [descriptor, isStopped] in
      while !isStopped.isSet {
        guard isReadable(descriptor, milliseconds: 50) else { continue }
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { continue }
        Thread.detachNewThread {
          let connection = RawConnection(client, isStopped)
          handle(connection)
          connection.close()
        }
      }
      shutdown(descriptor, Int32(SHUT_RDWR))
      Foundation.close(descriptor)
    }
  }

  /// Takes no more connections and gives up those there are, a moment later.
  public func stop() {
    isStopped.set()
  }
}

/// One accepted connection, given up when its listener stops.
public struct RawConnection: Sendable {
  private let descriptor: Int32
  private let isStopped: StopFlag

  init(_ descriptor: Int32, _ isStopped: StopFlag) {
    self.descriptor = descriptor
    self.isStopped = isStopped
    // A client that reads no more must not hold the thread for ever.
    var patience = timeval(tv_sec: 0, tv_usec: 100_000)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Reads up to the empty line behind the header fields; nil when the client closes first.
  public func readHead() -> String? {
    var text = ""
    while !text.hasSuffix("\r\n\r\n") {
      guard let byte = readByte() else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }

  /// Reads what there is to read, as soon as there is something; nothing where the client has closed.
  public func readSome() -> [UInt8] {
    while !isReadable(descriptor, milliseconds: 50) {
      if isStopped.isSet { return [] }
    }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return Array(buffer.prefix(max(0, count)))
  }

  private func readByte() -> UInt8? {
    while !isReadable(descriptor, milliseconds: 50) {
      if isStopped.isSet { return nil }
    }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) == 1 ? byte : nil
  }

  /// Sends everything; false when the client has closed or the listener has stopped.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if isStopped.isSet || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
        return false
      }
    }
    return true
  }

  /// Sends a text; false when the client has closed or the listener has stopped.
  @discardableResult
  public func send(_ text: String) -> Bool {
    send(Array(text.utf8))
  }

  /// Waits until the client closes or the listener stops.
  public func waitForClose() {
    while !isClosed(within: .seconds(1)) {}
  }

  /// Waits so long for the client to close or the listener to stop, and says whether one of them has.
  public func isClosed(within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    repeat {
      if isStopped.isSet { return true }
      if isReadable(descriptor, milliseconds: 10), readByte() == nil { return true }
    } while ContinuousClock.now < deadline
    return false
  }

  /// Ends the connection, also where a process started meanwhile has inherited the socket.
  func close() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    Foundation.close(descriptor)
  }
}

/// A flag that threads share.
final class StopFlag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() {
    value.store(true, ordering: .relaxed)
  }
}

/// Waits for something to read, an end included.
private func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
  var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&entry, 1, milliseconds) > 0
}
