import HTTPTransport
import TestSupport
import Testing

@Suite("A Resources Centre that answers wrongly")
struct FaultyCentreTests {
  private func fetch(_ url: String, limits: TransferLimits = TransferLimits()) throws -> Received {
    var body: [UInt8] = []
    let head = try HTTPClient().get(url, headers: [(name: "X-API-Key", value: "k")], limits: limits) { _, piece in
      body += piece
    }
    return Received(head.status, String(decoding: body, as: UTF8.self))
  }

  private func failure(_ url: String, limits: TransferLimits = TransferLimits()) -> HTTPClientError.Kind? {
    do { _ = try fetch(url, limits: limits) } catch { return (error as? HTTPClientError)?.kind }
    return nil
  }

  @Test("Each address has an answer of its own, which may change")
  func answers() throws {
    let centre = try FaultyCentre(["speakers": .json("[1]"), "organizers": .status(500), "sponsors": .html])
    let base = centre.url + "/api/v1/"
    #expect(try fetch(base + "speakers?page=1") == Received(200, "[1]"))
    #expect(try fetch(base + "organizers") == Received(500, ""))
    #expect(try fetch(base + "sponsors").body.hasPrefix("<!doctype html>"))
    #expect(try fetch(base + "events").status == 404)
    centre.answer("speakers", with: .empty)
    #expect(try fetch(base + "speakers") == Received(200, ""))
  }

  @Test("Requests are kept with their headers")
  func requests() throws {
    let centre = try FaultyCentre(["speakers": .json("{}")])
    _ = try fetch(centre.url + "/prefix/api/v1/speakers")
    let request = try #require(centre.requests.first)
    #expect(request.line == "GET /prefix/api/v1/speakers")
    #expect(request.headers["x-api-key"] == "k")
  }

  @Test("A redirect leads to another port, which knows whether anybody came")
  func redirect() throws {
    let other = try FaultyCentre()
    let centre = try FaultyCentre(["speakers": .redirect(to: other.url + "/api/v1/speakers")])
    #expect(try fetch(centre.url + "/api/v1/speakers").status == 302)
    #expect(other.requests.isEmpty)
  }

  @Test("Answers that break off, hang or never end")
  func brokenTransfers() throws {
    let list = #"{"speakers":[{"id":1,"name":"Ada Lovelace"}]}"#
    let centre = try FaultyCentre([
      "truncated": .truncated(list), "cut": .cutShort(list), "hanging": .hanging,
      "endless": .endless(opening: "[", record: "1"), "raw": .raw(Array("nonsense\r\n\r\n".utf8)),
    ])
    var limits = TransferLimits()
    limits.stallTimeout = .seconds(1)
    limits.maximumBodyBytes = 1_000_000
    #expect(failure(centre.url + "/truncated") == .endedEarly)
    #expect(try fetch(centre.url + "/cut").body == String(list.prefix(list.count / 2)))
    #expect(failure(centre.url + "/hanging", limits: limits) == .stalled)
    #expect(failure(centre.url + "/endless", limits: limits) == .tooLarge)
    #expect(failure(centre.url + "/raw") != nil)
  }

  @Test("A slow answer arrives whole")
  func slow() throws {
    let centre = try FaultyCentre(["speakers": .slow("[1,2,3]", bytes: 2, every: .milliseconds(20))])
    #expect(try fetch(centre.url + "/speakers") == Received(200, "[1,2,3]"))
  }

  @Test("A stopped Centre is not there any more")
  func stopped() throws {
    let centre = try FaultyCentre(["speakers": .hanging])
    let url = centre.url + "/speakers"
    centre.stop()
    #expect(isMet(within: .seconds(5)) { failure(url) == .couldNotConnect })
  }
}

/// What a test got as an answer.
private struct Received: Equatable {
  let status: Int
  let body: String

  init(_ status: Int, _ body: String) {
    self.status = status
    self.body = body
  }
}
