import EventModel
import HTTPTransport
import Synchronization
import Testing

@testable import CentreSync

/// A Centre that has other data than before cannot say what has changed since: then everything is fetched.
@Suite struct OtherDataTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  /// Answers with what a Centre has, whose only changes are the given ones, in pages of their own.
  private func answer(_ instance: String?, all: [String], changes: [[String]] = [[]], then: String? = nil) {
    centre.answer(.speakers) { request in
      let isDelta = request.query.contains { $0.name == "updated_since" }
      let page = request.query.first { $0.name == "page" }.flatMap { Int($0.value) } ?? 0
      let records = isDelta ? changes[page] : all
      let body = "{\"speakers\":[\(records.joined(separator: ","))]}"
      var response = HTTPResponse(type: "application/json", body: Array(body.utf8))
      if let instance { response.headers.add("X-Data-Instance", page == 0 ? instance : then ?? instance) }
      if isDelta { response.headers.add("X-Delta", "1") }
      if isDelta, page + 1 < changes.count {
        response.headers.add("Link", "<?updated_since=2026-01-01T00:00:00Z&page=\(page + 1)>; rel=next")
      }
      return response
    }
  }

  private func names() throws -> [String] { try place.storage.speakers().map(\.name) }

  @Test func `Under the same name changes are taken`() throws {
    answer("one", all: [speaker(1, "Ada")], changes: [[speaker(2, "Alan")]])
    try place.sync(from: centre.url)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.listing == .changes)
    #expect(try names() == ["Ada", "Alan"])
  }

  @Test func `Under another name everything is fetched, and what was there before and is not now is gone`() throws {
    answer("one", all: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(3, "Grace")])
    try place.sync(from: centre.url)
    // An older record that is new here, and one that is not there any more.
    answer("two", all: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(4, "Edsger", updated: "2020-01-01")])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.listing == .complete)
    #expect(run.speakers.counts == [1, 0, 2, 0] && run.speakers.missing == 1)
    #expect(try names() == ["Ada", "Alan", "Edsger"])
    #expect(try place.sync(from: centre.url).speakers.listing == .changes)
  }

  @Test func `Changes whose later page is of other data are thrown away with all their pages`() throws {
    answer("one", all: [speaker(1, "Ada"), speaker(2, "Alan")])
    try place.sync(from: centre.url)
    answer(
      "one", all: [speaker(1, "Ada"), speaker(5, "Barbara")],
      changes: [[speaker(8, "Nobody"), "{\"id\":2,\"deleted_at\":\"2026-02-01\"}"], [speaker(9, "Nobody else")]],
      then: "two")
    let run = try place.sync(from: centre.url)
    #expect(run.isSuccess && run.speakers.listing == .complete)
    #expect(run.speakers.counts == [1, 0, 1, 0] && run.speakers.missing == 1)
    #expect(try names() == ["Ada", "Barbara"])
  }

  @Test func `A list whose pages are of different data is not complete`() throws {
    try place.sync(from: centre.url)
    let pages = [speaker(1, "Ada"), speaker(2, "Alan")]
    centre.answer(.speakers) { request in
      let page = request.query.isEmpty ? 0 : 1
      var response = HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(pages[page])]}".utf8))
      response.headers.add("X-Data-Instance", "\(page)")
      if page == 0 { response.headers.add("Link", "<?page=1>; rel=next") }
      return response
    }
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.failure?.hasSuffix("changed to other data while it was read; sync again.") == true)
    #expect(try names() == ["Ada"])
  }

  @Test func `A Centre that gives its data no name is believed as before`() throws {
    answer("one", all: [speaker(1, "Ada")])
    try place.sync(from: centre.url)
    answer(nil, all: [speaker(1, "Ada")], changes: [[speaker(2, "Alan")]])
    #expect(try place.sync(from: centre.url).speakers.listing == .changes)
    answer("one", all: [speaker(1, "Ada")], changes: [[speaker(3, "Grace")]])
    #expect(try place.sync(from: centre.url).speakers.listing == .changes)
  }

  @Test func `Changes in pages are one listing, and where a later page fails nothing is marked as gone`() throws {
    answer("one", all: [speaker(1, "Ada"), speaker(2, "Alan")])
    try place.sync(from: centre.url)
    let gone = "{\"id\":2,\"deleted_at\":\"2026-02-01T00:00:00Z\"}"
    let checkpoint = try place.dump("sync_checkpoints")
    answer("one", all: [], changes: [[gone, speaker(3, "Grace")], ["{\"id\":"]])
    let broken = try place.sync(from: centre.url)
    #expect(broken.speakers.failure?.contains("not one whole JSON document") == true)
    #expect(broken.speakers.created == 1 && broken.speakers.missing == 0)
    #expect(try names() == ["Ada", "Alan", "Grace"])
    #expect(try place.dump("sync_checkpoints") == checkpoint)
    answer("one", all: [], changes: [[gone, speaker(3, "Grace")], [speaker(4, "Edsger")]])
    let whole = try place.sync(from: centre.url)
    #expect(whole.speakers.counts == [1, 0, 1, 0] && whole.speakers.missing == 1)
    #expect(try names() == ["Ada", "Edsger", "Grace"])
  }
}
