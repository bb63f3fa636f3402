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
  private func withPlaces(
    _ given: [(host: String, port: UInt16)], _ body: (UnsafeMutablePointer<addrinfo>) throws -> Void
  ) throws {
    let places = try given.map { host, port in
      var hints = addrinfo()
      hints.ai_flags = AI_NUMERICHOST
      hints.ai_socktype = streamType
      var found: UnsafeMutablePointer<addrinfo>?
      try #require(getaddrinfo(host, String(port), &hints, &found) == 0)
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

  /// An address for documents, which no machine has.
  private let foreign = "192.0.2.1"
  private let here = "127.0.0.1"

  @Test func `The first that this machine has is taken, and where it has none it is said of the first why`() throws {
    let address = ListenAddress(host: "localhost", port: 0)
    try withPlaces([(foreign, 0), (foreign, 0), (here, 0)]) { places in
      let descriptor = try ListeningSocket.open(anyOf: places, for: address)
      #expect(descriptor >= 0)
      close(descriptor)
    }
    try withPlaces([(foreign, 0), (foreign, 0)]) { places in
      let error = try #require(throws: HTTPServerError.self) { try ListeningSocket.open(anyOf: places, for: address) }
      #expect(error.message.hasPrefix("This machine has no address localhost"))
    }
  }

  @Test func `A port that is taken is said to be, though another address would be free`() throws {
    let taken = try HTTPServer(address: here, port: 0) { _ in HTTPResponse(status: 200) }
    defer { taken.stop() }
    let address = ListenAddress(host: "localhost", port: taken.port)
    try withPlaces([(foreign, 0), (here, taken.port), (here, 0)]) { places in
      let error = try #require(throws: HTTPServerError.self) { try ListeningSocket.open(anyOf: places, for: address) }
      #expect(error.message.hasPrefix("Another program listens on localhost:\(taken.port)"))
    }
  }
}
