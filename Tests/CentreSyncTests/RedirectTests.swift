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

  @Test(arguments: [
    ("http://centre.example:80/a", "http://CENTRE.example/b"),
    ("https://centre.example/a", "https://centre.example:443"),
    ("http://centre.example/a", "HTTP://centre.example/b"), ("http://[::1]:80/a", "//[::1]/b"),
  ]) func `The usual port written out, and a host in capitals, are the same address`(_ from: String, _ to: String) {
    #expect(WebReference(to, from: from)?.isSameOrigin == true)
  }

  @Test(arguments: [
    ("https://centre.example/a", "https://centre.example:80/"),
    ("http://centre.example/a", "https://centre.example:80/"),
    ("http://centre.example/a", "http://centre.example./"), ("http://centre.example/a", "http://centre.example.evil/"),
    ("http://centre.example/a", "http://centre.example@evil.example/"), ("http://centre.example/a", "/\\evil.example/"),
    ("http://centre.example/a", "http:\\\\evil.example"),
  ]) func `What only looks like the same address is none`(_ from: String, _ to: String) {
    let target = WebReference(to, from: from)
    #expect(target?.isSameOrigin != true || target?.host == "centre.example")
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
