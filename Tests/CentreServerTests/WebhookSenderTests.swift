import EventModel
import Foundation
import HTTPTransport
import JSONStream
import SQLiteKit
import Signatures
import Synchronization
import TestSupport
import Testing

@testable import CentreServer

@Suite("News of changes")
struct WebhookSenderTests {
  /// A subscriber that keeps what it is sent and answers with the statuses it was given, the last one again and again.
  final class Subscriber: Sendable {
    let received = Mutex<[HTTPRequest]>([])
    private let statuses: Mutex<[Int]>
    private let server = Mutex<HTTPServer?>(nil)

    init(_ statuses: Int...) throws {
      self.statuses = Mutex(statuses)
      let server = try HTTPServer(address: "127.0.0.1", port: 0) { [weak self] request in
        self?.take(request) ?? HTTPResponse(status: 503)
      }
      self.server.withLock { $0 = server }
    }

    var url: String { "http://127.0.0.1:\(server.withLock { $0?.port ?? 0 })/hook" }
    var ids: [String] { received.withLock { $0.map { $0.headers["webhook-id"] ?? "" } } }

    private func take(_ request: HTTPRequest) -> HTTPResponse {
      received.withLock { $0.append(request) }
      return HTTPResponse(status: statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? 200 })
    }
  }

  let centre: TestCentre
  /// The clock of the sender, which stands until a test moves it.
  let clock = TestClock()

  final class TestClock: Sendable {
    private let time = Mutex(noon)
    var now: Instant { time.withLock { $0 } }
    func pass(_ seconds: Int64) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
  }

  init() throws {
    centre = try TestCentre()
  }

  func sender(pauses: [Duration] = WebhookSender.usualPauses) throws -> WebhookSender {
    try WebhookSender(store: centre.store, now: { [clock] in clock.now }, log: nil, pauses: pauses) { 0 }
  }

  func add(_ id: String) throws {
    try centre.store.add(["name": "Speaker \(id)"], id: id, to: .speakers, at: clock.now)
  }

  @Test("are signed, and say which collections have changed")
  func signed() throws {
    let subscriber = try Subscriber(200)
    let secret = try WebhookSecret(centre.store.subscribe(subscriber.url, at: noon))
    let sender = try sender()
    try add("1")
    try sender.step()
    #expect(subscriber.ids.isEmpty, "a change may be one of many")
    try sender.step()
    let request = try #require(subscriber.received.withLock { $0.first })
    try secret.verify(WebhookHeaders { request.headers[$0] }, body: request.body, now: noon.seconds)
    #expect(request.method == "POST")
    #expect(request.headers["Content-Type"] == "application/json")
    let message = try JSONValue(parsing: request.body)
    #expect(message["type"]?.text == "catalogue.changed")
    #expect(message["timestamp"]?.text == noon.iso8601)
    #expect(message["data"]?["collections"]?.elements == [.string("speakers")])
    try sender.step()
    #expect(subscriber.ids.count == 1)
    #expect(try centre.store.subscriptions().map(\.outcome) == ["taken, with status 200"])
  }

  @Test("come once for many changes, also for those of another program")
  func folded() throws {
    let subscriber = try Subscriber(204)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    let sender = try sender()
    let other = try CentreStore(path: centre.directory.path("centre.db"))
    for number in 1...5 {
      try other.add(["name": "Sponsor"], id: "\(number)", to: .sponsors, at: noon)
      try sender.step()
    }
    try sender.step()
    try sender.step()
    #expect(subscriber.ids.count == 1)
  }

  @Test("do not come for what was there before the subscription")
  func onlyNew() throws {
    try add("1")
    let subscriber = try Subscriber(200)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    let sender = try sender()
    try sender.step()
    try sender.step()
    #expect(subscriber.ids.isEmpty)
  }

  @Test("are tried again with the same id, later each time, also after the Centre was started again")
  func retries() throws {
    let subscriber = try Subscriber(500, 503, 200)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    var sender = try sender()
    try sender.step()
    #expect(subscriber.ids.count == 1)
    clock.pass(4)
    try sender.step()
    #expect(subscriber.ids.count == 1, "not before five seconds")
    clock.pass(1)
    try sender.step()
    #expect(subscriber.ids.count == 2)
    sender = try self.sender()
    clock.pass(299)
    try sender.step()
    #expect(subscriber.ids.count == 2, "not before five minutes")
    clock.pass(1)
    try sender.step()
    #expect(subscriber.ids.count == 3)
    #expect(Set(subscriber.ids).count == 1)
    #expect(try centre.store.subscriptions().map(\.outcome) == ["taken, with status 200"])
  }

  @Test("that meet changes on their way are followed by others")
  func changesMeanwhile() throws {
    let subscriber = try Subscriber(500, 200)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try sender()
    try sender.step()
    try add("2")
    clock.pass(5)
    for _ in 0..<3 { try sender.step() }
    #expect(subscriber.ids.count == 3)
    #expect(Set(subscriber.ids).count == 2)
  }

  @Test("are given up after hours, and begin anew with the next change")
  func givenUp() throws {
    let subscriber = try Subscriber(500)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try sender(pauses: [.seconds(5), .seconds(10)])
    for _ in 0..<6 {
      try sender.step()
      clock.pass(100)
    }
    #expect(subscriber.ids.count == 3)
    try add("2")
    try sender.step()
    try sender.step()
    #expect(subscriber.ids.count == 4)
    let whole = WebhookSender.usualPauses.reduce(Duration.zero, +)
    #expect(whole > .seconds(24 * 3600))
  }

  @Test("stop where the subscriber is gone for good")
  func gone() throws {
    let subscriber = try Subscriber(410)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try sender()
    for _ in 0..<3 { try sender.step() }
    try add("2")
    for _ in 0..<3 { try sender.step() }
    #expect(subscriber.ids.count == 1)
    #expect(try centre.store.subscriptions().map(\.stoppedAt) == [noon])
  }

  @Test("reach the others where one does not answer")
  func oneIsDown() throws {
    let subscriber = try Subscriber(200)
    _ = try centre.store.subscribe("http://127.0.0.1:1/secret-path", at: noon)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try sender()
    try sender.step()
    #expect(subscriber.ids.count == 1)
    let outcome = try centre.store.subscriptions().map(\.outcome).first ?? ""
    #expect(outcome == "failed, since nothing answers there")
  }

  @Test("count as come where the subscriber says that it has taken them before, or answers without end")
  func takenBefore() throws {
    let endless = try FaultyCentre([
      "hook": .scripted { connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        connection.waitForClose()
      }
    ])
    _ = try centre.store.subscribe(endless.url + "/hook", at: noon)
    let again = try Subscriber(409)
    _ = try centre.store.subscribe(again.url, at: noon)
    try add("1")
    try sender().step()
    #expect(try centre.store.subscriptions().map(\.outcome) == ["taken, with status 200", "taken, with status 409"])
  }

  @Test("keep nobody from writing while there are none")
  func nothingToSend() throws {
    let subscriber = try Subscriber(500)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try sender()
    for _ in 0..<2 { try sender.step() }
    // One message waits for its next try, and another program is writing.
    let other = try SQLiteConnection(path: centre.directory.path("centre.db"))
    try other.write { _ in try sender.step() }
    #expect(subscriber.ids.count == 1)
  }

  @Test("are no longer sent once the subscription is removed")
  func removed() throws {
    let subscriber = try Subscriber(200)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    #expect(throws: CentreError.self) { try centre.store.subscribe(subscriber.url, at: noon) }
    #expect(try centre.store.unsubscribe("1"))
    #expect(try !centre.store.unsubscribe(subscriber.url))
    try add("1")
    let sender = try sender()
    for _ in 0..<3 { try sender.step() }
    #expect(subscriber.ids.isEmpty)
  }
}
