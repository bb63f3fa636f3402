import TestSupport

/// An authority that vouches for servers, made with openssl as those make theirs who run a Centre of their own.
final class CertificateAuthority {
  /// The file with the authority's certificate, which clients are given.
  let file: String
  private let directory: TemporaryDirectory

  /// Makes an authority that nobody knows yet.
  init() throws {
    directory = try TemporaryDirectory()
    file = directory.path("authority.pem")
    try openssl(
      ["req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=Authority of the tests"] + newKey("authority.key")
        + ["-out", file])
  }

  /// Makes a certificate with its key, and gives both files.
  ///
  /// - Parameters:
  ///   - host: The host that it is for.
  ///   - days: How many days it is good, from today; below zero it has expired.
  /// - Returns: The options of a command that serves.
  /// - Throws: What openssl says where it cannot make one.
  func options(for host: String, days: Int = 2) throws -> [String] {
    let (certificate, key) = (directory.path("\(host).pem"), directory.path("\(host).key"))
    let request = directory.path("\(host).csr")
    let names = try directory.write("subjectAltName=DNS:\(host)\n", to: "\(host).names")
    try openssl(["req", "-nodes", "-subj", "/CN=\(host)"] + newKey("\(host).key") + ["-out", request])
    try openssl([
      "x509", "-req", "-in", request, "-CA", file, "-CAkey", directory.path("authority.key"), "-CAcreateserial",
      "-days", "\(days)", "-extfile", names, "-out", certificate,
    ])
    return ["--tls-certificate", certificate, "--tls-key", key]
  }

  private func newKey(_ name: String) -> [String] {
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-keyout", directory.path(name)]
  }

  private func openssl(_ arguments: [String]) throws {
    let result = try run("/usr/bin/env", ["openssl"] + arguments)
    guard result.status == 0 else { throw TestFailure("openssl \(arguments): \(result.errors)") }
  }
}
