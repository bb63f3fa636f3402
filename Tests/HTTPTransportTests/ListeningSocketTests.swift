import Foundation
import Testing

@testable import HTTPTransport

#if canImport(Glibc)
  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  private let streamType = SOCK_STREAM
#endif

/// A host may have several addresses, of which this machine can use some.
@Suite struct ListeningSocketTests {
  /// Places on this machine as a list, as the system gives the addresses of a name.
  private func withPlaces(_ ports: [UInt16], _ body: (UnsafeMutablePointer<addrinfo>) throws -> Void) throws {
    let places = try ports.map { port in
      var hints = addrinfo()
      hints.ai_flags = AI_NUMERICHOST
      hints.ai_socktype = streamType
      var found: UnsafeMutablePointer<addrinfo>?
      try #require(getaddrinfo("127.0.0.1", String(port), &hints, &found) == 0)
      return try #require(found)
    }
    for (place, next) in zip(places, places.dropFirst()) { place.pointee.ai_next = next }
    defer {
      for place in places {
        place.pointee.ai_next = nil
        freeaddrinfo(place)
      }
    }
    try body(try #require(places.first))
  }

  @Test func `The first that can be had is taken, and where none can be it is said why`() throws {
    let taken = try HTTPServer(address: "127.0.0.1", port: 0) { _ in HTTPResponse(status: 200) }
    defer { taken.stop() }
    let address = ListenAddress(host: "localhost", port: taken.port)
    try withPlaces([taken.port, taken.port, 0]) { places in
      let descriptor = try ListeningSocket.open(anyOf: places, for: address)
      #expect(descriptor >= 0)
      close(descriptor)
    }
    try withPlaces([taken.port, taken.port]) { places in
      let error = try #require(throws: HTTPServerError.self) { try ListeningSocket.open(anyOf: places, for: address) }
      #expect(error.message.hasPrefix("Another program listens on localhost:\(taken.port)"))
    }
  }
}
