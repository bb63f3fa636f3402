import EventModel
import HTTPTransport
import Testing

@testable import CentreSync

/// Answers that are not the listing: each is one collection's failure, said in a sentence with the next step.
@Suite struct AnswerTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
    centre.answer(.organizers, records: ["{\"id\":1,\"name\":\"City Library\"}"])
    centre.answer(.sponsors, records: ["{\"id\":1,\"name\":\"Acme Trust\"}"])
  }

  /// Syncs with a bad answer for the speakers, checks that the others came in, and gives back the sentence.
  private func sentence(for response: HTTPResponse) throws -> String {
    centre.answer(.speakers, response)
    let run = try place.sync(from: centre.url)
    #expect(run.organizers.counts == [1, 0, 0, 0])
    #expect(run.sponsors.counts == [1, 0, 0, 0])
    #expect(run.speakers.counts == [0, 0, 0, 1])
    #expect(try place.storage.speakers().isEmpty)
    #expect(run.exitStatus == 3)
    let sentence = try #require(run.speakers.failure)
    #expect(sentence.hasSuffix(".") && !sentence.contains("\n") && !sentence.contains(Workplace.key))
    return sentence
  }

  @Test(arguments: [
    (401, "RESOURCES_CENTRE_API_KEY"), (403, "RESOURCES_CENTRE_API_KEY"), (404, "RESOURCES_CENTRE_URL"),
    (500, "try again later"), (503, "try again later"), (429, "try again later"), (201, "instead of 200"),
    (206, "instead of 200"), (400, "did not understand"), (204, "instead of 200"),
  ])
  func `A status other than 200 says what to do`(_ status: Int, _ words: String) throws {
    let body = status == 204 ? "" : "{\"speakers\":[\(speaker(1, "Ada"))]}"
    let sentence = try sentence(for: HTTPResponse(status: status, body: Array(body.utf8)))
    #expect(sentence.contains(words))
    #expect(sentence.contains("\(status)"))
  }

  @Test func `A redirect names the host only, and nothing is sent there`() throws {
    let other = try Centre()
    let target = "\(other.url)/login?token=hidden"
    let sentence = try sentence(
      for: HTTPResponse(
        status: 302, headers: HTTPHeaders([("Location", target)]), body: Array("{\"speakers\":[]}".utf8)))
    #expect(sentence.contains("127.0.0.1") && sentence.contains("RESOURCES_CENTRE_URL") && !sentence.contains("hidden"))
    #expect(other.requests.isEmpty)
  }

  @Test(arguments: [nil, "//", "https://\u{1B}[2J", "ftp://127.0.0.1/"])
  func `A redirect to nowhere in particular is said so`(
    _ location: String?
  ) throws {
    let headers = HTTPHeaders(location.map { [("Location", $0)] } ?? [])
    let sentence = try sentence(for: HTTPResponse(status: 307, headers: headers))
    #expect(sentence.contains("redirected") && !sentence.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("text/html; charset=utf-8", "  <!DOCTYPE html><html><body>Sign in</body></html>"),
    ("application/json", "\n<html></html>"),
    ("text/html", "Sign in"),
  ])
  func `A web page instead of JSON is called one`(_ type: String, _ body: String) throws {
    let sentence = try sentence(for: HTTPResponse(type: type, body: Array(body.utf8)))
    #expect(sentence.contains("web page") && sentence.contains("RESOURCES_CENTRE_URL"))
  }

  @Test func `A listing that only says it is HTML is read all the same`() throws {
    centre.answer(.speakers, HTTPResponse(type: "text/html", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8)))
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 0, 0])
  }

  @Test(arguments: [
    ("", "the document is empty"), ("{\"speakers\":[{\"id\":1,\"name\":\"Ada\"}", "ends before it is complete"),
    ("{\"speakers\":[{\"id\":1,\"name\":\"Ada\"}]}}", "follows the end"),
    ("{\"speakers\":[{\"id\":1,\"name\":\"Ada\"},]}", "unallowed token"), ("[]", "is not a JSON object"),
    ("{\"speakers\":{}}", "not an array"), ("{\"items\":[]}", "has no member \"speakers\""),
    ("\u{FEFF}{\"speakers\":[]}", "not one whole JSON document"),
  ])
  func `A body that is not one whole listing stores nothing of it`(_ body: String, _ words: String) throws {
    let sentence = try sentence(for: HTTPResponse(type: "application/json", body: Array(body.utf8)))
    #expect(sentence.contains(words))
  }

  @Test func `Nesting beyond 64 fails the collection and up to it does not`() throws {
    func body(depth: Int) -> [UInt8] {
      let nested = String(repeating: "[", count: depth - 3) + String(repeating: "]", count: depth - 3)
      return Array("{\"speakers\":[{\"id\":1,\"name\":\"Ada\",\"x\":\(nested)}]}".utf8)
    }
    #expect(try sentence(for: HTTPResponse(type: "application/json", body: body(depth: 65))).contains("64 deep"))
    centre.answer(.speakers, HTTPResponse(type: "application/json", body: body(depth: 64)))
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 0, 0])
  }

  @Test func `A body beyond the limit fails the collection`() throws {
    centre.answer(.speakers, records: (0..<1000).map { speaker($0, "Speaker \($0)") })
    var limits = TransferLimits()
    limits.maximumBodyBytes = 10_000
    let run = try place.sync(from: centre.url, limits: limits)
    #expect(run.speakers.failure != nil)
    #expect(run.organizers.counts == [1, 0, 0, 0])
    #expect(try place.storage.speakers().isEmpty)
  }

  @Test func `A failure leaves what was synced before as it was`() throws {
    centre.answer(.speakers, records: [speaker(1, "Ada")])
    try place.sync(from: centre.url)
    centre.answer(.speakers, json: "{\"speakers\":[\(speaker(1, "Eve", updated: "2026-02-01T00:00:00Z")),")
    try place.sync(from: centre.url)
    #expect(try place.storage.speakers().map(\.name) == ["Ada"])
  }

  @Test func `Where nothing could be synced the run says so`() throws {
    for collection in CatalogueCollection.allCases { centre.answer(collection, HTTPResponse(status: 500)) }
    let run = try place.sync(from: centre.url)
    #expect(run.message == "Sync failed")
    #expect(run.exitStatus == 1)
    #expect(try place.storage.syncRuns(limit: 1) == [run])
  }

  @Test func `A Centre under a path prefix is found`() throws {
    let body = Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8)
    centre.answer(.speakers, HTTPResponse(type: "application/json", body: body), under: "/resources")
    #expect(try place.sync(from: centre.url + "/resources/").speakers.counts == [1, 0, 0, 0])
  }
}
