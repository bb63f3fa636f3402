import Foundation
import TestSupport
import Testing

/// A Centre that speaks https, from the files of its certificate to the sync that trusts their authority and no other.
@Suite struct SyncCertificateTests {
  private let authority: CertificateAuthority

  init() throws {
    authority = try CertificateAuthority()
  }

  /// Syncs from the sample Centre with a certificate, by the name that the sync knows it by.
  private func sync(serving options: [String], trusting file: String?) throws -> ProgramResult {
    let centre = try CentreProgram(["--demo"] + options)
    #expect(centre.url.hasPrefix("https://127.0.0.1:"))
    var place = try SyncPlace(centre.url.replacing("127.0.0.1", with: "localhost"), key: CentreProgram.key)
    place.environment["RESOURCES_CENTRE_CA"] = file
    let result = try place.sync("--retry-for", "0")
    let log = try centre.stop().errors
    #expect(!(log + result.everything).contains(CentreProgram.key))
    return result
  }

  /// What stands in the sentence with which a sync refuses.
  private func refusal(serving options: [String], trusting file: String?) throws -> Substring {
    let result = try sync(serving: options, trusting: file)
    #expect(result.status == 1 && result.output.isEmpty)
    let sentence = try #require(result.sentence)
    let parts = sentence.split(separator: /[()]/)
    #expect(parts.count == 3)
    #expect(
      parts.first?.hasPrefix("Speakers, organizers and sponsors: not synced — The connection to https") == true)
    #expect(parts.last == "; check the certificate, or name its authority in RESOURCES_CENTRE_CA.")
    return try #require(parts.dropFirst().first)
  }

  @Test func `A sync that is given the authority trusts the Centre`() throws {
    let result = try sync(serving: authority.options(for: "localhost"), trusting: authority.file)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Speakers: 82 added"))
  }

  @Test func `Without the authority, or with another one, it does not`() throws {
    let options = try authority.options(for: "localhost")
    for file in [nil, try CertificateAuthority().file] {
      #expect(try refusal(serving: options, trusting: file).contains("certificate"))
    }
    let missing = try refusal(serving: options, trusting: "/nonexistent/authority.pem")
    #expect(missing.contains("/nonexistent/authority.pem"))
  }

  /// Whom it goes to has no use for it, but who says so has proved who it is.
  @Test(arguments: [
    (true, "refused, with status 401\n"), (false, "failed, since the encryption could not be agreed on\n"),
  ])
  func `A webhook goes to those whom the authority vouches for, where the Centre is given it`(
    isGiven: Bool, outcome: String
  ) throws {
    let receiver = try CentreProgram(["--demo"] + authority.options(for: "localhost"))
    let files = try TemporaryDirectory()
    let program = try BuiltProducts.program("resources-centre")
    let data = ["--data", files.path("centre.db")]
    #expect(
      try run(program, ["webhook", "add", receiver.url.replacing("127.0.0.1", with: "localhost")] + data).status == 0)
    #expect(try run(program, ["add", "sponsor", "--name", "Acme"] + data).status == 0)
    let environment = ["API_KEY": CentreProgram.key, "RESOURCES_CENTRE_CA": isGiven ? authority.file : ""]
    let serve = try ProgramRun(program, ["serve", "--listen", "127.0.0.1:0"] + data, environment: environment)
    try serve.waitForOutput("listening on")
    #expect(
      isMet(within: .seconds(20)) { (try? run(program, ["webhook", "list"] + data).output.hasSuffix(outcome)) == true })
    serve.signal(SIGTERM)
    #expect(try serve.finish().status == 0)
  }

  @Test func `A certificate that has expired is not trusted`() throws {
    let options = try authority.options(for: "localhost", days: -1)
    #expect(try refusal(serving: options, trusting: authority.file).contains("expired"))
  }

  @Test func `A certificate for another host is not trusted`() throws {
    let options = try authority.options(for: "centre.example")
    #expect(try refusal(serving: options, trusting: authority.file).contains("host name"))
  }

  @Test func `The doctor says as much, and goes no further`() throws {
    let centre = try CentreProgram(["--demo"] + authority.options(for: "localhost"))
    var place = try SyncPlace(centre.url.replacing("127.0.0.1", with: "localhost"), key: CentreProgram.key)
    let unknown = try run(BuiltProducts.program("pivotal"), ["doctor"], environment: place.environment)
    #expect(unknown.status == 1)
    let problems = unknown.output.split(separator: "\n").filter { $0.hasPrefix("problem") }
    #expect(problems.count == 1 && problems.first?.contains("The connection to https://localhost") == true)
    #expect(unknown.output.contains("ok — the Centre takes connections\n"))
    place.environment["RESOURCES_CENTRE_CA"] = authority.file
    let trusted = try run(BuiltProducts.program("pivotal"), ["doctor"], environment: place.environment)
    #expect(trusted.status == 0 && trusted.output.contains("ok — /speakers answers as it should\n"))
  }

  @Test func `A certificate with the key of another one is not served`() throws {
    let (one, other) = (try authority.options(for: "localhost"), try authority.options(for: "centre.example"))
    let result = try run(
      BuiltProducts.program("resources-centre"),
      ["serve", "--demo", "--listen", "127.0.0.1:0"] + one[..<2] + other[2...],
      environment: ["API_KEY": CentreProgram.key])
    #expect(result.status == 1)
    #expect(result.sentence?.hasSuffix(" could not start; check the certificate and its key.") == true)
  }
}
