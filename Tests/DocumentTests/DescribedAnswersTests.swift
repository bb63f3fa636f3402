import Foundation
import JSONStream
import TestSupport
import Testing

/// The program held against its OpenAPI document: every address, status, header and member is answered, and nothing else.
@Suite struct DescribedAnswersTests {
  /// What a server adds to every answer.
  private static let usualHeaders: Set = [
    "date", "connection", "content-type", "content-length", "server", "keep-alive", "transfer-encoding",
  ]

  private let description: CentreDescription
  private let centre: DescribedCentre

  init() throws {
    description = try CentreDescription()
    centre = try DescribedCentre()
  }

  /// What is wrong with an answer, by what the document says of it.
  private func flaws(_ answer: RawAnswer, _ path: String, _ status: Int) -> [String] {
    let place = "\(path) \(status)"
    guard answer.status == status else { return ["\(place): the status is \(answer.status)"] }
    guard let response = description.response(path, status) else { return ["\(place) is not described"] }
    return headerFlaws(answer, response, place) + bodyFlaws(answer, response, place)
  }

  private func headerFlaws(_ answer: RawAnswer, _ response: JSONValue, _ place: String) -> [String] {
    var flaws: [String] = []
    var described: Set<String> = []
    for member in response["headers"]?.members ?? [] {
      let name = member.key.lowercased()
      described.insert(name)
      guard let header = description.schemas.resolved(member.value) else { return ["\(place): no \(member.key)"] }
      if let value = answer.headers[name] {
        flaws += description.schemas.flaws(.string(value), header["schema"], at: "\(place) \(member.key)")
      } else if header["required"] == .bool(true) {
        flaws.append("\(place): \(member.key) is missing")
      }
    }
    let others = Set(answer.headers.keys).subtracting(described).subtracting(Self.usualHeaders)
    return flaws + others.sorted().map { "\(place): \($0) is not described" }
  }

  private func bodyFlaws(_ answer: RawAnswer, _ response: JSONValue, _ place: String) -> [String] {
    guard let content = response["content"] else { return answer.body.isEmpty ? [] : ["\(place): there is a body"] }
    guard let type = answer.headers["content-type"], let media = content[type] else {
      return ["\(place): the type is \(answer.headers["content-type"] ?? "missing")"]
    }
    do {
      return description.schemas.flaws(try JSONValue(parsing: answer.body), media["schema"], at: place)
    } catch {
      return ["\(place): \(error)"]
    }
  }

  /// The requests that lead to each status of an address, without those that need the data destroyed.
  private func answers(_ path: String) throws -> [(status: Int, answer: RawAnswer)] {
    if path == "/healthz" { return [(200, try centre.ask(path, [:])), (200, try centre.ask(path))] }
    let whole = try centre.ask(path)
    let known = ["X-API-Key": DescribedCentre.key, "If-None-Match": whole.headers["etag"] ?? ""]
    var answers = [(200, whole), (304, try centre.ask(path, known)), (401, try centre.ask(path, [:]))]
    answers.append((401, try centre.ask(path, ["X-API-Key": "wrong"])))
    guard description.statuses(path).contains(400) else { return answers }
    answers.append((400, try centre.ask(path + "?limit=0")))
    answers.append((400, try centre.ask(path + "?cursor=x")))
    answers.append((200, try centre.ask(path + "?limit=1")))
    guard path != "/api/v1/events" else { return answers }
    answers.append((200, try centre.ask(path + "?updated_since=2026-01-01T00:00:00Z")))
    answers.append((304, try centre.ask(path + "?updated_since=2026-01-01T00:00:00Z", known)))
    answers.append((400, try centre.ask(path + "?updated_since=soon")))
    return answers
  }

  @Test func `Every answer is as it is described, and everything that is described is answered`() throws {
    var statuses: [String: Set<Int>] = [:]
    var headers: Set<String> = []
    for path in description.paths {
      for (status, answer) in try answers(path) {
        #expect(flaws(answer, path, status) == [])
        statuses[path, default: []].insert(status)
        headers.formUnion(answer.headers.keys.map { "\(path) \(status) \($0)" })
      }
    }
    try centre.destroyData()
    for path in description.paths {
      let answer = try centre.ask(path)
      #expect(flaws(answer, path, 503) == [])
      statuses[path, default: []].insert(503)
      headers.formUnion(answer.headers.keys.map { "\(path) 503 \($0)" })
    }
    for path in description.paths {
      #expect(statuses[path] == Set(description.statuses(path)), "\(path)")
      for status in description.statuses(path) {
        for header in description.response(path, status)?["headers"]?.members ?? [] {
          // What is described once for several addresses need not come at each.
          let isShared =
            status == 304 || ["Vary", "Content-Encoding", "X-Unpacked-Length"].contains(header.key)
          #expect(isShared || headers.contains("\(path) \(status) \(header.key.lowercased())"), "\(path) \(header.key)")
        }
      }
    }
    let members = (description.document["components"]?["schemas"]?.members ?? []).flatMap { schema in
      (schema.value["properties"]?.members ?? []).map { "\(schema.key).\($0.key)" }
    }
    #expect(Set(members).subtracting(description.schemas.seen) == [])
    try centre.stop()
  }

  @Test(arguments: ["/", "/api/v1", "/api/v1/users", "/api/v1/speakers/1", "/healthz/", "/openapi.yaml"])
  func `There is nothing at any other address, and nothing is told of that without a key`(_ path: String) throws {
    #expect(try centre.ask(path).status == 404)
    #expect(try centre.ask(path, [:]).status == 401)
  }

  @Test func `Nothing takes any other method, but HEAD`() throws {
    for path in description.paths {
      for method in ["POST", "PUT", "PATCH", "DELETE"] {
        let answer = try centre.ask(path, method: method)
        #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD", "\(method) \(path)")
      }
      let head = try centre.ask(path, method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty, "\(path)")
    }
  }

  @Test func `A packed answer says how long it is once it is unpacked, and nothing that is not described`() throws {
    for path in description.paths {
      let whole = try centre.ask(path)
      let packed = try centre.ask(
        path, ["X-API-Key": DescribedCentre.key, "Accept-Encoding": "gzip"], method: "HEAD")
      #expect(headerFlaws(packed, try #require(description.response(path, 200)), path) == [])
      guard packed.headers["content-encoding"] == "gzip" else { continue }
      #expect(packed.headers["x-unpacked-length"] == "\(whole.body.utf8.count)", "\(path)")
    }
  }

  @Test func `The links from page to page lead to everything once`() throws {
    var target: String? = "/api/v1/speakers?limit=1"
    var names: [String] = []
    while let page = target {
      let answer = try centre.ask(page)
      names += (try JSONValue(parsing: answer.body)["speakers"]?.elements ?? []).compactMap { $0["name"]?.text }
      target = answer.headers["link"].map { link in
        "/api/v1/" + link.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
      }
      if names.count > 5 { break }
    }
    #expect(names.sorted() == ["Ada Lovelace", "Alan Turing"])
  }
}
