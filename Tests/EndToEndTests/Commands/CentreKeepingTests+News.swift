import Foundation
import HTTPTransport
import TestSupport
import Testing

/// What others learn of a change.
extension CentreKeepingTests {
  @Test("A change reaches a Pivotal that waits for it, signed, without anybody syncing")
  func announcement() throws {
    #expect(try centre("add", "speaker", "--id", "1", "--name", "Ada Lovelace").status == 0)
    let program = try CentreProgram("--data", database, "--log", files.path("access.log"))
    // A port that was free just now.
    let probe = try HTTPServer(address: "127.0.0.1", port: 0) { _ in HTTPResponse(status: 404) }
    let port = probe.port
    probe.stop()
    let hook = "http://127.0.0.1:\(port)/api/webhooks/resources-centre"
    let secret = try #require(try centre("webhook", "add", hook).output.split(separator: "\n").last.map(String.init))
    let work = try Workplace(program)
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = secret
    work.environment["XDG_STATE_HOME"] = files.path("state")
    let serve = try ProgramRun(
      try BuiltProducts.program("pivotal"), ["serve", "--listen", "127.0.0.1:\(port)"], environment: work.environment)
    try serve.waitForOutput("listening on")
    #expect(try centre("edit", "speaker", "1", "--name", "Ada King").status == 0)
    let isSynced = isMet(within: .seconds(30)) {
      (try? work.database().values("SELECT name FROM speakers")) == ["Ada King"]
    }
    #expect(isSynced, "\(files.text("access.log"))")
    #expect(
      isMet(within: .seconds(10)) {
        (try? centre("webhook", "list").output.hasSuffix("taken, with status 202\n")) == true
      })
    #expect(!files.text("access.log").contains(secret))
    serve.signal(SIGTERM)
    #expect(try serve.finish().status == 0)
  }
}
