import EventModel
import HTTPTransport
import TestSupport
import Testing

@testable import CentreSync

@Suite("A look at a Centre")
struct CentreProbeTests {
  private func probe(_ url: String, key: String = Workplace.key) throws -> [CentreAnswer] {
    CentreProbe(configuration: try SyncConfiguration(baseURL: url, apiKey: key), now: { Workplace.now }).run()
  }

  private func outcomes(_ url: String) throws -> [CentreAnswer.Outcome] {
    try probe(url).map(\.outcome)
  }

  /// A Centre that answers each address in a way of its own.
  private func centre(_ answers: [String: HTTPResponse]) throws -> HTTPServer {
    try HTTPServer(address: "127.0.0.1", port: 0) { request in
      let name = request.path.split(separator: "/").last.map(String.init) ?? ""
      return answers[name] ?? HTTPResponse(status: 404)
    }
  }

  private func json(_ text: String) -> HTTPResponse {
    HTTPResponse(type: "application/json", body: Array(text.utf8))
  }

  @Test("finds all well where all answers as it should, with the Centre's clock, and sends the key")
  func good() throws {
    let records = (0..<5000).map { speaker($0, "Name \($0)") }.joined(separator: ",")
    let server = try centre([
      "speakers": json("{\"speakers\":[\(records)]}"), "organizers": json("{\"organizers\":[]}"),
      "sponsors": json("{\"more\":1,\"sponsors\":[{}]}"), "events": json("{\"events\":[]}"), "stats": json("{}"),
    ])
    let answers = try probe("http://127.0.0.1:\(server.port)")
    #expect(answers.map(\.endpoint) == CentreEndpoint.allCases)
    #expect(answers.allSatisfy { $0.outcome == .good && $0.clock != nil && $0.receivedAt == Workplace.now })
  }

  @Test("says what is wrong with each address, in the sync's own sentences")
  func flawed() throws {
    let server = try centre([
      "speakers": HTTPResponse(status: 401, body: Array(Workplace.key.utf8)), "organizers": json("{\"organisers\":[]}"),
      "sponsors": HTTPResponse(type: "text/html", body: Array("<html>".utf8)), "events": json("[]"),
    ])
    let outcomes = try outcomes("http://127.0.0.1:\(server.port)")
    let sentences = outcomes.map { if case .flawed(let sentence) = $0 { sentence } else { "" } }
    #expect(sentences[0].contains("does not know the key (status 401"))
    #expect(sentences[1].contains("has no member \"organizers\""))
    #expect(sentences[2].contains("web page"))
    #expect(sentences[3].contains("answer for /events is not a JSON object"))
    #expect(outcomes[4] == .absent)
  }

  @Test("reads the Centre's clock also where it refuses the key")
  func refusedClock() throws {
    let server = try centre(["speakers": HTTPResponse(status: 401)])
    #expect(try probe("http://127.0.0.1:\(server.port)").first?.clock != nil)
  }

  @Test("waits for a Centre that hangs once, and asks no more")
  func hanging() throws {
    let silent = try FaultyCentre(
      speakers: .scripted { connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{")
        connection.waitForClose()
      })
    var configuration = try SyncConfiguration(baseURL: silent.url, apiKey: Workplace.key)
    configuration.limits.stallTimeout = .seconds(1)
    let answers = CentreProbe(configuration: configuration, now: { Workplace.now }).run()
    #expect(answers.map(\.endpoint) == [.speakers])
    #expect(silent.requests.count == 1)
    guard case .flawed(let sentence) = answers.first?.outcome else {
      Issue.record("\(answers)")
      return
    }
    #expect(sentence.contains("sent next to nothing"))
  }

  @Test("tells a status from one that is not there, of what a Centre may do without")
  func optional() throws {
    let server = try centre(["events": HTTPResponse(status: 503), "stats": json("{")])
    let outcomes = try outcomes("http://127.0.0.1:\(server.port)")
    #expect(outcomes[3] == .refused(503))
    #expect(
      outcomes[4] == .flawed("The Resources Centre's answer for /stats is not JSON; tell those who run the Centre."))
  }

  @Test("asks once and no more where nobody is there, and says what is in the way")
  func unreachable() throws {
    let server = try centre([:])
    let port = server.port
    server.stop()
    func obstacle(_ url: String) throws -> CentreAnswer.Obstacle? {
      let answers = try probe(url)
      guard answers.count == 1, case .unreachable(let obstacle, let sentence) = answers[0].outcome else { return nil }
      return sentence.hasSuffix(".") ? obstacle : nil
    }
    #expect(try obstacle("http://127.0.0.1:\(port)") == .connection)
    #expect(try obstacle("https://no-such-host.invalid") == .host)
    #expect(try obstacle("http://192.0.2.1") == .address)
    let plain = try centre([:])
    #expect(try obstacle("https://127.0.0.1:\(plain.port)") == .encryption)
  }

  @Test("keeps the key to itself also where the Centre sends it back")
  func key() throws {
    let server = try centre([
      "speakers": HTTPResponse(
        status: 302, headers: HTTPHeaders([("Location", "https://\(Workplace.key).example/")]))
    ])
    let answers = try probe("http://127.0.0.1:\(server.port)")
    guard case .flawed(let sentence) = try #require(answers.first).outcome else {
      Issue.record("It was followed")
      return
    }
    #expect(sentence.contains("(key)") && !sentence.contains(Workplace.key))
  }
}
