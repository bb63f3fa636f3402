import CommandKit
import HTTPTransport
import ServerOptions
import TestSupport
import Testing

/// Where a command serves, as its options say, in the same words for every command that serves.
@Suite struct ServerOptionsTests {
  private let directory: TemporaryDirectory
  private let certificate: String
  private let key: String

  init() throws {
    directory = try TemporaryDirectory()
    certificate = try directory.write(LocalhostCertificate.certificate, to: "certificate.pem")
    key = try directory.write(LocalhostCertificate.key, to: "key.pem")
  }

  private func place(_ options: String...) throws -> HTTPServer.Place {
    let program = ProgramSpec(
      name: "desk", summary: "Serves.",
      commands: [CommandSpec(name: "serve", summary: "Serves.", options: ServerOptions.specs(listeningOn: "[::1]:80"))])
    guard case .run(let command) = try program.parse(["serve"] + options) else { throw TestFailure("no command") }
    return try command.place(listeningOn: "[::1]:80")
  }

  private func complaint(_ options: String...) -> String? {
    do {
      _ = try options.isEmpty ? place() : place(options[0], options[1])
      return nil
    } catch {
      return error is UsageError ? "\(error)" : nil
    }
  }

  @Test func `It is the usual one, unencrypted, where nothing is said`() throws {
    let place = try place()
    #expect(place.address == ListenAddress(host: "::1", port: 80))
    #expect(place.identity == nil)
  }

  @Test func `It has the address and the files that are named`() throws {
    let place = try place("--listen", "localhost:0", "--tls-certificate", certificate, "--tls-key", key)
    #expect(place.address == ListenAddress(host: "localhost", port: 0))
    #expect(place.identity?.certificate == LocalhostCertificate.certificate)
    #expect(place.identity?.key == LocalhostCertificate.key)
  }

  @Test func `What is no address is wrong usage, with one that is`() {
    #expect(complaint("--listen", "here") == "--listen takes HOST:PORT, such as [::1]:80, not \"here\".")
  }

  @Test func `Certificate and key go together`() {
    let sentence = "--tls-certificate and --tls-key go together; give both or neither."
    #expect(complaint("--tls-certificate", certificate) == sentence)
    #expect(complaint("--tls-key", key) == sentence)
  }

  @Test func `A file that holds something else is named`() {
    #expect(throws: HTTPServerError("\(key) holds no certificate as PEM text; name the file that does.")) {
      try place("--tls-certificate", key, "--tls-key", key)
    }
  }
}
