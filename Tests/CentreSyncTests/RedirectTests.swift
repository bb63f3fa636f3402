import EventModel
import HTTPTransport
import Testing

@testable import CentreSync

/// Redirects are followed while they stay with the Centre; the key goes nowhere else.
@Suite struct RedirectTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  private func redirect(_ target: String, _ status: Int = 302) -> HTTPResponse {
    HTTPResponse(status: status, headers: HTTPHeaders([("Location", target)]))
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func `A redirect to another path of its own is followed`(_ status: Int)
    throws
  {
    centre.answer(.speakers, redirect("/v2/api/v1/speakers?x=1", status))
    centre.answer(
      .speakers, HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8)),
      under: "/v2")
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 0, 0])
    #expect(centre.requests(for: .speakers).map { $0.headers["X-API-Key"] } == [Workplace.key, Workplace.key])
  }

  @Test func `Five are followed and a sixth is not`() throws {
    for count in [5, 6] {
      centre.answer(.speakers) { [url = centre.url] request in
        let step = request.query.first.flatMap { Int($0.value) } ?? 0
        guard step < count else {
          return HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8))
        }
        return HTTPResponse(
          status: 302, headers: HTTPHeaders([("Location", "\(url)/api/v1/speakers?step=\(step + 1)")]))
      }
      let run = try place.sync(from: centre.url)
      #expect((run.speakers.failure == nil) == (count == 5))
      #expect(count == 5 || run.speakers.failure?.contains("more than 5 times") == true)
    }
  }

  @Test(arguments: [
    "https://127.0.0.1:PORT/", "http://localhost:PORT/", "http://127.0.0.1:1/", "//other.example/x",
    "http://user:pass@127.0.0.1:PORT/",
  ])
  func `Another scheme, host or port is not followed`(_ target: String) throws {
    let port = centre.url.split(separator: ":").last ?? ""
    centre.answer(.speakers, redirect(target.replacing("PORT", with: port)))
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.failure?.contains("redirected") == true)
    #expect(run.speakers.failure?.contains("pass") == false)
    #expect(centre.requests(for: .speakers).count == 1)
  }
}
