import EventModel
import HTTPTransport
import JSONStream
import Testing

@testable import CentreServer

@Suite("The data of a Resources Centre")
struct CentreDataTests {
  /// What reading a directory complains about, without the path of the directory.
  private func complaint(_ files: [String: String]) throws -> String? {
    try withDirectory(of: files) { directory in
      do {
        _ = try CentreStore.temporary(holding: CentreData(directory: directory))
        return nil
      } catch let error as CentreError {
        return error.message.replacing(directory, with: "DIR")
      }
    }
  }

  @Test("may be empty, in part or in all files, and may have blank lines")
  func emptiness() throws {
    #expect(try complaint(["speakers.jsonl": ""]) == nil)
    #expect(try complaint(["sponsors.jsonl": "\n  \r\n{\"id\":1,\"name\":\"A\"}\r\n\n"]) == nil)
  }

  @Test("must be there")
  func missing() throws {
    #expect(
      try complaint(["people.jsonl": ""])
        == "DIR holds none of speakers.jsonl, organizers.jsonl, sponsors.jsonl, events.jsonl, "
        + "nor the same as .csv; name the one that holds the data.")
    #expect(throws: CentreError("There is no directory /nowhere; name the one that holds the data.")) {
      try CentreData(directory: "/nowhere")
    }
  }

  @Test(
    "is refused with the file and the line that is wrong",
    arguments: [
      (#"{"id":1}"#, #"its "name" must be a text that is not empty"#),
      (#"{"id":1,"name":" "}"#, #"its "name" must be a text that is not empty"#),
      (#"{"name":"A"}"#, #"its "id" must be a text or a whole number"#),
      (#"{"id":1.5,"name":"A"}"#, #"its "id" must be a text or a whole number"#),
      (#"{"id":" ","name":"A"}"#, #"its "id" must be a text or a whole number"#),
      (#"{"id":1,"name":"A","bio":3}"#, #"its "bio" must be a text"#),
      (#"{"id":1,"name":"A","updated_at":"soon"}"#, #"its "updated_at" must be an ISO 8601 time"#),
      (#"{"id":1,"deleted_at":"gone"}"#, #"its "deleted_at" must be an ISO 8601 time"#),
      (#"{"id":"0","name":"A"}"#, #"its "id" 0 was used on line 1"#),
      ("[1]", "it is not a JSON object"),
    ])
  func badLine(line: String, reason: String) throws {
    let file = #"{"id":0,"name":"Zero"}"# + "\n\n" + line + "\n"
    #expect(try complaint(["speakers.jsonl": file]) == "DIR/speakers.jsonl, line 3: \(reason); correct the line.")
  }

  @Test("is refused where a line is no JSON", arguments: ["{", "{\"id\":1,}", "id=1", "{\"id\":1} {}"])
  func noJSON(line: String) throws {
    let message = try #require(try complaint(["organizers.jsonl": line]))
    #expect(message.hasPrefix("DIR/organizers.jsonl, line 1: it is not JSON ("))
  }

  @Test("is refused where an event lacks what it needs")
  func badEvents() throws {
    let times = #""start":"2026-01-01T10:00:00Z","end":"2026-01-01T11:00:00Z""#
    #expect(try complaint(["events.jsonl": #"{"id":1,"title":"A",\#(times)}"#]) == nil)
    let untimed = try complaint(["events.jsonl": #"{"id":1,"title":"A"}"#])
    #expect(untimed == #"DIR/events.jsonl, line 1: its "start" must be an ISO 8601 time; correct the line."#)
    let numbered = try complaint(["events.jsonl": #"{"id":1,"title":"A",\#(times),"speakers":[1]}"#])
    #expect(numbered == #"DIR/events.jsonl, line 1: its "speakers" must be a list of texts; correct the line."#)
  }
}

@Suite("The sample data")
struct SampleDataTests {
  private let service: CentreService

  init() throws {
    service = CentreService(store: try .temporary(holding: .demo()), key: try APIKey("sesame"))
  }

  private func names(_ collection: CentreCollection) throws -> Set<String> {
    Set(try service.answer(to: "/api/v1/\(collection.rawValue)").records.compactMap { $0["name"]?.text })
  }

  @Test("is a whole catalogue, names beyond ASCII among it")
  func catalogue() throws {
    #expect((70...90).contains(try names(.speakers).count))
    #expect(try names(.organizers).count == 20)
    #expect(try names(.sponsors).count == 25)
    #expect(try names(.speakers).contains { !$0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test("has twelve events, each with people and institutions that the catalogue knows")
  func events() throws {
    let events = try CentreData.sampleEvents()
    #expect(events.count == 12)
    #expect(try service.answer(to: "/api/v1/events").records.count == 12)
    let (speakers, organizers, sponsors) = (try names(.speakers), try names(.organizers), try names(.sponsors))
    for event in events {
      #expect(event.starts < event.ends, "\(event.title)")
      #expect(!event.speakers.isEmpty && speakers.isSuperset(of: event.speakers), "\(event.title)")
      #expect(event.organizer.map { organizers.contains($0) } ?? true, "\(event.title)")
      #expect(event.sponsor.map { sponsors.contains($0) } ?? true, "\(event.title)")
      #expect(!event.description.isEmpty && event.city != nil, "\(event.title)")
    }
  }
}

@Suite("A Resources Centre over HTTP")
struct CentreServerTests {
  @Test("serves the sample data to who has the key, on a port of its own")
  func overHTTP() throws {
    let server = try CentreServer(data: .demo(), apiKey: "sesame")
    let client = HTTPClient()
    var body: [UInt8] = []
    let head = try client.get(server.url + "/api/v1/speakers", headers: [("X-API-Key", "sesame")]) { body += $1 }
    #expect(head.status == 200)
    #expect(try JSONValue(parsing: body)["speakers"]?.elements?.isEmpty == false)
    #expect(try client.get(server.url + "/api/v1/speakers") { _, _ in }.status == 401)
    server.stop()
    #expect(throws: HTTPClientError.self) { try client.get(server.url + "/api/v1/stats") { _, _ in } }
  }
}
