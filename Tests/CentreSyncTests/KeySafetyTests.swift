import EventModel
import HTTPTransport
import Testing

@testable import CentreSync

/// The key goes to the Centre in its header, and nowhere else.
@Suite struct KeySafetyTests {
  @Test func `The key is sent in its header only`() throws {
    let place = try Workplace()
    let centre = try Centre()
    try place.sync(from: centre.url)
    #expect(centre.requests.count == 3)
    for request in centre.requests {
      let holders = request.headers.fields.filter { $0.value.contains(Workplace.key) }.map { $0.name.lowercased() }
      #expect(holders == ["x-api-key"])
      #expect(request.headers["X-API-Key"] == Workplace.key)
      #expect(request.query.isEmpty && !request.path.contains(Workplace.key))
    }
    #expect(Set(centre.requests.map(\.path)) == ["/api/v1/speakers", "/api/v1/organizers", "/api/v1/sponsors"])
  }

  @Test func `A Centre that sends the key back does not get it into a report`() throws {
    let place = try Workplace()
    let centre = try Centre()
    centre.answer(
      .speakers,
      records: [
        speaker(1, Workplace.key, updated: Workplace.key), "{\"id\":\"\(Workplace.key)\",\"name\":\"x\",\"bio\":3}",
      ])
    centre.answer(
      .sponsors,
      HTTPResponse(status: 302, headers: HTTPHeaders([("Location", "https://\(Workplace.key).example/")])))
    centre.answer(.organizers, records: [speaker(1, Workplace.key), speaker(2, "Library", title: Workplace.key)])
    let plan = try place.plan(from: centre.url)
    #expect(plan.lines(for: .organizers) == ["  + (key)", "  + Library"])
    #expect(!plan.json().contains(Workplace.key))
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.errors == 2)
    #expect(run.sponsors.failure?.contains("(key).example") == true)
    #expect(!run.json().contains(Workplace.key))
    #expect(!run.summaryLines().joined().contains(Workplace.key))
    #expect(!"\(try place.storage.syncRuns(limit: 1))".contains(Workplace.key))
  }
}
