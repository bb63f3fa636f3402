import EventModel
import HTTPTransport
import Synchronization
import TestSupport
import Testing

@testable import CentreSync

/// What may go better a little later is tried again, within bounds.
@Suite struct RetryTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  private var good: HTTPResponse {
    HTTPResponse(type: "application/json", body: Array("{\"speakers\":[\(speaker(1, "Ada"))]}".utf8))
  }

  private var pauses: [Duration] { place.pauses.withLock { $0 } }

  private func status(_ status: Int, _ fields: [(name: String, value: String)] = []) -> HTTPResponse {
    HTTPResponse(status: status, headers: HTTPHeaders(fields))
  }

  @Test(arguments: [408, 429, 500, 502, 503, 504])
  func `A status that says not now is tried again, at growing distances`(_ code: Int) throws {
    centre.answer(.speakers, inTurn: [status(code), status(code), status(code), good])
    #expect(try place.sync(from: centre.url).speakers.counts == [1, 0, 0, 0])
    #expect(pauses == [.milliseconds(500), .seconds(1), .seconds(2)])
  }

  @Test(arguments: [500, 503]) func `After four tries it is given up`(_ code: Int) throws {
    centre.answer(.speakers, status(code))
    #expect(try place.sync(from: centre.url).speakers.failure?.contains("\(code)") == true)
    #expect(centre.requests(for: .speakers).count == 4)
  }

  @Test(arguments: [400, 401, 403, 404, 410, 418, 501]) func `Others are not tried again`(_ code: Int) throws {
    centre.answer(.speakers, status(code))
    #expect(try place.sync(from: centre.url).speakers.failure?.contains("\(code)") == true)
    #expect(centre.requests(for: .speakers).count == 1)
    #expect(pauses.isEmpty)
  }

  @Test func `Every refusal has a sentence of its own`() throws {
    let sentences = try [400, 401, 403, 404].map { code in
      centre.answer(.speakers, status(code))
      return try #require(try place.sync(from: centre.url).speakers.failure)
    }
    #expect(Set(sentences).count == 4)
    #expect(sentences[1].contains("RESOURCES_CENTRE_API_KEY"))
  }

  @Test func `The Centre says how long to wait, in seconds or with a date, up to what there is`() throws {
    centre.answer(.speakers, inTurn: [status(503, [("Retry-After", "7")]), good])
    try place.sync(from: centre.url)
    #expect(pauses == [.seconds(7)])
    centre.answer(
      .speakers,
      inTurn: [
        status(
          429, [("Retry-After", "Mon, 23 Nov 2026 15:00:05 GMT"), ("Date", "Mon, 23 Nov 2026 15:00:00 GMT")]), good,
      ])
    try place.sync(from: centre.url)
    #expect(pauses.last == .seconds(5))
    centre.answer(.speakers, inTurn: [status(503, [("Retry-After", "86400")]), good])
    #expect(try place.sync(from: centre.url).isSuccess)
    #expect(pauses.last == .seconds(20))
  }

  @Test(arguments: ["0", "Sun, 06 Nov 1994 08:49:37 GMT", "soon", "-1", "1.5", "99999999999999999999"])
  func `Where it asks for no time to come, it is left in peace as long as ever`(_ time: String) throws {
    centre.answer(
      .speakers, inTurn: [status(503, [("Retry-After", time)]), status(503, [("Retry-After", time)]), good])
    #expect(try place.sync(from: centre.url).isSuccess)
    #expect(pauses == [.milliseconds(500), .seconds(1)])
  }

  @Test func `No more is waited than allowed, and nothing where nothing is allowed`() throws {
    centre.answer(.speakers, status(503, [("Retry-After", "15")]))
    try place.sync(from: centre.url)
    #expect(pauses == [.seconds(15), .seconds(5)])
    var options = SyncOptions()
    options.retryTime = .zero
    try place.sync(from: centre.url, options)
    #expect(pauses.count == 2)
    #expect(centre.requests(for: .speakers).count == 4)
  }

  @Test func `A page that breaks off is read again, and counts once`() throws {
    let whole = "{\"speakers\":[\((0..<1000).map { speaker($0, "Speaker \($0)") }.joined(separator: ","))]}"
    let tries = Mutex(0)
    let raw = try FaultyCentre(
      speakers: .scripted { connection in
        let isLast = tries.withLock {
          $0 += 1; return $0 == 3
        }
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(whole.utf8.count)\r\nConnection: close\r\n\r\n"
        connection.send(head + (isLast ? whole : String(whole.prefix(whole.count / 2))))
      })
    #expect(try place.sync(from: raw.url).speakers.counts == [1000, 0, 0, 0])
    #expect(try place.sync(from: raw.url).speakers.counts[1] == 0)
  }

  @Test func `A whole answer that does not parse is not tried again`() throws {
    centre.answer(.speakers, json: "{\"speakers\":[")
    #expect(try place.sync(from: centre.url).speakers.failure != nil)
    #expect(centre.requests(for: .speakers).count == 1)
  }

  @Test func `Nobody there is tried four times, silence twice`() throws {
    _ = try place.sync(from: nobodysAddress())
    #expect(pauses.count == 9)
    let asked = Mutex(0)
    let silent = try FaultyCentre(
      speakers: .scripted { connection in
        asked.withLock { $0 += 1 }
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        connection.waitForClose()
      })
    var limits = TransferLimits()
    limits.stallTimeout = .seconds(1)
    let run = try place.sync(from: silent.url, limits: limits)
    #expect(run.speakers.failure != nil)
    #expect(asked.withLock { $0 } == 2)
  }

  @Test func `A Centre that hangs is asked once more, with so little time that all ends within 40 s`() {
    let usual = TransferLimits()
    for (spent, isRetried) in [(10.2, true), (30.4, true), (33, true), (39.9, false), (41, false)] {
      var policy = RetryPolicy(retryTime: .seconds(20), random: { 0.999 })
      policy.beginRequest()
      let pause = policy.pause(after: .timeout, spent: .seconds(spent))
      #expect((pause != nil) == isRetried, "after \(spent) s")
      guard let pause else { continue }
      let limits = policy.limits(within: usual)
      #expect(limits.connectTimeout >= .seconds(1) && limits.stallTimeout >= .seconds(1))
      #expect(.seconds(spent) + pause + limits.connectTimeout + limits.stallTimeout < .seconds(40))
      #expect(policy.pause(after: .timeout, spent: .seconds(8)) == nil)
    }
  }

  @Test func `What was waited for other reasons counts, and the usual limits are never exceeded`() {
    var policy = RetryPolicy(retryTime: .seconds(20), random: { 0 })
    policy.beginRequest()
    #expect(policy.limits(within: TransferLimits()).stallTimeout == .seconds(30))
    #expect(policy.pause(after: .status(retryAfter: .seconds(9)), spent: .seconds(1)) == .seconds(9))
    #expect(policy.pause(after: .timeout, spent: .seconds(30)) == nil)
    policy.beginRequest()
    #expect(policy.pause(after: .timeout, spent: .seconds(2)) == .zero)
    var short = TransferLimits()
    short.stallTimeout = .seconds(1)
    #expect(policy.limits(within: short).stallTimeout == .seconds(1))
    #expect(policy.limits(within: short).connectTimeout == .seconds(10))
  }

  @Test func `An answer that broke off after it had come for long is left to the next sync`() {
    var policy = RetryPolicy(retryTime: .seconds(20), random: { 0 })
    policy.beginRequest()
    #expect(policy.pause(after: .timeout, spent: .seconds(600)) == nil)
    var none = RetryPolicy(retryTime: .zero, random: { 0 })
    none.beginRequest()
    #expect(none.pause(after: .timeout, spent: .seconds(30)) == nil)
  }

  @Test func `Stopping ends the waiting, and the next try is not made`() throws {
    centre.answer(.speakers, status(503))
    let isStopped = Mutex(false)
    let sync = CentreSync(
      configuration: try place.configuration(for: centre.url), storage: place.storage, now: { Workplace.now },
      waiting: SyncWaiting(random: { 0 }, wait: { _, _ in isStopped.withLock { $0 = true } }))
    let run = try sync.run(isCancelled: { isStopped.withLock { $0 } })
    #expect(run.speakers.failure?.contains("stopped") == true)
    #expect(centre.requests(for: .speakers).count == 1)
  }

  @Test func `What comes again and again comes up to a tenth earlier or later`() {
    func spread(_ random: Double) -> Duration {
      SyncWaiting(random: { random }, wait: { _, _ in }).spread(.seconds(3600))
    }
    #expect(spread(0) == .seconds(3240))
    #expect(spread(0.5) == .seconds(3600))
    #expect(spread(0.999) < .seconds(3960) && spread(0.999) > .seconds(3950))
  }

  @Test func `The system's waiting lets time pass, and ends early when told`() {
    let clock = ContinuousClock()
    #expect(clock.measure { SyncWaiting.system.wait(.milliseconds(60), { false }) } >= .milliseconds(60))
    #expect(clock.measure { SyncWaiting.system.wait(.seconds(60), { true }) } < .seconds(30))
  }
}
