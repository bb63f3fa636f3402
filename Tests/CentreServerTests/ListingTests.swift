import EventModel
import HTTPTransport
import JSONStream
import Testing

@testable import CentreServer

@Suite("What a Resources Centre answers while its data changes")
struct ListingTests {
  let centre: TestCentre

  init() throws {
    centre = try TestCentre()
    try centre.take((1...5).map { #"{"id":\#($0),"name":"Speaker \#($0)"}"# }.joined(separator: "\n"))
  }

  @Test("pages lead from one to the next until all has come", arguments: [1, 2, 3, 4, 5, 6])
  func pages(limit: Int) throws {
    var ids: [String] = []
    var next: String? = "/api/v1/speakers?limit=\(limit)"
    while let address = next {
      let page = try centre.answer(address)
      #expect(page.announcedLength == page.text.utf8.count)
      #expect(try page.ids.count <= limit)
      ids += try page.ids
      next = page.next
    }
    #expect(ids == ["1", "2", "3", "4", "5"])
  }

  @Test("a listing without a limit comes in one piece, and says of no next page")
  func whole() throws {
    let answer = try centre.answer("/api/v1/speakers")
    #expect(try answer.ids.count == 5)
    #expect(answer.headers["Link"] == nil)
  }

  @Test("nothing is passed over when records change, come and go between two pages")
  func changesBetweenPages() throws {
    let first = try centre.answer("/api/v1/speakers?limit=2")
    #expect(try first.ids == ["1", "2"])
    try centre.store.edit("1", ["name": "Speaker one"], in: .speakers, at: noon)
    try centre.store.edit("4", ["name": "Speaker four"], in: .speakers, at: noon)
    try centre.store.remove("3", from: .speakers, at: noon)
    try centre.store.add(["name": "Speaker 6"], id: "6", to: .speakers, at: noon)
    let second = try centre.answer(try #require(first.next))
    #expect(try second.ids == ["5", "1"])
    let third = try centre.answer(try #require(second.next))
    #expect(try third.ids == ["4", "6"])
    #expect(third.next == nil)
  }

  @Test("pages of changes hold those that were deleted, and keep the time they began with")
  func pagesOfChanges() throws {
    let later = noon.advanced(bySeconds: 60)
    try centre.store.remove("2", from: .speakers, at: later)
    try centre.store.edit("5", ["bio": "New"], in: .speakers, at: later)
    let since = later.iso8601
    let first = try centre.answer("/api/v1/speakers?updated_since=\(since)&limit=1")
    #expect(first.headers["X-Delta"] == "1")
    #expect(first.text == #"{"speakers":[{"id":2,"deleted_at":"\#(later.iso8601)"}]}"#)
    let second = try centre.answer(try #require(first.next))
    #expect(second.headers["X-Delta"] == "1")
    #expect(try second.ids == ["5"])
    #expect(second.next == nil)
  }

  @Test("an answer holds one state of the data, however long its client takes")
  func oneState() throws {
    let request = HTTPRequest(path: "/api/v1/speakers", headers: HTTPHeaders([("X-API-Key", "sesame")]))
    let service = CentreService(store: centre.store, key: try APIKey("sesame"))
    let stream = try #require(service.answer(request).stream)
    try centre.store.remove("4", from: .speakers, at: noon)
    try centre.store.edit("5", ["name": "Other"], in: .speakers, at: noon)
    let text = String(decoding: try stream.all(), as: UTF8.self)
    let names = try JSONValue(parsing: text)["speakers"]?.elements?.compactMap { $0["name"]?.text }
    #expect(names == (1...5).map { "Speaker \($0)" })
    #expect(try centre.ids("/api/v1/speakers") == ["1", "2", "3", "5"])
  }

  @Test("times only ever grow, whatever the clock does")
  func growingTimes() throws {
    var last = ""
    for step in [0, -500, 10, -3, 10] {
      try centre.store.edit("1", ["bio": "\(step) \(last)"], in: .speakers, at: noon.advanced(bySeconds: Int64(step)))
      let record = try #require(try centre.answer("/api/v1/speakers").records.first)
      let time = try #require(record["updated_at"]?.text.flatMap { Instant(timestamp: $0) }).canonicalText
      #expect(time > last)
      last = time
    }
  }

  @Test("its tag stands as long as nothing has changed, and answers without a body")
  func tags() throws {
    let tag = try #require(try centre.answer("/api/v1/speakers").headers["ETag"])
    for field in [tag, String(tag.dropFirst(2)), "\"x\", \(tag)", "*"] {
      let same = try centre.answer("/api/v1/speakers", [("If-None-Match", field)])
      #expect(same.status == 304 && same.text.isEmpty && same.headers["ETag"] == tag)
    }
    #expect(try centre.answer("/api/v1/organizers", [("If-None-Match", tag)]).status == 200)
    try centre.take(#"{"id":"o","name":"CERN"}"#, into: .organizers)
    #expect(try centre.answer("/api/v1/speakers", [("If-None-Match", tag)]).status == 304)
    try centre.store.edit("1", ["name": "Changed"], in: .speakers, at: noon)
    let changed = try centre.answer("/api/v1/speakers", [("If-None-Match", tag)])
    #expect(changed.status == 200 && changed.headers["ETag"] != tag)
  }

  @Test("names its data, the same from change to change and another in another database")
  func instance() throws {
    let name = try #require(try centre.answer("/api/v1/speakers").headers["X-Data-Instance"])
    #expect(!name.isEmpty)
    try centre.take(#"{"id":"new","name":"Somebody new"}"#)
    #expect(try centre.answer("/api/v1/sponsors?updated_since=2026-01-01").headers["X-Data-Instance"] == name)
    #expect(try centre.answer("/api/v1/speakers?limit=1").headers["X-Data-Instance"] == name)
    #expect(try TestCentre().answer("/api/v1/speakers").headers["X-Data-Instance"] != name)
    #expect(try centre.answer("/api/v1/events").headers["X-Data-Instance"] == nil)
  }

  @Test("other data has other tags")
  func otherData() throws {
    let other = try TestCentre()
    try other.take(#"{"id":1,"name":"Someone"}"#)
    let tag = try #require(try other.answer("/api/v1/speakers").headers["ETag"])
    #expect(try centre.answer("/api/v1/speakers", [("If-None-Match", tag)]).status == 200)
  }

  @Test("counts have a tag as well")
  func statsTag() throws {
    let tag = try #require(try centre.answer("/api/v1/stats").headers["ETag"])
    #expect(try centre.answer("/api/v1/stats", [("If-None-Match", tag)]).status == 304)
    try centre.store.remove("1", from: .speakers, at: noon)
    let counts = try centre.answer("/api/v1/stats", [("If-None-Match", tag)])
    #expect(counts.text == #"{"speakers":4,"organizers":0,"sponsors":0,"events":0}"#)
  }
}
