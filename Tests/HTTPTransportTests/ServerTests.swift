import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

@Suite("A server")
struct ServerTests {
  /// Answers with what it understood of a request.
  private static let echo: HTTPServer.Handler = { request in
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    let body = String(decoding: request.body, as: UTF8.self)
    return HTTPResponse(type: "text/plain", body: Array("\(request.method) \(request.path) \(query) \(body)".utf8))
  }

  private func ask(_ server: HTTPServer, _ line: String, _ fields: [String] = [], body: String = "") -> String {
    let head = ["\(line) HTTP/1.1", "Host: localhost", "Connection: close"] + fields
    return rawExchange(port: server.port, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  @Test("understands an escaped path and query")
  func decoding() throws {
    let server = try HTTPServer.local(handler: Self.echo)
    let answer = try HTTPClient().fetch(server.url + "/caf%C3%A9/a+b?q=Ada%20L&x=1+2&empty=&q=%26%3D")
    #expect(answer.text == "GET /café/a+b q=Ada L,x=1 2,empty=,q=&= ")
  }

  @Test("refuses an address that is not text", arguments: ["/%00", "/a%00b", "/%FF", "/?q=%00", "/?%C3=1"])
  func badEscapes(target: String) throws {
    let server = try HTTPServer.local(handler: Self.echo)
    #expect(ask(server, "GET \(target)").hasPrefix("HTTP/1.1 400 "))
  }

  @Test("reads a request's body")
  func body() throws {
    let server = try HTTPServer.local(handler: Self.echo)
    let answer = ask(server, "POST /in", ["Content-Length: 5"], body: "hello")
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.hasSuffix("\r\n\r\nPOST /in  hello"))
  }

  @Test("refuses a body that is too large, or does not say how large it is")
  func largeBody() throws {
    var limits = HTTPServer.Limits()
    limits.maximumBodyBytes = 10
    let server = try HTTPServer.local(limits: limits, handler: Self.echo)
    #expect(ask(server, "POST /", ["Content-Length: 10"], body: "0123456789").hasPrefix("HTTP/1.1 200 "))
    let refused = ask(server, "POST /", ["Content-Length: 11"])
    #expect(refused.hasPrefix("HTTP/1.1 413 "))
    #expect(refused.hasSuffix(#"{"error":"The body may have at most 10 bytes."}"#))
    #expect(ask(server, "POST /", ["Transfer-Encoding: chunked"], body: "0\r\n\r\n").hasPrefix("HTTP/1.1 411 "))
  }

  @Test("leaves the body out when asked for the head alone")
  func head() throws {
    let server = try HTTPServer.local(handler: Self.echo)
    let answer = ask(server, "HEAD /here")
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.contains("Content-Length: 11\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test("answers several clients at a time")
  func parallel() async throws {
    // Each of two requests is answered only when the other has come.
    let meeting = NSCondition()
    let arrived = Mutex(0)
    let server = try HTTPServer.local { _ in
      meeting.lock()
      arrived.withLock { $0 += 1 }
      meeting.broadcast()
      while arrived.withLock({ $0 }) < 2, meeting.wait(until: Date(timeIntervalSinceNow: 10)) {}
      meeting.unlock()
      return HTTPResponse(status: 200)
    }
    let url = server.url
    async let first = HTTPClient().get(url) { _, _ in }
    async let second = HTTPClient().get(url) { _, _ in }
    #expect(try await [first.status, second.status] == [200, 200])
    #expect(arrived.withLock { $0 } == 2)
  }

  @Test("closes a connection that says nothing")
  func silentClient() throws {
    var limits = HTTPServer.Limits()
    limits.connectionTimeout = .seconds(1)
    let server = try HTTPServer.local(limits: limits, handler: Self.echo)
    #expect(!rawExchange(port: server.port, "GET / HTTP/1.1\r\nHost: ").hasPrefix("HTTP/1.1 200"))
  }

  @Test("stops when told, once or twice, and leaves its port to the next")
  func stopping() throws {
    let first = try HTTPServer.local(handler: Self.echo)
    first.stop()
    first.stop()
    #expect(HTTPClient().failure(first.url)?.kind == .couldNotConnect)
    let second = try HTTPServer(address: "127.0.0.1", port: first.port, handler: Self.echo)
    #expect(second.port == first.port)
    #expect(try HTTPClient().fetch(second.url).head.status == 200)
  }

  @Test("says why it cannot listen")
  func cannotListen() throws {
    let server = try HTTPServer.local(handler: Self.echo)
    #expect(
      throws: HTTPServerError(
        "Another program listens on 127.0.0.1:\(server.port) already; stop it, or choose another port.")
    ) { try HTTPServer(address: "127.0.0.1", port: server.port, handler: Self.echo) }
    #expect(
      throws: HTTPServerError("This machine has no address 192.0.2.1; listen on one it has, such as 127.0.0.1.")
    ) { try HTTPServer(address: "192.0.2.1", port: 0, handler: Self.echo) }
    #expect(
      throws: HTTPServerError("The host not a host is not known; listen on an address of this machine.")
    ) { try HTTPServer(address: "not a host", port: 0, handler: Self.echo) }
  }

  @Test("reads its certificate and key from files, and names the one it cannot use")
  func identityFiles() throws {
    let files = try TemporaryDirectory()
    let certificate = try files.write(LocalhostCertificate.certificate, to: "certificate.pem")
    let key = try files.write(LocalhostCertificate.key, to: "key.pem")
    let identity = try HTTPServer.Identity(certificateFile: certificate, keyFile: key)
    let server = try HTTPServer.local(identity: identity, handler: Self.echo)
    #expect(try HTTPClient(caFile: certificate).fetch("https://localhost:\(server.port)/x").text == "GET /x  ")
    #expect(throws: HTTPServerError("\(key) holds no certificate as PEM text; name the file that does.")) {
      try HTTPServer.Identity(certificateFile: key, keyFile: certificate)
    }
    #expect(throws: HTTPServerError("/nowhere cannot be read; name a file with the private key as PEM text.")) {
      try HTTPServer.Identity(certificateFile: certificate, keyFile: "/nowhere")
    }
  }

  @Test("does not start with a certificate that cannot be read")
  func badIdentity() {
    let identity = HTTPServer.Identity(certificate: "no", key: "no")
    #expect(throws: HTTPServerError.self) { try HTTPServer.local(identity: identity, handler: Self.echo) }
  }
}

@Suite("A listen address")
struct ListenAddressTests {
  @Test("is a host and a port")
  func reads() {
    #expect(ListenAddress("127.0.0.1:5000") == ListenAddress(host: "127.0.0.1", port: 5000))
    #expect(ListenAddress("localhost:0") == ListenAddress(host: "localhost", port: 0))
    #expect(ListenAddress("[::1]:80") == ListenAddress(host: "::1", port: 80))
    #expect(ListenAddress("[::1]:80")?.text == "[::1]:80")
  }

  @Test("is nothing else", arguments: ["", "5000", ":5000", "127.0.0.1", "a:b", "a:65536", "a:-1", "::1:80", "a b:1"])
  func refuses(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}
