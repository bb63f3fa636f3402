import EventModel
import HTTPTransport
import Signatures
import Synchronization
import Testing

@testable import EventAPI

/// A service with a clock that stands still, and someone who signs.
private final class Office: Sendable {
  static let now: Int64 = 1_800_000_000

  let secret: WebhookSecret
  let syncs = Mutex(0)
  let service: Mutex<APIService?>

  init() throws {
    let secret = try WebhookSecret(key: secureRandomBytes(32))
    self.secret = secret
    service = Mutex(nil)
    let made = APIService(secret: secret, now: { Self.now }, requestSync: { [self] in syncs.withLock { $0 += 1 } })
    service.withLock { $0 = made }
  }

  /// Headers as the sender makes them.
  func headers(id: String = "msg_1", sent: Int64 = now, body: String = "{}") -> [(name: String, value: String)] {
    WebhookHeaders(
      id: id, timestamp: "\(sent)", signature: secret.sign(id: id, timestamp: sent, body: Array(body.utf8))
    ).fields
  }

  func ask(
    _ method: String = "POST", _ path: String = "/api/webhooks/resources-centre",
    _ headers: [(name: String, value: String)] = [], body: String = "{}"
  ) -> HTTPResponse {
    let request = HTTPRequest(method: method, path: path, headers: HTTPHeaders(headers), body: Array(body.utf8))
    return service.withLock { $0?.answer(request) } ?? HTTPResponse(status: 0)
  }

  var syncsAskedFor: Int { syncs.withLock { $0 } }
}

@Suite("Pivotal over HTTP")
struct APIServiceTests {
  private let office: Office

  init() throws {
    office = try Office()
  }

  private func text(_ response: HTTPResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test("says that it is there")
  func health() {
    let response = office.ask("GET", "/healthz")
    #expect(response.status == 200)
    #expect(text(response) == #"{"status":"ok"}"#)
    #expect(response.headers["Content-Type"] == "application/json")
  }

  @Test("takes a signed message and asks for a sync")
  func accepted() {
    let response = office.ask("POST", "/api/webhooks/resources-centre", office.headers())
    #expect(response.status == 202)
    #expect(text(response) == #"{"status":"accepted"}"#)
    #expect(office.syncsAskedFor == 1)
  }

  @Test("takes whatever body was signed, since only the call counts", arguments: ["", "no JSON", #"{"type":"x"}"#])
  func anyBody(_ body: String) {
    #expect(office.ask(body: body).status == 401)
    let headers = office.headers(body: body)
    #expect(office.ask("POST", "/api/webhooks/resources-centre", headers, body: body).status == 202)
  }

  @Test("takes each message once")
  func replay() {
    #expect(office.ask("POST", "/api/webhooks/resources-centre", office.headers()).status == 202)
    let again = office.ask("POST", "/api/webhooks/resources-centre", office.headers())
    #expect(again.status == 409)
    #expect(text(again).contains("taken before"))
    let later = office.headers(sent: Office.now + 3)
    #expect(office.ask("POST", "/api/webhooks/resources-centre", later).status == 409)
    #expect(office.ask("POST", "/api/webhooks/resources-centre", office.headers(id: "msg_2")).status == 202)
    #expect(office.syncsAskedFor == 2)
  }

  @Test("refuses what nobody signed, or too long ago, and syncs nothing")
  func refused() throws {
    let other = try WebhookSecret(key: secureRandomBytes(32)).sign(id: "a", timestamp: Office.now, body: [])
    for headers in [
      [], office.headers(body: "{ }"), office.headers(sent: Office.now - 301), office.headers(sent: Office.now + 301),
      WebhookHeaders(id: "a", timestamp: "\(Office.now)", signature: other).fields,
    ] {
      let response = office.ask("POST", "/api/webhooks/resources-centre", headers)
      #expect(response.status == 401)
      #expect(response.headers["WWW-Authenticate"] == "StandardWebhooks realm=\"Pivotal\"")
      #expect(text(response).hasPrefix(#"{"error":""#))
    }
    #expect(office.syncsAskedFor == 0)
  }

  @Test("a message that was refused may come again signed")
  func refusedIsNotRemembered() {
    #expect(office.ask("POST", "/api/webhooks/resources-centre", office.headers(body: "other")).status == 401)
    #expect(office.ask("POST", "/api/webhooks/resources-centre", office.headers()).status == 202)
  }

  @Test(
    "says what is wrong with headers that nobody would send",
    arguments: [
      (WebhookHeaders(id: nil, timestamp: "1", signature: "v1,x"), "webhook-id is missing"),
      (WebhookHeaders(id: "a.b", timestamp: "1", signature: "v1,x"), "webhook-id is no identifier"),
      (WebhookHeaders(id: "a", timestamp: "soon", signature: "v1,x"), "webhook-timestamp is no time"),
      (WebhookHeaders(id: "a", timestamp: nil, signature: "v1,x"), "webhook-timestamp is missing"),
    ])
  func badHeaders(_ headers: WebhookHeaders, _ words: String) {
    let response = office.ask("POST", "/api/webhooks/resources-centre", headers.fields)
    #expect(response.status == 400)
    #expect(text(response).contains(words))
  }

  @Test("has nothing else", arguments: ["/", "/api", "/api/webhooks/resources-centre/", "/healthz/x", "/API/webhooks"])
  func notFound(_ path: String) {
    let response = office.ask("GET", path)
    #expect(response.status == 404)
    #expect(text(response).hasPrefix(#"{"error":""#))
  }

  @Test(
    "names the methods there are",
    arguments: [
      ("GET", "/api/webhooks/resources-centre", "POST"), ("PUT", "/api/webhooks/resources-centre", "POST"),
      ("POST", "/healthz", "GET, HEAD"), ("DELETE", "/healthz", "GET, HEAD"),
    ])
  func wrongMethod(_ method: String, _ path: String, _ allowed: String) {
    let response = office.ask(method, path, office.headers())
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == allowed)
    #expect(office.syncsAskedFor == 0)
  }
}
