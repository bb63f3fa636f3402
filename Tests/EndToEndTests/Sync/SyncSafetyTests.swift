import Foundation
import HTTPTransport
import TestSupport
import Testing

/// The key goes to the Centre that was named, over a connection that is vouched for, and is seen by nobody else.
@Suite struct SyncSafetyTests {
  private static let key = "key-of-the-safety-tests"

  private func sync(_ url: String, _ environment: [String: String], _ options: String...) throws -> ProgramRun {
    let home = NSTemporaryDirectory() + "pivotal-\(UUID().uuidString)"
    let usual = [
      "HOME": home, "PIVOTAL_DATABASE": home + "/pivotal.db", "RESOURCES_CENTRE_URL": url,
      "RESOURCES_CENTRE_API_KEY": Self.key,
    ]
    return try ProgramRun(
      BuiltProducts.program("pivotal"), ["sync", "--retry-for", "0"] + options,
      environment: usual.merging(environment) { _, given in given })
  }

  @Test func `A Centre with a private authority is trusted once RESOURCES_CENTRE_CA names its file, and not before`()
    throws
  {
    let identity = HTTPServer.Identity(
      certificate: LocalhostCertificate.certificate, key: LocalhostCertificate.key)
    let server = try HTTPServer(address: "127.0.0.1", port: 0, identity: identity) { request in
      let collection = request.path.split(separator: "/").last ?? ""
      let body = "{\"\(collection)\":[{\"id\":1,\"name\":\"Ada Lovelace\"}]}"
      return HTTPResponse(type: "application/json", body: Array(body.utf8))
    }
    defer { server.stop() }
    let directory = try TemporaryDirectory()
    let file = try directory.write(LocalhostCertificate.certificate, to: "ca.pem")
    let url = "https://localhost:\(server.port)"
    let refused = try sync(url, [:]).finish()
    #expect(refused.status == 1 && refused.errors.contains("RESOURCES_CENTRE_CA"))
    let trusted = try sync(url, ["RESOURCES_CENTRE_CA": file]).finish()
    #expect(trusted.status == 0 && trusted.output.contains("Speakers: 1 added"))
    let elsewhere = try sync("https://127.0.0.1:\(server.port)", ["RESOURCES_CENTRE_CA": file]).finish()
    #expect(elsewhere.status == 1)
  }

  @Test func `A proxy on the way is told the host and no key`() throws {
    let proxy = try FaultyCentre()
    let run = try sync("https://centre.example", ["https_proxy": proxy.url, "HTTPS_PROXY": proxy.url]).finish()
    #expect(run.status == 1)
    #expect(proxy.requests.contains { $0.line == "CONNECT centre.example:443" })
    for request in proxy.requests { #expect(!request.text.contains(Self.key)) }
    #expect(!(run.output + run.errors).contains(Self.key))
  }

  @Test func `Without encryption no proxy is asked, which would see the key`() throws {
    let proxy = try FaultyCentre()
    let run = try sync(
      "http://centre.invalid", ["http_proxy": proxy.url, "all_proxy": proxy.url, "ALL_PROXY": proxy.url], "--allow-http"
    ).finish()
    #expect(run.status == 1 && run.errors.contains("The host of http://centre.invalid"))
    #expect(proxy.requests.isEmpty)
  }

  @Test func `The list of processes shows no key`() throws {
    let centre = try FaultyCentre(["speakers": .hanging])
    let program = try sync(centre.url, [:])
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    let list = try run("ps", ["-o", "args=", "-p", "\(program.processIdentifier)"])
    #expect(list.output.contains("sync") && !list.output.contains(Self.key))
    program.signal(SIGKILL)
    _ = try program.finish()
  }
}
