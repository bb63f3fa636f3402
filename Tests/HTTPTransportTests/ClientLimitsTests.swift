import Foundation
import Synchronization
import Testing

@testable import HTTPTransport

@Suite("A client gives up")
struct ClientLimitsTests {
  private let client = HTTPClient()
  private let impatient = TransferLimits.with { $0.stallTimeout = .seconds(1) }
  private static let sized = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
  private static let unsized = "HTTP/1.1 200 OK\r\n\r\n"

  @Test(
    "when an answer is cut short",
    arguments: [
      "", "HTTP/1.1 200 OK\r\nContent-", sized + "too little", chunked + "A\r\nabc", chunked + "zz\r\nabc\r\n",
    ])
  func cutShort(answer: String) throws {
    let responder = try RawResponder(answering: answer)
    let error = try #require(client.failure(responder.url))
    #expect(error.kind == .endedEarly)
    #expect(error.message.contains(responder.url))
  }

  @Test("when what comes is no HTTP", arguments: ["Hello!\r\n", "SSH-2.0-OpenSSH_9.6\r\n\r\n", "\u{0}\u{1}\u{2}\r\n"])
  func garbage(answer: String) throws {
    let responder = try RawResponder(answering: answer)
    #expect(client.failure(responder.url)?.kind == .badAnswer)
  }

  @Test("when what came compressed cannot be unpacked")
  func brokenCompression() throws {
    let responder = try RawResponder(
      answering: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nno gzip!!")
    #expect(client.failure(responder.url)?.kind == .badAnswer)
    let packed = gzip(ofLetter: 0x61, repeated: 10) + Array("and more".utf8)
    let talkative = try RawResponder { connection in
      connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
      connection.send(packed)
    }
    #expect(client.failure(talkative.url)?.message.contains("(it cannot be unpacked)") == true)
  }

  @Test("when nobody listens")
  func nobodyListens() throws {
    let server = try HTTPServer.local { _ in HTTPResponse(status: 200) }
    server.stop()
    let error = client.failure(server.url)
    #expect(error?.kind == .couldNotConnect)
    #expect(error?.message == "Nothing answers at \(server.url)/; check the address and that the server is running.")
  }

  @Test("when nobody knows the host")
  func unknownHost() {
    // A label over 63 characters is in no name server, and none is asked.
    let host = String(repeating: "a", count: 64) + ".example"
    #expect(client.failure("https://\(host)/")?.kind == .couldNotResolve)
  }

  @Test("when the other side never agrees on encryption")
  func hangingHandshake() throws {
    let responder = try RawResponder { $0.waitForClose() }
    let limits = TransferLimits.with { $0.connectTimeout = .milliseconds(200) }
    #expect(client.failure("https://127.0.0.1:\(responder.port)/", limits: limits)?.kind == .timedOut)
  }

  @Test("when an answer never begins, or stops", arguments: ["", sized, sized + "abc", chunked + "3\r\nabc\r\n"])
  func hanging(beginning: String) throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send(beginning)
      connection.waitForClose()
    }
    let error = client.failure(responder.url, limits: impatient)
    #expect(error?.kind == .stalled)
    #expect(error?.message == "\(responder.url) sent next to nothing for 1 s; try again later.")
  }

  @Test("when an answer comes a byte at a time", arguments: [sized, unsized, "HTTP/1.1 200 OK\r\nX-Drip: "])
  func dripping(head: String) throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send(head)
      while !connection.isClosed(withinMilliseconds: 100) { connection.send("x") }
    }
    #expect(client.failure(responder.url, limits: impatient)?.kind == .stalled)
  }

  @Test("when an answer has no end in sight")
  func endless() throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send(Self.unsized)
      while !connection.isClosed(withinMilliseconds: 5) { connection.send(String(repeating: "x", count: 100)) }
    }
    let limits = TransferLimits.with { $0.maximumTimeWhenUnsized = .milliseconds(300) }
    #expect(client.failure(responder.url, limits: limits)?.kind == .endless)
  }

  @Test("not after the same time when the length is known")
  func slowButSized() throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send(Self.sized)
      for _ in 0..<10 where !connection.isClosed(withinMilliseconds: 50) {
        connection.send(String(repeating: "x", count: 100))
      }
    }
    let limits = TransferLimits.with { $0.maximumTimeWhenUnsized = .milliseconds(200) }
    #expect(try client.fetch(responder.url, limits: limits).body.count == 1000)
  }

  @Test(
    "not then either when the length after unpacking is known, as long as it is no more",
    arguments: [(1000, true), (999, false), (-1, false)])
  func slowButForeseeable(length: Int, isTaken: Bool) throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nX-Unpacked-Length: \(length)\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0..<10 where !connection.isClosed(withinMilliseconds: 50) {
        connection.send("64\r\n\(String(repeating: "x", count: 100))\r\n")
      }
      connection.isClosed(withinMilliseconds: 300)
      connection.send("0\r\n\r\n")
    }
    let limits = TransferLimits.with { $0.maximumTimeWhenUnsized = .milliseconds(200) }
    if isTaken {
      #expect(try client.fetch(responder.url, limits: limits).body.count == 1000)
    } else {
      #expect(client.failure(responder.url, limits: limits)?.kind == .endless)
    }
  }

  @Test("when the head has no end")
  func endlessHead() throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n")
      while connection.send("X-More: \(String(repeating: "x", count: 1000))\r\n") {}
    }
    #expect(client.failure(responder.url)?.kind == .tooLarge)
  }

  @Test("at once when somebody cancels")
  func cancelled() throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.waitForClose()
    }
    let cancelledAt = Mutex<ContinuousClock.Instant?>(nil)
    let isCancelled = {
      guard responder.requests.count == 1 else { return false }
      cancelledAt.withLock { $0 = $0 ?? .now }
      return true
    }
    #expect(throws: HTTPClientError.self) { try client.get(responder.url, isCancelled: isCancelled) { _, _ in } }
    let start = try #require(cancelledAt.withLock { $0 })
    #expect(start.duration(to: .now) < .seconds(1))
  }
}

