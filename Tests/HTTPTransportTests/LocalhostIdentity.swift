import HTTPTransport
import TestSupport

/// What a server for these tests proves itself with.
let localhostIdentity = HTTPServer.Identity(
  certificate: LocalhostCertificate.certificate, key: LocalhostCertificate.key)
