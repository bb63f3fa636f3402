import Foundation
import TestSupport
import Testing

@Suite("A sync against answers that are no catalogue")
struct SyncAnswerTests {
  /// An answer for the speakers, the options to sync with, and words of the sentence that must follow.
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let answer: FaultyCentre.Answer
    var options: [String] = []
    let words: String

    init(_ name: String, _ answer: FaultyCentre.Answer, _ options: String..., says words: String) {
      (testDescription, self.answer, self.options, self.words) = (name, answer, options, words)
    }
  }

  private static let body = #"{"speakers":[{"id":1,"name":"Ada Lovelace"},{"id":2,"name":"Alan Turing"}]}"#
  private static let record = #"{"id":1,"name":"Ada Lovelace"}"#

  static let faults = [
    Fault("500", .status(500, body: #"{"error":"\#(FaultyCentre.key)"}"#), says: "could not answer"),
    Fault("401", .status(401), says: "check RESOURCES_CENTRE_API_KEY"),
    Fault("404", .status(404), says: "check RESOURCES_CENTRE_URL"),
    Fault("HTML", .html, says: "web page (HTML)"),
    Fault("empty", .empty, says: "is not one whole JSON document"),
    Fault("truncated", .truncated(body), says: "cut short"),
    Fault("cut short without a length", .cutShort(body), says: "is not one whole JSON document"),
    Fault("more behind the end", .json(body + "{}"), says: "is not one whole JSON document"),
    Fault("another shape", .json("[\(record)]"), says: "is not a JSON object"),
    Fault("no array", .json(#"{"speakers":{"1":\#(record)}}"#), says: "is not an array"),
    Fault("no such member", .json(#"{"people":[\#(record)]}"#), says: "has no member"),
    Fault("not HTTP", .raw(Array("220 mail.example ESMTP\r\n".utf8)), says: "check the address"),
    Fault("hanging", .hanging, "--max-time", "2", says: "after 2 s"),
    Fault(
      "endless", .endless(opening: #"{"speakers":["#, record: record), "--max-time", "2", says: "had no end after 2 s"),
    Fault(
      "too large", .endless(opening: #"{"speakers":["#, record: record), "--max-body", "100000",
      says: "larger than the 100000 bytes allowed"),
  ]

  @Test("The collection fails in one sentence, the other two come in", arguments: faults)
  func oneFails(fault: Fault) throws {
    let centre = try FaultyCentre.small()
    centre.answer("speakers", with: fault.answer)
    let work = try Workplace(centre)
    let result = try work.pivotal(["sync"] + fault.options)
    #expect(result.status == 3)
    let sentence = try #require(result.sentence, "\(result.errors)")
    #expect(sentence.hasPrefix("Speakers: not synced — ") && sentence.contains(fault.words), "\(sentence)")
    #expect(result.output.contains("Organizers: 1 added") && result.output.contains("Sponsors: 1 added"))
    #expect(!result.everything.contains(FaultyCentre.key))
    #expect(result.duration < .seconds(40))
    let database = try work.database()
    #expect(try database.names(in: "speakers").isEmpty)
    #expect(try database.names(in: "organizers") == ["City Library"])
    #expect(try database.names(in: "sponsors") == ["Acme Trust"])
    #expect(try database.values("SELECT failure FROM sync_outcomes").count == 1)
  }

  @Test("What was here stays when a later answer fails")
  func laterFailure() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    centre.answer("speakers", with: .cutShort(Self.body))
    #expect(try work.pivotal("sync").status == 3)
    #expect(try work.database().names(in: "speakers") == ["Ada Lovelace", "Alan Turing"])
  }

  @Test("Where all three fail the status is 1, and one reason is said once")
  func allFail() throws {
    let centre = try FaultyCentre.small()
    for collection in ["speakers", "organizers", "sponsors"] { centre.answer(collection, with: .status(503)) }
    let result = try Workplace(centre).pivotal("sync")
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1 && result.output.isEmpty)
    #expect(result.sentence?.hasPrefix("Speakers, organizers and sponsors: not synced — ") == true)
  }

  @Test("Nobody there")
  func nobodyThere() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    centre.stop()
    #expect(isMet(within: .seconds(10)) { (try? request("GET", centre.url)) == nil })
    let result = try work.pivotal("sync")
    #expect(result.status == 1)
    #expect(result.errorLines.filter { $0.contains("Nothing answers at") }.count == 1)
  }

  @Test("A redirect is not followed, and the other host hears nothing", arguments: [301, 302, 307, 308])
  func redirect(status: Int) throws {
    let other = try FaultyCentre.small()
    let centre = try FaultyCentre.small()
    let head = "HTTP/1.1 \(status) Elsewhere\r\nLocation: \(other.url)/api/v1/speakers?key=\(FaultyCentre.key)\r\n"
    centre.answer("speakers", with: .raw(Array("\(head)Content-Length: 0\r\nConnection: close\r\n\r\n".utf8)))
    let work = try Workplace(centre)
    let result = try work.pivotal("sync")
    #expect(result.status == 3)
    #expect(result.sentence?.contains("where the key must not go") == true)
    #expect(!result.everything.contains(FaultyCentre.key))
    #expect(other.requests.isEmpty)
    #expect(try work.database().names(in: "organizers") == ["City Library"])
  }

  @Test("The key goes in its header, once for each collection, and nowhere else")
  func key() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    let result = try work.pivotal("sync", "--json")
    #expect(!result.everything.contains(FaultyCentre.key))
    let requests = centre.requests
    #expect(requests.map(\.line).sorted() == ["organizers", "speakers", "sponsors"].map { "GET /api/v1/\($0)" })
    for request in requests {
      #expect(request.headers["x-api-key"] == FaultyCentre.key)
      #expect(request.text.components(separatedBy: FaultyCentre.key).count == 2)
    }
    let files = try FileManager.default.contentsOfDirectory(at: work.files.url, includingPropertiesForKeys: nil)
    for file in files {
      #expect(try Data(contentsOf: file).range(of: Data(FaultyCentre.key.utf8)) == nil, "\(file.lastPathComponent)")
    }
  }
}
