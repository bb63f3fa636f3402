import Synchronization
import Testing

@testable import HTTPTransport

/// Every request leaves a line for the log, also one that is refused before anybody sees it, and always one line.
@Suite struct RequestRecordTests {
  /// The records of a server that got some bytes on one connection after the other, and has stopped.
  private func records(_ requests: String..., answering response: HTTPResponse) -> [RequestRecord] {
    let records = Mutex<[RequestRecord]>([])
    do {
      let server = try HTTPServer(
        at: .loopback, observer: { record in records.withLock { $0.append(record) } }, handler: { _ in response })
      for request in requests { _ = rawExchange(port: server.port, request) }
      server.stop()
    } catch {
      Issue.record("\(error)")
    }
    return records.withLock { $0 }
  }

  private func lines(_ requests: String, answering response: HTTPResponse) -> [String] {
    records(requests, answering: response).map { $0.line.replacing(/\ \d+\ ms/, with: " N ms") }
  }

  private static let end = "Host: localhost\r\nConnection: close\r\n"

  @Test func `One that went well has its method, path, status, bytes and time`() {
    let request = "GET /api/v1/speakers?key=secret HTTP/1.1\r\nX-API-Key: secret\r\n\(Self.end)\r\n"
    #expect(
      lines(request, answering: HTTPResponse(status: 200, body: Array("hello".utf8))) == [
        "GET /api/v1/speakers 200 5 bytes N ms"
      ])
  }

  @Test func `One that was refused has the reason as well, escaped like the path`() {
    let body = Array("{\"error\":\"No\u{1B}[2J\nway; try again.\"}".utf8)
    #expect(
      lines("GET /%1B%0A\u{7F}x HTTP/1.1\r\n\(Self.end)\r\n", answering: HTTPResponse(status: 404, body: body)) == [
        "GET /%1B%0A%7Fx 404 34 bytes N ms {\"error\":\"No%1B[2J%0Away; try again.\"}"
      ])
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked\r\n", 411, "The body must come with a Content-Length."),
    ("Content-Length: 70000\r\n", 413, "The body may have at most 65536 bytes."),
    ("X: \(String(repeating: "a", count: 40_000))\r\n", 431, "The header fields may have at most 32768 bytes."),
  ])
  func `One that is refused by its head leaves a line too`(_ fields: String, _ status: Int, _ sentence: String) {
    let lines = lines("POST /hook HTTP/1.1\r\n\(fields)\(Self.end)\r\n", answering: HTTPResponse(status: 200))
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("POST /hook \(status) ") == true)
    #expect(lines.first?.hasSuffix(" N ms {\"error\":\"\(sentence)\"}") == true)
  }

  @Test func `However long an address and a reason are, the line is not`() {
    let target = "/" + String(repeating: "a", count: 9000)
    let long = lines("GET \(target) HTTP/1.1\r\n\(Self.end)\r\n", answering: HTTPResponse(status: 200))
    #expect(long.first?.contains("a 414 ") == true && long.allSatisfy { $0.utf8.count < 400 })
    let reason = HTTPResponse(status: 400, body: [UInt8](repeating: 0x61, count: 5000))
    let talkative = lines("GET / HTTP/1.1\r\n\(Self.end)\r\n", answering: reason)
    #expect(talkative.count == 1 && talkative.allSatisfy { $0.utf8.count < 400 })
  }
}
