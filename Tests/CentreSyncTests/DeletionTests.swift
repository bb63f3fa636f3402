import EventModel
import EventStore
import Foundation
import HTTPTransport
import Testing

@testable import CentreSync

/// What was deleted here and is there at the Centre comes back, whenever it was deleted.
@Suite struct DeletionTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  /// Answers in full, or with the given changes where those are asked for.
  private func answer(all: [String], changes: [String]) {
    centre.answer(.speakers) { request in
      let isDelta = request.query.contains { $0.name == "updated_since" }
      let body = "{\"speakers\":[\((isDelta ? changes : all).joined(separator: ","))]}"
      var response = HTTPResponse(type: "application/json", body: Array(body.utf8))
      if isDelta { response.headers.add("X-Delta", "1") }
      return response
    }
  }

  private func delete(_ name: String) throws {
    let speaker = try #require(try place.storage.speakers().first { $0.name == name })
    try place.storage.deleteRecord(speaker.id, of: .speakers, holding: [name, "", "", ""])
  }

  private func names() throws -> [String] { try place.storage.speakers().map(\.name) }

  @Test func `A row that was deleted here comes back, though the Centre would tell of changes alone`() throws {
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan")], changes: [])
    try place.sync(from: centre.url)
    let ada = try #require(try place.storage.speakers().first)
    try place.storage.deleteRecord(ada.id, of: .speakers, holding: ["Ada", "", "", ""])
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 1, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan"])
    try place.sync(from: centre.url)
    #expect(centre.requests(for: .speakers).last?.query.contains { $0.name == "updated_since" } == true)
  }

  @Test func `One that is deleted while a sync runs comes back as well`() throws {
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan")], changes: [speaker(3, "Grace")])
    try place.sync(from: centre.url)
    let ada = try #require(try place.storage.speakers().first)
    _ = try place.review(from: centre.url) { _ in
      (try? place.storage.deleteRecord(ada.id, of: .speakers, holding: ["Ada", "", "", ""])) != nil
    }
    #expect(try place.storage.speakers().map(\.name) == ["Alan", "Grace"])
    try place.sync(from: centre.url)
    #expect(try place.storage.speakers().map(\.name) == ["Ada", "Alan"])
  }

  @Test func `So does a second one, that is deleted while the sync runs that fetches the first`() throws {
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(3, "Grace")], changes: [])
    try place.sync(from: centre.url)
    try delete("Ada")
    _ = try place.review(from: centre.url) { _ in
      try delete("Alan")
      return true
    }
    #expect(try names() == ["Ada", "Grace"])
    try place.sync(from: centre.url)
    #expect(try names() == ["Ada", "Alan", "Grace"])
  }

  @Test func `So does one that is deleted while nobody knows yet how far was read`() throws {
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan")], changes: [])
    try place.sync(from: centre.url)
    try place.execute("DELETE FROM sync_checkpoints")
    answer(all: [speaker(1, "Ada"), speaker(2, "Alan"), speaker(3, "Grace")], changes: [])
    _ = try place.review(from: centre.url) { _ in
      try delete("Alan")
      return true
    }
    #expect(try names() == ["Ada", "Grace"])
    try place.sync(from: centre.url)
    #expect(try names() == ["Ada", "Alan", "Grace"])
  }
}
