import Foundation
import TestSupport
import Testing

@Suite("The program resources-centre")
struct CentreProgramTests {
  private let key = ["X-API-Key": CentreProgram.key]

  /// The members of a JSON object in an answer.
  private func object(_ answer: RawAnswer) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
  }

  private func centre(_ arguments: String..., key: String = CentreProgram.key) throws -> ProgramResult {
    try run(
      try BuiltProducts.program("resources-centre"), ["serve"] + arguments,
      environment: key.isEmpty ? [:] : ["API_KEY": key])
  }

  @Test("The sample data is whole")
  func sampleData() throws {
    let centre = try CentreProgram("--demo")
    let api = centre.url + "/api/v1"
    let members = [
      "speakers": ["bio", "company", "created_at", "id", "name", "title", "updated_at"],
      "organizers": ["created_at", "id", "name", "updated_at", "website"],
      "sponsors": ["created_at", "id", "name", "updated_at", "website"],
      "events": ["end", "id", "organizer", "speakers", "sponsor", "start", "title"],
    ]
    for (collection, count) in ["speakers": 82, "organizers": 20, "sponsors": 25, "events": 12] {
      let answer = try request("GET", "\(api)/\(collection)", headers: key)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "application/json")
      let body = try object(answer)
      #expect(Array(body.keys) == [collection])
      let records = try #require(body[collection] as? [[String: Any]])
      #expect(records.count == count)
      #expect(records.map { $0.keys.sorted() }.filter { $0 != members[collection] }.isEmpty)
    }
    let stats = try object(try request("GET", "\(api)/stats", headers: key)) as? [String: Int]
    #expect(stats == ["speakers": 82, "organizers": 20, "sponsors": 25, "events": 12])
  }

  @Test("Without the right key it tells nothing", arguments: [[:], ["X-API-Key": "guess"], ["X-API-Key": ""]])
  func unauthorized(headers: [String: String]) throws {
    let centre = try CentreProgram("--demo")
    for path in ["/api/v1/speakers", "/api/v1/stats", "/nothing"] {
      let answer = try request("GET", centre.url + path, headers: headers)
      #expect(answer.status == 401)
      #expect(try object(answer)["error"] is String)
      #expect(!answer.body.contains(CentreProgram.key))
    }
  }

  @Test("What is not there is 404, and what is not reading 405")
  func notFound() throws {
    let centre = try CentreProgram("--demo")
    for path in ["/", "/api/v1", "/api/v1/people", "/api/v1/speakers/1", "/api/v2/speakers"] {
      let answer = try request("GET", centre.url + path, headers: key)
      #expect(answer.status == 404, "\(path)")
      #expect(try object(answer)["error"] is String)
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
      let answer = try request(method, centre.url + "/api/v1/speakers", headers: key)
      #expect(answer.status == 405, "\(method)")
      #expect(answer.headers["allow"]?.contains("GET") == true)
      #expect(try object(answer)["error"] is String)
    }
  }

  @Test("A directory of one's own is served")
  func ownData() throws {
    let files = try TemporaryDirectory()
    try files.write(#"{"id":7,"name":"Žofie Zíková","title":"Editor"}"# + "\n", to: "speakers.jsonl")
    try files.write(#"{"id":"o-1","name":"City Library"}"#, to: "organizers.jsonl")
    try files.write(#"{"id":"s-1","name":"Acme Trust"}"# + "\r\n\r\n", to: "sponsors.jsonl")
    try files.write(
      #"{"id":"e-1","title":"Talk","start":"2026-11-24T14:00:00Z","end":"2026-11-24T15:00:00Z","speakers":["Žofie Zíková"]}"#,
      to: "events.jsonl")
    let work = try Workplace(CentreProgram("--data", files.url.path))
    let result = try work.pivotal("sync")
    #expect(result.status == 0)
    #expect(
      try work.database().rows("SELECT external_id, name, title FROM speakers") == [["7", "Žofie Zíková", "Editor"]])
    #expect(try work.database().names(in: "organizers") == ["City Library"])
    #expect(try work.database().names(in: "sponsors") == ["Acme Trust"])
  }

  @Test("A bad line is named by its file and number")
  func badLine() throws {
    let files = try TemporaryDirectory()
    let file = try files.write("{\"id\":1,\"name\":\"Ada\"}\n\n{\"id\":2,\"name\":}\n", to: "speakers.jsonl")
    let result = try centre("--listen", "127.0.0.1:0", "--data", files.url.path)
    #expect(result.status == 1)
    #expect(result.sentence?.hasPrefix("\(file), line 3: ") == true)
  }

  @Test("It does not start without a key, without data, or on a place that is taken")
  func refusals() throws {
    let keyless = try centre("--demo", key: "")
    #expect(keyless.status == 1)
    #expect(keyless.sentence?.hasPrefix("API_KEY is not set") == true)
    #expect(try centre().status == 2)
    #expect(try centre("--demo", "--listen", "5000").status == 2)
    let missing = try centre("--data", "/nonexistent/data")
    #expect(missing.status == 1)
    #expect(missing.sentence?.contains("There is no directory /nonexistent/data") == true)
    let other = try CentreProgram("--demo")
    let place = String(other.url.dropFirst("http://".count))
    let taken = try centre("--demo", "--listen", place)
    #expect(taken.status == 1)
    #expect(taken.sentence == "Another program listens on \(place) already; stop it, or choose another port.")
  }

  @Test("Told to stop, it ends well", arguments: [SIGTERM, SIGINT])
  func stopping(signal: Int32) throws {
    let centre = try CentreProgram("--demo")
    #expect(try request("GET", centre.url + "/api/v1/stats", headers: key).status == 200)
    let result = try centre.stop(signal)
    #expect(result.status == 0 && !result.wasSignalled)
    let log = result.errors.split(separator: "\n").map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
    #expect(log.count == 1 && log.first?.hasPrefix("GET /api/v1/stats 200 57 bytes ") == true, "\(result.errors)")
    #expect(throws: TestFailure.self) { try request("GET", centre.url + "/api/v1/stats") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: centre.temporaryFiles.url.path) == [])
  }
}
