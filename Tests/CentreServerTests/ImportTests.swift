import EventModel
import Foundation
import JSONStream
import TestSupport
import Testing

@testable import CentreServer

@Suite("An import")
struct ImportTests {
  let centre: TestCentre

  init() throws {
    centre = try TestCentre()
  }

  private func takeCSV(_ text: String, _ name: String = "speakers.csv") throws -> ImportCounts? {
    let path = try centre.directory.write(text, to: name)
    return try centre.store.importing(CentreData(file: path), at: noon)[.speakers]
  }

  private func names() throws -> [String] {
    try centre.answer("/api/v1/speakers").records.compactMap { $0["name"]?.text }
  }

  @Test("adds what is new, changes what says something new, and leaves the rest untouched")
  func counts() throws {
    #expect(try centre.take("{\"id\":1,\"name\":\"Ada\"}\n{\"id\":2,\"name\":\"Alan\"}\n")?.added == 2)
    let before = try centre.answer("/api/v1/speakers")
    let counts = try centre.take("{\"id\":1,\"name\":\"Ada\"}\n{\"id\":2,\"name\":\"Alan\"}\n")
    #expect(counts?.unchanged == 2)
    #expect(try centre.answer("/api/v1/speakers").headers["ETag"] == before.headers["ETag"])
    let later = noon.advanced(bySeconds: 60)
    let again = try centre.take(
      "{\"id\":1,\"name\":\"Ada L.\"}\n{\"id\":2,\"deleted_at\":\"2026-01-01\"}\n{\"id\":3,\"name\":\"Kurt\"}\n",
      at: later)
    #expect(again == ImportCounts(added: 1, changed: 1, removed: 1, unchanged: 0))
    // What a client asks for since before the change is all of it, whatever times the file holds.
    #expect(try centre.ids("/api/v1/speakers?updated_since=\(later.iso8601)") == ["1", "2", "3"])
  }

