import EventModel
import HTTPTransport
import Testing

@testable import CentreSync

/// A small Centre as a web framework's defaults make it: one indented object with everything in it, its members in
/// alphabetical order, dates as HTTP writes them or without a zone; it knows neither changes nor pages nor tags.
@Suite struct EverythingAtOnceTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
    centre.answer(.organizers, Self.everything())
    centre.answer(.sponsors, Self.everything())
    centre.answer(.speakers, Self.everything())
  }

  private static func everything(adaChanged: String = "Sun, 06 Nov 1994 08:49:37 GMT") -> HTTPResponse {
    let text = """
      {
        "count": 6,
        "generated_at": "Mon, 23 Nov 2026 15:00:00 GMT",
        "organizers": [{"created_at": null, "id": 1, "name": "City Library", "website": null}],
        "speakers": [
          {"bio": null, "company": "Analytical Engine", "id": 1, "name": "Ada Lovelace",
           "title": "Mathematician", "updated_at": "\(adaChanged)"},
          {"bio": "", "company": null, "id": 2, "name": "Alan Turing", "updated_at": "2026-11-23T15:00:00"},
          {"id": 3, "name": "Grace Hopper", "updated_at": "2026-11-23 15:00:00.123456"},
          {"id": 4, "name": "Žofie Zíková", "updated_at": "2026-11-23T16:00:00+01:00"},
          {"id": 5, "name": "Kurt Gödel", "updated_at": null}
        ],
        "sponsors": [],
        "success": true
      }

      """
    return HTTPResponse(type: "application/json", body: Array(text.utf8))
  }

  @Test func `It is synced, whichever way a date is written`() throws {
    let run = try place.sync(from: centre.url)
    #expect(run.exitStatus == 0)
    #expect(run.speakers.counts == [5, 0, 0, 0])
    #expect(run.organizers.counts == [1, 0, 0, 0])
    #expect(run.sponsors.counts == [0, 0, 0, 0])
    #expect(
      try place.dump("speakers", "external_id, name, remote_updated_at") == [
        "1|Ada Lovelace|1994-11-06T08:49:37.000000Z", "2|Alan Turing|2026-11-23T15:00:00.000000Z",
        "3|Grace Hopper|2026-11-23T15:00:00.123456Z", "4|Žofie Zíková|2026-11-23T15:00:00.000000Z",
        "5|Kurt Gödel|null",
      ])
  }

  @Test func `A second sync finds nothing new, and a third what has changed`() throws {
    _ = try place.sync(from: centre.url)
    let before = try place.dump("speakers")
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 0, 5, 0])
    #expect(try place.dump("speakers") == before)
    centre.answer(.speakers, Self.everything(adaChanged: "Mon, 23 Nov 2026 15:00:01 GMT"))
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 1, 4, 0])
  }
}
