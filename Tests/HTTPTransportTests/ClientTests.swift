import Foundation
import Testing

@testable import HTTPTransport

@Suite("A client asks")
struct ClientTests {
  private let client = HTTPClient()

  @Test("and gets the whole body, in order, with the head")
  func wholeBody() throws {
    let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let server = try HTTPServer.local { _ in HTTPResponse(type: "application/octet-stream", body: body) }
    let answer = try client.fetch(server.url)
    #expect(answer.head.status == 200)
    #expect(answer.head.headers["content-TYPE"] == "application/octet-stream")
    #expect(answer.body == body)
  }

  @Test("sending its fields and its name")
  func sentFields() throws {
    let server = try HTTPServer.local { request in
      let fields = ["X-API-Key", "X-Empty", "User-Agent"].map { request.headers[$0] ?? "none" }
      return HTTPResponse(type: "text/plain", body: Array(fields.joined(separator: "|").utf8))
    }
    let named = HTTPClient(userAgent: "tester/1")
    let answer = try named.fetch(server.url, headers: [("X-API-Key", "sésame"), ("X-Empty", "")])
    #expect(answer.text == "sésame||tester/1")
  }

  @Test("and is given an error's body as well")
  func errorBody() throws {
    let server = try HTTPServer.local { _ in
      HTTPResponse(status: 404, type: "application/json", body: Array(#"{"error":"no"}"#.utf8))
    }
    let answer = try client.fetch(server.url + "/missing?key=1")
    #expect(answer.head.status == 404)
    #expect(answer.text == #"{"error":"no"}"#)
    #expect(answer.head.address == server.url + "/missing")
  }

  @Test("and ends the transfer with the error of the one who receives")
  func receiverThrows() throws {
    struct Enough: Error {}
    let server = try HTTPServer.local { _ in HTTPResponse(type: "text/plain", body: Array("some text".utf8)) }
    #expect(throws: Enough.self) { try client.get(server.url) { _, _ in throw Enough() } }
  }

  @Test("and understands a compressed answer")
  func compressed() throws {
    let packed = gzip(ofLetter: UInt8(ascii: "a"), repeated: 4)
    let server = try HTTPServer.local { _ in
      HTTPResponse(status: 200, headers: HTTPHeaders([("Content-Encoding", "gzip")]), body: packed)
    }
    #expect(try client.fetch(server.url).text == String(repeating: "a", count: 1 + 4 * 258))
  }

  @Test("and passes over what comes before the real answer and after its body")
  func interimAndTrailer() throws {
    let responder = try RawResponder(
      answering: "HTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Real:  yes \t\r\n\r\n"
        + "3\r\nabc\r\n0\r\nX-Late: 1\r\n\r\n")
    let answer = try client.fetch(responder.url)
    #expect(answer.text == "abc")
    #expect(answer.head.status == 200)
    #expect(answer.head.headers["X-Real"] == "yes")
    #expect(answer.head.headers["X-Hint"] == nil)
    #expect(answer.head.headers["X-Late"] == nil)
  }

  @Test("twice over one connection")
  func keepsConnection() throws {
    let responder = try RawResponder { connection in
      while connection.readRequest() { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") }
    }
    #expect(try client.fetch(responder.url).text == "ok")
    #expect(try client.fetch(responder.url).text == "ok")
    #expect(responder.requests.count == 2)
    #expect(responder.connections == 1)
  }

  @Test("many times at once")
  func manyAtOnce() async throws {
    let server = try HTTPServer.local { request in
      HTTPResponse(type: "text/plain", body: Array(request.path.utf8))
    }
    let client = client
    let url = server.url
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<20 { group.addTask { try client.fetch("\(url)/\(number)").text } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<20).map { "/\($0)" }))
  }
}