@Suite("A client takes no more than allowed")
struct ClientSizeTests {
  private let client = HTTPClient()
  private let small = TransferLimits.with { $0.maximumBodyBytes = 10_000 }

  private func received(_ url: String) throws -> (error: HTTPClientError?, bytes: Int) {
    var bytes = 0
    do {
      try client.get(url, limits: small) { _, piece in bytes += piece.count }
      return (nil, bytes)
    } catch let error as HTTPClientError {
      return (error, bytes)
    }
  }

  @Test("exactly as much as allowed")
  func exactly() throws {
    let server = try HTTPServer.local { _ in HTTPResponse(status: 200, body: [UInt8](repeating: 1, count: 10_000)) }
    let outcome = try received(server.url)
    #expect(outcome.error == nil)
    #expect(outcome.bytes == 10_000)
  }

  @Test("nothing of a body that says it is larger")
  func announced() throws {
    let server = try HTTPServer.local { _ in HTTPResponse(status: 200, body: [UInt8](repeating: 1, count: 10_001)) }
    let outcome = try received(server.url)
    #expect(outcome.error?.kind == .tooLarge)
    #expect(outcome.bytes == 0)
  }

  @Test("no more of a body that does not say")
  func unannounced() throws {
    let responder = try RawResponder { connection in
      connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send([UInt8](repeating: 1, count: 1000)) {}
    }
    let outcome = try received(responder.url)
    #expect(outcome.error?.kind == .tooLarge)
    #expect(outcome.bytes <= 10_000)
  }

  @Test("no more of a small body that unpacks to a large one")
  func unpacked() throws {
    let packed = gzip(ofLetter: 7, repeated: 4000)
    #expect(packed.count < 10_000)
    let server = try HTTPServer.local { _ in
      HTTPResponse(status: 200, headers: HTTPHeaders([("Content-Encoding", "gzip")]), body: packed)
    }
    let outcome = try received(server.url)
    #expect(outcome.error?.kind == .tooLarge)
    #expect(outcome.bytes <= 10_000)
  }
}
