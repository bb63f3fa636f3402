import CZlib
import Foundation
import Synchronization
import Testing

@testable import HTTPTransport

@Suite("A body that is made while it is sent")
struct StreamTests {
  /// Gives lines of text, a few at a time, and fails where it is told to.
  final class Lines: HTTPBodyStream, @unchecked Sendable {
    static let line = Array("All work and no play makes Jack a dull boy.\n".utf8)
    private let count: Int
    private let failsAt: Int?
    private var given = 0

    init(_ count: Int, failsAt: Int? = nil) {
      self.count = count
      self.failsAt = failsAt
    }

    struct Failure: Error {}

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      if given == failsAt { throw Failure() }
      guard given < count else { return 0 }
      given += 1
      buffer.copyBytes(from: Self.line)
      return Self.line.count
    }

    static func text(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in line } }
  }

  private func server(
    _ count: Int, length: Int? = nil, failsAt: Int? = nil, isCompressible: Bool = false,
    observer: HTTPServer.Observer? = nil
  ) throws -> HTTPServer {
    try HTTPServer(address: "127.0.0.1", port: 0, observer: observer) { _ in
      var response = HTTPResponse(type: "text/plain", stream: Lines(count, failsAt: failsAt), length: length)
      response.isCompressible = isCompressible
      return response
    }
  }

  @Test("comes whole, with its length where that is known", arguments: [0, 1, 5_000])
  func whole(count: Int) throws {
    let length = count * Lines.line.count
    let sized = try server(count, length: length)
    let announced = try HTTPClient().fetch(sized.url)
    #expect(announced.body == Lines.text(count))
    #expect(announced.head.headers["Content-Length"] == "\(length)")
    let unsized = try server(count)
    let chunked = try HTTPClient().fetch(unsized.url)
    #expect(chunked.body == Lines.text(count))
    #expect(chunked.head.headers["Content-Length"] == nil)
  }

  @Test("that fails is never taken for whole", arguments: [nil, 44_000])
  func failing(length: Int?) throws {
    let server = try server(1000, length: length, failsAt: 500)
    #expect(HTTPClient().failure(server.url)?.kind == .endedEarly)
  }

  @Test("is not made where the head alone is asked for")
  func head() throws {
    let server = try server(10, length: 440)
    let answer = rawExchange(
      port: server.port, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer.contains("Content-Length: 440\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test("is compressed for those who take that, and unpacks to the same", arguments: [0, 1, 20_000])
  func gzip(count: Int) throws {
    let response = try #require(GzipStream(Lines(count)))
    var packed: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_000, alignment: 16)
    defer { buffer.deallocate() }
    while case let size = try response.read(into: buffer), size > 0 { packed += buffer[..<size] }
    #expect(unzipped(packed, capacity: (count + 1) * Lines.line.count) == Lines.text(count))
    if count > 1 { #expect(packed.count < Lines.text(count).count / 20) }
  }

  @Test("goes through gzip to a client and back")
  func gzipOverHTTP() throws {
    let server = try server(5_000, length: 5_000 * Lines.line.count, isCompressible: true)
    let plain = try HTTPClient().fetch(server.url)
    #expect(plain.head.headers["Content-Encoding"] == nil)
    #expect(plain.head.headers["Vary"] == "Accept-Encoding")
    #expect(plain.body == Lines.text(5_000))
    let packed = try HTTPClient().fetch(server.url, headers: [("Accept-Encoding", "gzip")])
    #expect(packed.head.headers["Content-Encoding"] == "gzip")
    #expect(packed.head.headers["X-Unpacked-Length"] == "\(5_000 * Lines.line.count)")
    #expect(packed.head.headers["Vary"] == "Accept-Encoding")
    #expect(packed.body == Lines.text(5_000))
  }

  @Test(
    "is compressed as Accept-Encoding asks",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip;q=0.5", true),
      ("gzip;q=0", false), ("gzip; q=0.0", false), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false),
      ("identity", false), ("identity, gzip;q=0.5", false), ("identity;q=0.5, gzip", true), ("deflate, br", false),
      ("gzip;q=nonsense", true), ("identity;q=0, *;q=0.1", true),
    ] as [(String?, Bool)])
  func negotiation(field: String?, isPacked: Bool) {
    #expect(prefersGzip(field) == isPacked)
  }

  @Test("leaves a small body as it is")
  func small() {
    var response = HTTPResponse(type: "text/plain", body: Array("small".utf8))
    response.isCompressible = true
    let coded = response.coded(for: HTTPHeaders([("Accept-Encoding", "gzip")]))
    #expect(coded.body == response.body && coded.headers["Content-Encoding"] == nil)
    #expect(coded.headers["Vary"] == "Accept-Encoding")
  }

  @Test("is told of when it is over, without the query")
  func record() throws {
    let records = Mutex<[RequestRecord]>([])
    let server = try server(10, length: 440) { record in records.withLock { $0.append(record) } }
    _ = try HTTPClient().fetch(server.url + "/caf%C3%A9%0A?key=secret")
    server.stop()
    let record = try #require(records.withLock { $0.first })
    #expect(record.method == "GET")
    #expect(record.path == "/caf%C3%A9%0A")
    #expect(record.status == 200)
    #expect(record.bytes == 440)
    #expect(!record.isCutShort)
  }

  @Test("that breaks off is told of as cut short")
  func cutShort() throws {
    let records = Mutex<[RequestRecord]>([])
    let server = try server(1000, failsAt: 500) { record in records.withLock { $0.append(record) } }
    _ = HTTPClient().failure(server.url)
    server.stop()
    #expect(records.withLock { $0.map(\.isCutShort) } == [true])
  }
}

/// Unpacks a gzip file of at most the given size, by zlib's own call; nil where it is none.
private func unzipped(_ packed: [UInt8], capacity: Int) -> [UInt8]? {
  var state = z_stream()
  guard inflateInit2_(&state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&state) }
  var packed = packed
  var bytes = [UInt8](repeating: 0, count: capacity)
  return packed.withUnsafeMutableBufferPointer { input in
    bytes.withUnsafeMutableBufferPointer { output in
      state.next_in = input.baseAddress
      state.avail_in = UInt32(input.count)
      state.next_out = output.baseAddress
      state.avail_out = UInt32(output.count)
      guard inflate(&state, Z_FINISH) == Z_STREAM_END else { return nil }
      return Array(output.prefix(capacity - Int(state.avail_out)))
    }
  }
}
