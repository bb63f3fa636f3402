import Foundation
import Synchronization
import Testing

@testable import HTTPTransport

@Suite("A client keeps its key")
struct ClientSafetyTests {
  private let client = HTTPClient()

  @Test("from the host a redirect points to")
  func redirect() throws {
    let other = try RawResponder(answering: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    let server = try HTTPServer.local { [url = other.url] _ in
      HTTPResponse(status: 302, headers: HTTPHeaders([("Location", url)]))
    }
    let answer = try client.fetch(server.url, headers: [("X-API-Key", "secret")])
    #expect(answer.head.status == 302)
    #expect(answer.head.location == other.url)
    #expect(other.connections == 0)
  }

  @Test(
    "from the wire where it is not encrypted",
    arguments: ["http://192.0.2.1/", "http://127.0.0.1.example/", "http://localhost.example/", "http://[2001:db8::1]/"])
  func plainHTTP(url: String) {
    let error = client.failure(url, headers: [("X-API-Key", "secret")])
    #expect(error?.kind == .insecure)
    #expect(error?.message.contains("--allow-http") == true)
    #expect(error?.message.contains("secret") == false)
  }

  @Test("to this machine alone, which it knows by any of its names")
  func loopback() {
    for host in ["127.0.0.1", "127.8.9.10", "[::1]", "localhost", "LocalHost"] {
      #expect(WebAddress.isLoopback(host: host), "\(host)")
    }
    for host in ["128.0.0.1", "127.0.0.1.example", "[::2]", "localhost.example", "", "127"] {
      #expect(!WebAddress.isLoopback(host: host), "\(host)")
    }
  }

  @Test("out of messages")
  func secretsInAddresses() throws {
    let withPassword = client.failure("https://user:hunter2@centre.example/api?key=hunter2")
    #expect(withPassword?.kind == .badAddress)
    #expect(withPassword?.message.contains("hunter2") == false)
    let unreadable = client.failure("user:hunter2@centre.example/a b?key=hunter2")
    #expect(unreadable?.kind == .badAddress)
    #expect(unreadable?.message.contains("hunter2") == false)
    let shown = try WebAddress(parsing: "https://centre.example/api?key=hunter2#x").shown
    #expect(shown == "https://centre.example/api")
  }

  @Test(
    "and asks nothing but the web",
    arguments: [
      "", "centre.example", "ftp://centre.example/", "file:///etc/passwd", "https://", "https://a\u{0}.example",
    ])
  func otherSchemes(url: String) {
    #expect(client.failure(url)?.kind == .badAddress)
  }

  @Test("and never lets a value begin another field", arguments: ["a\r\nX-Other: 1", "a\nb", "a\rb", "a\u{0}b"])
  func headerInjection(value: String) throws {
    let server = try HTTPServer.local { _ in HTTPResponse(status: 200) }
    let error = client.failure(server.url, headers: [("X-API-Key", value)])
    #expect(error?.kind == .badHeader)
    #expect(error?.message.contains(value) == false)
    #expect(client.failure(server.url, headers: [("X-\(value)", "1")])?.kind == .badHeader)
  }
}

@Suite("A client trusts")
struct ClientTrustTests {
  private func secureServer() throws -> HTTPServer {
    try HTTPServer.local(identity: localhostIdentity) { _ in HTTPResponse(type: "text/plain", body: Array("ok".utf8)) }
  }

  private func withCAFile(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
    try localhostIdentity.certificate.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  @Test("a certificate that its CA file vouches for")
  func knownAuthority() throws {
    let server = try secureServer()
    try withCAFile { file in
      let answer = try HTTPClient(caFile: file).fetch("https://localhost:\(server.port)/")
      #expect(answer.text == "ok")
    }
  }

  @Test("no certificate that nobody vouches for")
  func unknownAuthority() throws {
    let server = try secureServer()
    let error = HTTPClient(allowPlainHTTP: true).failure("https://localhost:\(server.port)/")
    #expect(error?.kind == .tls)
    #expect(error?.message.contains("CA file") == true)
  }

  @Test("no certificate of another host")
  func otherHost() throws {
    let server = try secureServer()
    try withCAFile { file in
      #expect(HTTPClient(caFile: file).failure("https://127.0.0.1:\(server.port)/")?.kind == .tls)
    }
  }

  @Test("no server that does not encrypt")
  func noEncryption() throws {
    let responder = try RawResponder { connection in
      connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
      connection.waitForClose()
    }
    #expect(HTTPClient().failure("https://127.0.0.1:\(responder.port)/")?.kind == .tls)
  }

  @Test("only TLS 1.2 and up")
  func versions() throws {
    let hello = Mutex<[UInt8]>([])
    let responder = try RawResponder { connection in hello.withLock { $0 = connection.readSome() } }
    #expect(HTTPClient().failure("https://127.0.0.1:\(responder.port)/")?.kind != nil)
    let versions = supportedVersions(in: hello.withLock { $0 })
    #expect(versions.contains(0x0304) && versions.allSatisfy { $0 >= 0x0303 })
  }

  /// The versions that a client's first message offers, from its extension of that name (RFC 8446, 4.2.1).
  private func supportedVersions(in hello: [UInt8]) -> [UInt16] {
    for start in hello.indices.dropLast(6) where hello[start] == 0 && hello[start + 1] == 0x2B && hello[start + 2] == 0
    {
      let count = Int(hello[start + 4])
      guard Int(hello[start + 3]) == count + 1, start + 5 + count <= hello.count else { continue }
      return stride(from: start + 5, to: start + 5 + count, by: 2).map {
        UInt16(hello[$0]) << 8 | UInt16(hello[$0 + 1])
      }
    }
    return []
  }

  @Test("nobody when its CA file is missing")
  func missingCAFile() throws {
    let server = try secureServer()
    let error = HTTPClient(caFile: "/nowhere/ca.pem").failure("https://localhost:\(server.port)/")
    #expect(error?.kind == .tls)
    #expect(error?.message.contains("/nowhere/ca.pem") == true)
  }

  @Test("that a closed connection does not end the program")
  func brokenPipe() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let written = withoutBrokenPipeSignals { write(ends[1], "x", 1) }
    #expect(written == -1)
    close(ends[1])
  }
}
