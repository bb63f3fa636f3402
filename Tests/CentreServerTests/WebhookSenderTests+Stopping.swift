import EventModel
import Foundation
import HTTPTransport
import TestSupport
import Testing

@testable import CentreServer

/// How sending begins and ends, and what is slow meanwhile.
extension WebhookSenderTests {
  @Test("reach the others while one is slow, whose try ends in time")
  func oneIsSlow() throws {
    let slow = try FaultyCentre(["hook": .hanging])
    let subscriber = try Subscriber(200)
    _ = try centre.store.subscribe(slow.url + "/hook", at: noon)
    _ = try centre.store.subscribe(subscriber.url, at: noon)
    try add("1")
    let sender = try WebhookSender(store: centre.store, now: { [clock] in clock.now }, log: nil)
    try sender.look()
    #expect(isMet(within: .seconds(10)) { slow.requests.count == 1 && subscriber.ids.count == 1 })
    try add("2")
    // The next looks come while the slow one is still being told of the first change.
    try sender.look()
    try sender.look()
    #expect(isMet(within: .seconds(10)) { subscriber.ids.count == 2 })
    #expect(slow.requests.count == 1)
    sender.stop()
    let short = try WebhookSender(store: centre.store, now: { [clock] in clock.now }, log: nil, timePerTry: .seconds(1))
    try short.step()
    #expect(try centre.store.subscriptions().first?.outcome == "failed, since it took too long")
  }

  @Test("end with their sender, also where nobody stops it, and are looked for by one thread")
  func letGo() throws {
    weak var sender: WebhookSender?
    do {
      let started = try self.sender()
      for _ in 1...2 { started.start(every: .milliseconds(5)) }
      sender = started
    }
    #expect(isMet(within: .seconds(10)) { sender == nil })
    let stopped = try self.sender()
    for _ in 1...2 { stopped.start(every: .seconds(600)) }
    stopped.stop()
  }

  @Test("that are broken off by a stop are sent by the next program at once, as if they had not been tried")
  func brokenOff() throws {
    let (arrived, mayAnswer) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let server = try HTTPServer(address: "127.0.0.1", port: 0) { _ in
      arrived.signal()
      mayAnswer.wait()
      return HTTPResponse(status: 200)
    }
    _ = try centre.store.subscribe("http://127.0.0.1:\(server.port)/hook", at: noon)
    let sender = try sender()
    try add("1")
    sender.start(every: .milliseconds(10))
    arrived.wait()
    sender.stop()
    #expect(try centre.store.subscriptions().map(\.outcome) == ["broken off, since the Centre was stopped"])
    let due = try centre.store.takeDueMessages(at: noon, lease: noon.advanced(bySeconds: 120))
    #expect(due.map(\.tries) == [1])
    mayAnswer.signal()
    server.stop()
  }
}
