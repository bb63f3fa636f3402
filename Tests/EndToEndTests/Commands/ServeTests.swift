import Foundation
import HTTPTransport
import TestSupport
import Testing

/// `pivotal serve` as a Resources Centre calls it.
@Suite struct ServeTests {
  let centre: FaultyCentre
  let work: Workplace

  init() throws {
    centre = try FaultyCentre.small()
    work = try Workplace(centre)
  }

  private var speakers: [String] {
    get throws { try work.database().values("SELECT name FROM speakers ORDER BY name") }
  }

  @Test func `A signed call is taken and brings what is new in the Centre`() throws {
    let serve = try ServeProgram(work)
    #expect(try request("GET", serve.url + "/healthz").body == #"{"status":"ok"}"#)
    #expect(centre.requests.isEmpty)
    let answer = try serve.call()
    #expect(answer.status == 202)
    #expect(answer.body == #"{"status":"accepted"}"#)
    try serve.waitForRuns(1)
    #expect(try speakers == ["Ada Lovelace", "Alan Turing"])
    centre.answer("speakers", with: try .listing("speakers", [["id": "1", "name": "Ada King"]]))
    #expect(try serve.call().status == 202)
    try serve.waitForRuns(2)
    #expect(try speakers.contains("Ada King"))
    #expect(try work.database().values("SELECT count(*) FROM sync_runs") == ["2"])
  }

  @Test func `Many calls while a sync runs are one more sync`() throws {
    let slow = try FaultyCentre.body("speakers", [["id": "1", "name": "Ada Lovelace"]])
    centre.answer("speakers", with: .slow(slow, bytes: 4, every: .milliseconds(150)))
    let serve = try ServeProgram(work)
    try serve.call()
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    for _ in 0..<40 { #expect(try serve.call().status == 202) }
    #expect(serve.runs.isEmpty)
    try serve.waitForRuns(2)
    // A third would have begun by the time that a further call is answered with a sync.
    try serve.call()
    try serve.waitForRuns(3)
    #expect(serve.runs.count == 3)
    #expect(centre.requests.filter { $0.line.hasSuffix("/speakers") || $0.line.contains("/speakers?") }.count == 3)
  }

  @Test func `A call twice, unsigned, or with another body is refused, and no sync comes of it`() throws {
    let serve = try ServeProgram(work)
    #expect(try serve.call(id: "msg_1").status == 202)
    try serve.waitForRuns(1)
    let replay = try serve.call(id: "msg_1")
    #expect(replay.status == 409)
    #expect(replay.body.contains("taken before"))
    #expect(try serve.post([:], "{}").status == 401)
    #expect(try serve.post(["webhook-signature": "v1,AAAA"], "{}").status == 400)
    #expect(try serve.call(body: String(repeating: "x", count: 65_537)).status == 413)
    #expect(try request("GET", serve.url + "/api/webhooks/resources-centre").status == 405)
    #expect(try request("GET", serve.url + "/api/v1/events").status == 404)
    #expect(serve.runs.count == 1)
    let refused = { (status: Int) in
      serve.log.split(separator: "\n").count { line in
        line.contains(" POST /api/webhooks/resources-centre \(status) ") && line.contains(" ms {\"error\":")
      }
    }
    #expect(
      isMet(within: .seconds(10)) { refused(401) == 1 && refused(409) == 1 && refused(400) == 1 && refused(413) == 1 },
      "\(serve.log)")
  }

  @Test func `Neither the log nor what it says holds the key or the secret`() throws {
    centre.answer("speakers", with: .status(401, body: FaultyCentre.key))
    let serve = try ServeProgram(work)
    try serve.call()
    try serve.waitForRuns(1)
    _ = try serve.post(["webhook-signature": serve.secret.text, "authorization": FaultyCentre.key], "")
    let ended = try serve.stop().result
    for text in [serve.log, ended.everything] {
      #expect(!text.contains(FaultyCentre.key) && !text.contains(serve.secret.text.dropFirst(6)))
    }
  }

  @Test func `A Centre that is down costs nothing but a line, and is synced when it is back and calls`() throws {
    for name in ["speakers", "organizers", "sponsors"] { centre.answer(name, with: .status(404)) }
    let serve = try ServeProgram(work)
    try serve.call()
    try serve.waitForRuns(1)
    #expect(serve.runs.last?.contains("Sync failed. Speakers") == true)
    #expect(serve.runs.last?.contains("not synced — ") == true)
    centre.answer("speakers", with: try .listing("speakers", [["id": "1", "name": "Ada Lovelace"]]))
    try serve.call()
    try serve.waitForRuns(2)
    #expect(try speakers == ["Ada Lovelace"])
  }