  @Test("into an empty collection keeps the times of the file")
  func keptTimes() throws {
    try centre.take(#"{"id":1,"name":"Ada","created_at":"2020-01-02","updated_at":"2021-03-04T05:06:07.123456+01:00"}"#)
    let record = try #require(try centre.answer("/api/v1/speakers").records.first)
    #expect(record["created_at"]?.text == "2020-01-02T00:00:00Z")
    #expect(record["updated_at"]?.text == "2021-03-04T04:06:07.123456Z")
  }

  @Test("brings a deleted record back")
  func back() throws {
    try centre.take(#"{"id":1,"name":"Ada"}"#)
    try centre.store.remove("1", from: .speakers, at: noon)
    #expect(try names() == [])
    #expect(try centre.take(#"{"id":1,"name":"Ada"}"#)?.added == 1)
    #expect(try names() == ["Ada"])
  }

  @Test("names every line that is wrong, and takes nothing")
  func refusal() throws {
    let lines = "{\"id\":1,\"name\":\"Ada\"}\n{\"id\":2}\n\n{\"id\":1,\"name\":\"Eve\"}\nnonsense\n"
    let refusal = try #require(throws: ImportRefusal.self) { try centre.take(lines) }
    let path = centre.directory.path("speakers.jsonl")
    #expect(refusal.count == 3)
    #expect(refusal.lines[0] == "\(path), line 2: its \"name\" must be a text that is not empty")
    #expect(refusal.lines[1] == "\(path), line 4: its \"id\" 1 was used on line 1")
    #expect(refusal.lines[2].hasPrefix("\(path), line 5: it is not JSON ("))
    #expect(
      refusal.description.hasSuffix("Nothing was imported, since 3 lines are wrong; correct them and import again."))
    #expect(try names() == [])
  }

  @Test(
    "refuses what no client could take, by its line",
    arguments: [
      (#"{"id":"a\u0007","name":"A"}"#, "its \"id\" holds a control character"),
      (#"{"id":"a\u0085","name":"A"}"#, "its \"id\" holds a control character"),
      (#"{"id":"a\u0000","name":"A"}"#, "its \"id\" holds a control character"),
      (#"{"id":"a\ufffd","name":"A"}"#, "its \"id\" holds a character that was lost (U+FFFD)"),
      (
        #"{"id":"\#(String(repeating: "é", count: 501))","name":"A"}"#, "its \"id\" has more than 500 characters"
      ),
      (#"{"id":\#(String(repeating: "1", count: 501)),"name":"A"}"#, "its \"id\" has more than 500 characters"),
      (#"{"id":2,"name":"\u0007"}"#, "its \"name\" must be a text that is not empty"),
    ])
  func untakable(line: String, reason: String) throws {
    let longest = #"{"id":"\#(String(repeating: "é", count: 500))","name":"B"}"#
    let refusal = try #require(throws: ImportRefusal.self) { try centre.take(longest + "\n" + line) }
    #expect(refusal.lines == ["\(centre.directory.path("speakers.jsonl")), line 2: \(reason)"])
  }

  @Test("reads lines whatever pieces they come in, and a file that is cut short meanwhile as far as it goes")
  func longLines() throws {
    let bio = String(repeating: "x", count: 90_000)
    let lines = (0..<40).map { "{\"id\":\($0),\"name\":\"Speaker \($0)\",\"bio\":\"\(bio)\"}" }
    #expect(try centre.take(lines.joined(separator: "\n"))?.added == 40)
    #expect(try centre.take(lines.joined(separator: "\r\n") + "\n\n")?.unchanged == 40)
    let path = try centre.directory.write(lines.joined(separator: "\n"), to: "speakers.jsonl")
    let data = try CentreData(file: path)
    try centre.directory.write(lines[0], to: "speakers.jsonl")
    #expect(try centre.store.importing(data, at: noon)[.speakers]?.unchanged == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: CentreError("\(path) cannot be read; check that it is a file you may read.")) {
      try centre.store.importing(data, at: noon)
    }
  }

  @Test("of a directory takes all files or none")
  func directory() throws {
    let files = try TemporaryDirectory()
    try files.write("id,name\n1,Ada\n", to: "speakers.csv")
    try files.write("{\"id\":1}\n", to: "sponsors.jsonl")
    #expect(throws: ImportRefusal.self) { try centre.store.importing(CentreData(directory: files.url.path), at: noon) }
    #expect(try names() == [])
    try files.write("{\"id\":1,\"name\":\"Acme\"}\n", to: "sponsors.jsonl")
    _ = try centre.store.importing(CentreData(directory: files.url.path), at: noon)
    #expect(try names() == ["Ada"])
    #expect(try centre.answer("/api/v1/stats").text == #"{"speakers":1,"organizers":0,"sponsors":1,"events":0}"#)
  }

  @Test("reads CSV with quotes, commas, line breaks and a byte order mark")
  func csv() throws {
    let text =
      "\u{FEFF}id,name,bio\r\n1,\"Lovelace, Ada\",\"She said \"\"hello\"\".\r\nTwice.\"\r\n\r\n2,Žofie,\r\n"
    #expect(try takeCSV(text)?.added == 2)
    let records = try centre.answer("/api/v1/speakers").records
    #expect(records[0]["name"]?.text == "Lovelace, Ada")
    #expect(records[0]["bio"]?.text == "She said \"hello\".\r\nTwice.")
    #expect(records[1]["name"]?.text == "Žofie")
    #expect(records[1]["bio"]?.text == "")
  }

  @Test(
    "says which row of a CSV file is wrong, by the line it begins on",
    arguments: [
      ("id,name\n1,\"a\nb\"\n2\n", 4, "it has 1 cell instead of 2"),
      ("id,name\n1,A\n2,\n", 3, "its \"name\" must be a text that is not empty"),
      (
        "id,name\n1,A\"b\n", 2,
        "a quotation mark stands inside a cell that does not begin with one, so that what follows was not looked at"
      ),
      (
        "id,name\n1,\"A\"b\n", 2,
        "something follows the quotation mark that ends a cell, so that what follows was not looked at"
      ),
      (
        "id,name\n1,\"A\n\n", 2,
        "a cell begins with a quotation mark and does not end with one, so that what follows was not looked at"
      ),
      ("id,name,name\n", 1, "it names a column twice"),
    ])
  func badCSV(text: String, line: Int, reason: String) throws {
    let refusal = try #require(throws: ImportRefusal.self) { try takeCSV(text) }
    #expect(refusal.lines == ["\(centre.directory.path("speakers.csv")), line \(line): \(reason)"])
  }

  @Test("says which columns there are")
  func badColumn() throws {
    let refusal = try #require(throws: ImportRefusal.self) { try takeCSV("id,nom\n1,A\n") }
    #expect(
      refusal.lines.first?.contains("column \"nom\" is unknown; use id, name, title, company, bio, created_at") == true)
  }

  @Test("needs to know what a file holds")
  func unknownFile() throws {
    let path = try centre.directory.write("id,name\n1,A\n", to: "people.csv")
    #expect(
      throws: CentreError(
        "\(path) does not say what it holds; give --into and one of speakers, organizers, sponsors, events.")
    ) {
      try CentreData(file: path)
    }
    #expect(try centre.store.importing(CentreData(file: path, of: .sponsors), at: noon)[.sponsors]?.added == 1)
    #expect(throws: CentreError.self) { try CentreData(file: "/nowhere/speakers.txt") }
    #expect(throws: CentreError.self) { try CentreData(file: "/nowhere/speakers.csv") }
  }
}
