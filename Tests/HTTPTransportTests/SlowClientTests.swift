import Foundation
import Synchronization
import Testing

@testable import HTTPTransport

@Suite("A server with slow clients")
struct SlowClientTests {
  /// Never ends.
  final class Endless: HTTPBodyStream, @unchecked Sendable {
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      buffer.initializeMemory(as: UInt8.self, repeating: 0x20)
      return buffer.count
    }
  }

  private static func limits(minimumSpeed: Int = 1024) -> HTTPServer.Limits {
    var limits = HTTPServer.Limits()
    limits.connectionTimeout = .seconds(1)
    limits.minimumSpeed = minimumSpeed
    return limits
  }

  /// Whether the server ends a connection within ten seconds on which a step is done every tenth of a second.
  private func isDropped(_ connection: Int32, by step: (Int32) -> Bool) -> Bool {
    for _ in 0..<100 {
      guard step(connection) else { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  @Test("drops one that sends its request a byte at a time")
  func slowHead() throws {
    let server = try HTTPServer.local(limits: Self.limits()) { _ in HTTPResponse(status: 200) }
    let connection = dial(server.port)
    defer { close(connection) }
    #expect(isDropped(connection) { send($0, "G", 1, Int32(MSG_NOSIGNAL)) == 1 })
  }

  @Test("drops one that takes its answer a few bytes at a time")
  func slowReader() throws {
    let ended = Mutex(0)
    let server = try HTTPServer(
      address: "127.0.0.1", port: 0, limits: Self.limits(minimumSpeed: 1 << 30),
      observer: { record in if record.isCutShort { ended.withLock { $0 += 1 } } }
    ) { _ in HTTPResponse(type: "text/plain", stream: Endless()) }
    let connection = dial(server.port)
    defer { close(connection) }
    let head = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    #expect(send(connection, head, head.utf8.count, 0) == head.utf8.count)
    var piece = [UInt8](repeating: 0, count: 200_000)
    #expect(isDropped(connection) { recv($0, &piece, piece.count, 0) > 0 })
    server.stop()
    #expect(ended.withLock { $0 } == 1)
  }

  @Test("drops one whose answer takes longer than any may, however fast it is taken")
  func endlessAnswer() throws {
    var limits = Self.limits(minimumSpeed: 0)
    limits.longestAnswer = .seconds(2)
    let server = try HTTPServer.local(limits: limits) { _ in HTTPResponse(type: "text/plain", stream: Endless()) }
    let connection = dial(server.port)
    defer { close(connection) }
    let head = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    #expect(send(connection, head, head.utf8.count, 0) == head.utf8.count)
    var piece = [UInt8](repeating: 0, count: 200_000)
    #expect(isDropped(connection) { recv($0, &piece, piece.count, 0) > 0 })
  }

  @Test("lets a quick one take its time between two requests, and a long answer come to its end")
  func quick() throws {
    let server = try HTTPServer.local(limits: Self.limits()) { _ in
      HTTPResponse(type: "text/plain", stream: ByteStream([UInt8](repeating: 0x20, count: 4_000_000)))
    }
    let client = HTTPClient()
    for _ in 0..<3 { #expect(try client.fetch(server.url).body.count == 4_000_000) }
  }

  @Test("finishes what it has begun when it is told to stop")
  func gracefulStop() async throws {
    let begun = Mutex(false)
    let server = try HTTPServer.local { _ in
      begun.withLock { $0 = true }
      Thread.sleep(forTimeInterval: 0.3)
      return HTTPResponse(type: "text/plain", body: Array("done".utf8))
    }
    let url = server.url
    async let answer = HTTPClient().fetch(url)
    while !begun.withLock({ $0 }) { await Task.yield() }
    server.stop(waitingFor: .seconds(10))
    #expect(try await answer.text == "done")
    #expect(HTTPClient().failure(url)?.kind == .couldNotConnect)
  }

  @Test("refuses an address or a head that is too long, in its own words")
  func tooLong() throws {
    let server = try HTTPServer.local { _ in HTTPResponse(status: 200) }
    func ask(_ target: String, _ field: String) -> String {
      rawExchange(
        port: server.port, "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: \(field)\r\n\r\n")
    }
    let long = String(repeating: "a", count: 40_000)
    #expect(ask("/", "short").hasPrefix("HTTP/1.1 200 "))
    let target = ask("/" + long, "short")
    #expect(
      target.hasPrefix("HTTP/1.1 414 ") && target.hasSuffix("{\"error\":\"The address may have at most 8192 bytes.\"}"))
    let field = ask("/", long)
    #expect(field.hasPrefix("HTTP/1.1 431 "))
    #expect(field.hasSuffix("{\"error\":\"The header fields may have at most 32768 bytes.\"}"))
  }

  @Test("takes a POST of the client's")
  func post() throws {
    let server = try HTTPServer.local { request in
      let isRight = request.method == "POST" && request.body == Array("hello".utf8) && request.headers["X-A"] == "b"
      return HTTPResponse(status: isRight ? 202 : 400)
    }
    let head = try HTTPClient().post(server.url, headers: [("X-A", "b")], body: Array("hello".utf8))
    #expect(head.status == 202)
    #expect(try HTTPClient().post(server.url, headers: [], body: []).status == 400)
    #expect(throws: HTTPClientError.self) { try HTTPClient().post("http://example.org/", headers: [], body: []) }
  }
}