  @Test func `While another program syncs it waits, and syncs after it`() throws {
    centre.answer("speakers", with: .hanging)
    let other = try ProgramRun(BuiltProducts.program("pivotal"), ["sync"], environment: work.environment)
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    let serve = try ServeProgram(work)
    try serve.call()
    #expect(isMet(within: .seconds(20)) { serve.log.contains("Waiting. ") })
    #expect(serve.log.contains("(process \(other.processIdentifier))"))
    centre.answer("speakers", with: try .listing("speakers", [["id": "1", "name": "Ada Lovelace"]]))
    other.signal(SIGKILL)
    try serve.waitForRuns(1)
    #expect(try speakers == ["Ada Lovelace"])
  }

  @Test func `Where it cannot listen it syncs nothing either`() throws {
    let port = try #require(centre.url.split(separator: ":").last)
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    let refused = try work.pivotal("serve", "--listen", "127.0.0.1:\(port)", "--sync-every", "1h")
    #expect(refused.status == 1 && refused.errors.contains("Another program listens on 127.0.0.1:\(port)"))
    #expect(centre.requests.isEmpty)
    #expect(try work.database().values("SELECT count(*) FROM sync_runs") == ["0"])
  }

  @Test func `The limits of a sync can be set for it as well`() throws {
    centre.answer("speakers", with: .endless(opening: "{\"speakers\":[", record: "{\"id\":1,\"name\":\"Ada\"}"))
    let serve = try ServeProgram(work, "--max-body", "100000", "--retry-for", "0", "--max-time", "20")
    try serve.call()
    try serve.waitForRuns(1)
    #expect(serve.runs.first?.contains("larger than the 100000 bytes allowed; raise the limit with --max-body") == true)
  }

  @Test func `With an interval it syncs at the start and again and again`() throws {
    let serve = try ServeProgram(work, "--sync-every", "1s")
    try serve.waitForRuns(3)
    #expect(try serve.stop().result.status == 0)
  }

  @Test(arguments: [false, true]) func `Told to end, it ends within a second`(_ isSyncing: Bool) throws {
    centre.answer("speakers", with: .hanging)
    let serve = try ServeProgram(work)
    if isSyncing {
      try serve.call()
      #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    }
    let end = try serve.stop()
    #expect(end.result.status == 0 && !end.result.wasSignalled)
    #expect(end.time < .seconds(1))
    #expect(end.result.errors.isEmpty)
  }

  @Test func `With a certificate it speaks https`() throws {
    let certificate = try work.files.write(LocalhostCertificate.certificate, to: "certificate.pem")
    let key = try work.files.write(LocalhostCertificate.key, to: "key.pem")
    let serve = try ServeProgram(work, "--tls-certificate", certificate, "--tls-key", key)
    let address = serve.url.replacing("127.0.0.1", with: "localhost")
    #expect(address.hasPrefix("https://"))
    let head = try HTTPClient(caFile: certificate).get(address + "/healthz") { _, _ in }
    #expect(head.status == 200)
  }

  @Test func `What is not configured is said in one sentence that names the variable`() throws {
    let unset = try work.pivotal("serve")
    #expect(unset.status == 1)
    #expect(unset.sentence?.hasPrefix("RESOURCES_CENTRE_WEBHOOK_SECRET is not set: set it to") == true)
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = "whsec_c2VjcmV0"
    let short = try work.pivotal("serve")
    #expect(short.status == 1)
    #expect(short.sentence?.contains("RESOURCES_CENTRE_WEBHOOK_SECRET holds 6 bytes instead of 24 to 64") == true)
    #expect(!short.everything.contains("c2VjcmV0"))
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    work.environment["RESOURCES_CENTRE_URL"] = nil
    #expect(try work.pivotal("serve").sentence?.contains("set RESOURCES_CENTRE_URL") == true)
  }

  @Test(
    arguments: [
      ["--listen", "here"], ["--sync-every", "0"], ["--sync-every", "soon"], ["--tls-key", "x"],
      ["--tls-certificate", "x"],
    ])
  func `Options that make no sense are wrong usage`(_ options: [String]) throws {
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    #expect(try work.pivotal(["serve"] + options).status == 2)
  }
}
