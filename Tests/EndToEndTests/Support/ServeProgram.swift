import Foundation
import Signatures
import TestSupport

/// `pivotal serve` as a process of its own, on a free port, and someone who calls it as a Centre does.
final class ServeProgram {
  /// What the Centre signs with.
  let secret: WebhookSecret
  /// Where it listens, as it says itself.
  let url: String
  private let work: Workplace
  private let program: ProgramRun

  /// Starts it and waits until it listens.
  init(_ work: Workplace, _ options: String...) throws {
    secret = try WebhookSecret(key: secureRandomBytes(32))
    self.work = work
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = secret.text
    work.environment["XDG_STATE_HOME"] = work.files.path("state")
    program = try ProgramRun(
      try BuiltProducts.program("pivotal"), ["serve", "--listen", "127.0.0.1:0"] + options,
      environment: work.environment)
    let line = try program.waitForOutput("Pivotal listening on http")
    guard let url = line.split(separator: " ").last else { throw TestFailure("No address in '\(line)'") }
    self.url = String(url)
  }

  /// Calls it with a signed message that is sent now.
  @discardableResult
  func call(id: String = UUID().uuidString, body: String = #"{"type":"catalogue.changed"}"#) throws -> RawAnswer {
    let now = Int64(Date().timeIntervalSince1970)
    let headers = WebhookHeaders(
      id: id, timestamp: "\(now)", signature: secret.sign(id: id, timestamp: now, body: Array(body.utf8)))
    return try post(
      Dictionary(headers.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }), body)
  }

  /// Calls it with any headers and body.
  func post(_ headers: [String: String], _ body: String) throws -> RawAnswer {
    try request("POST", url + "/api/webhooks/resources-centre", headers: headers, body: body)
  }

  /// What it has written to its log so far.
  var log: String { work.files.text("state/pivotal/serve.log") }

  /// The lines of the log that tell of a sync.
  var runs: [String] { log.split(separator: "\n").map(String.init).filter { $0.contains("Sync ") } }

  /// Waits until so many syncs have ended.
  func waitForRuns(_ count: Int) throws {
    guard isMet(within: .seconds(30), { runs.count >= count }) else {
      throw TestFailure("There are no \(count) syncs in the log:\n\(log)")
    }
  }

  /// Asks it to end, and gives what it has written, with how long that took.
  func stop() throws -> (result: ProgramResult, time: Duration) {
    let start = ContinuousClock.now
    program.signal(SIGTERM)
    let result = try program.finish()
    return (result, ContinuousClock.now - start)
  }
}
