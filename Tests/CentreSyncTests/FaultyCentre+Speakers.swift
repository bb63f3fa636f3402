import HTTPTransport
import TestSupport

extension FaultyCentre {
  /// A Centre whose speakers are answered as the test wants, and whose other collections are fine.
  convenience init(speakers: Answer) throws {
    try self.init([
      "speakers": speakers, "organizers": .json(#"{"organizers":[{"id":1,"name":"Good"}]}"#),
      "sponsors": .json(#"{"sponsors":[{"id":1,"name":"Good"}]}"#),
    ])
  }
}

/// An address on this machine at which nobody listens any more.
func nobodysAddress() throws -> String {
  let server = try HTTPServer(at: .loopback) { _ in HTTPResponse(status: 404) }
  server.stop()
  return server.url
}
