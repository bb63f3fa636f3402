import Foundation
import TestSupport
import Testing

@Suite("A crowd of clients")
struct CentreCrowdTests {
  @Test("200 clients at once get all of 1,000 speakers each, while they are changed")
  func crowd() async throws {
    let files = try TemporaryDirectory()
    let lines = (1...1_000).map {
      #"{"id":\#($0),"name":"Speaker \#($0)","bio":"\#(String(repeating: "Talks. ", count: 20))"}"#
    }
    let program = try BuiltProducts.program("resources-centre")
    let database = files.path("centre.db")
    let path = try files.write(lines.joined(separator: "\n"), to: "speakers.jsonl")
    #expect(try run(program, ["import", path, "--data", database]).status == 0)
    let centre = try CentreProgram("--data", database, "--log", files.path("log"))
    let url = centre.url
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            // A thread each, since they all wait at the same time.
            Thread.detachNewThread { continuation.resume(with: Result { try Self.count(url) }) }
          }
        }
      }
      for number in 1...3 {
        let edit = ["edit", "speaker", "\(number)", "--title", "Dr.", "--data", database]
        #expect(try run(program, edit).status == 0)
      }
      for try await count in group { #expect(count == 1_000) }
    }
    let log = files.text("log").split(separator: "\n")
    #expect(log.count == 200)
    #expect(log.filter { $0.contains(" 200 ") && !$0.contains("cut short") }.count == 200)
  }

  /// How many speakers one client gets, in an answer that is whole.
  private static func count(_ url: String) throws -> Int {
    let answer = try request("GET", url + "/api/v1/speakers", headers: ["X-API-Key": CentreProgram.key])
    guard answer.status == 200, answer.headers["content-length"] == "\(answer.body.utf8.count)" else {
      throw TestFailure("Status \(answer.status), \(answer.body.utf8.count) bytes")
    }
    guard answer.body.hasSuffix("}]}") else { throw TestFailure("It ends with \(answer.body.suffix(20))") }
    return answer.body.components(separatedBy: "{\"id\":").count - 1
  }
}
