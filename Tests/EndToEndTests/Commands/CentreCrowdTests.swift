import Foundation
import HTTPTransport
import TestSupport
import Testing

@Suite("A crowd of clients")
struct CentreCrowdTests {
  /// How many clients ask at the same time.
  private static let clients = 200
  /// How many speakers each of them gets; far more with `CROWD_SPEAKERS`, for which there is seldom time.
  private static let speakers = ProcessInfo.processInfo.environment["CROWD_SPEAKERS"].flatMap { Int($0) } ?? 1_000

  @Test("200 clients at once get all the speakers each, while they are changed")
  func crowd() async throws {
    let files = try TemporaryDirectory()
    let talks = String(repeating: "Talks. ", count: 20)
    let lines = (1...Self.speakers).map { #"{"id":\#($0),"name":"Speaker \#($0)","bio":"\#(talks)"}"# }
    let program = try BuiltProducts.program("resources-centre")
    let database = files.path("centre.db")
    let path = try files.write(lines.joined(separator: "\n"), to: "speakers.jsonl")
    #expect(try run(program, ["import", path, "--data", database], within: .seconds(300)).status == 0)
    let centre = try CentreProgram("--data", database, "--log", files.path("log"))
    let url = centre.url
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<Self.clients {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            // A thread each, since they all wait at the same time.
            Thread.detachNewThread { continuation.resume(with: Result { try SpeakerCount().ask(url) }) }
          }
        }
      }
      for number in 1...3 {
        let edit = ["edit", "speaker", "\(number)", "--title", "Dr.", "--data", database]
        #expect(try run(program, edit, within: .seconds(300)).status == 0)
      }
      for try await count in group { #expect(count == Self.speakers) }
    }
    #expect(isMet(within: .seconds(10)) { files.text("log").split(separator: "\n").count == Self.clients })
    let log = files.text("log").split(separator: "\n")
    #expect(log.filter { $0.contains(" 200 ") && !$0.contains("cut short") }.count == Self.clients)
  }
}

/// Counts the speakers in an answer while it comes, since two hundred long ones fill the memory.
private final class SpeakerCount {
  private static let brace = Int32(UInt8(ascii: "{"))
  private var braces = 0
  private var size = 0
  private var last: UInt8?

  /// How many speakers one client gets, in an answer that is whole.
  func ask(_ url: String) throws -> Int {
    var limits = TransferLimits()
    // In a crowd each has to wait for its turn.
    limits.stallTimeout = .seconds(600)
    let fields = [("X-API-Key", CentreProgram.key), ("Accept-Encoding", "identity")]
    let head = try HTTPClient().get(url + "/api/v1/speakers", headers: fields, limits: limits) { _, piece in take(piece)
    }
    guard head.status == 200, head.headers["Content-Length"] == "\(size)", last == UInt8(ascii: "}") else {
      throw TestFailure("Status \(head.status), \(size) bytes")
    }
    // One is that of the answer itself.
    return braces - 1
  }

  private func take(_ piece: UnsafeRawBufferPointer) {
    size += piece.count
    last = piece.last
    guard var place = piece.baseAddress else { return }
    let end = place + piece.count
    while let found = memchr(place, Self.brace, end - place) {
      braces += 1
      place = UnsafeRawPointer(found) + 1
    }
  }
}
