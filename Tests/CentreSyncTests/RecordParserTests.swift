import EventModel
import Foundation
import Testing

@testable import CentreSync

/// What a record may hold, and how it is told where it may not.
@Suite struct RecordParserTests {
  /// Reads one speaker as it stands in the Centre's answer.
  private func parse(_ json: String) throws -> Listing {
    try Listing(reading: "{\"speakers\":[\(json)]}")
  }

  private func reason(_ json: String) throws -> String? {
    try parse(json).problems.first?.reason
  }

  @Test func `An identifier is a number or a text, and stays as it is written`() throws {
    for (json, text) in [
      ("1", "1"), ("1.0", "1.0"), ("-0", "-0"), ("1e3", "1e3"), ("12345678901234567890123", "12345678901234567890123"),
      ("\"1\"", "1"), ("\" a b \"", " a b "), ("\"Ünï/漢\"", "Ünï/漢"),
    ] {
      #expect(try parse("{\"id\":\(json),\"name\":\"Ada\"}").records.map(\.externalID) == [text])
    }
  }

  @Test(arguments: [
    ("{\"name\":\"Ada\"}", "id is missing"), ("{\"id\":null,\"name\":\"Ada\"}", "id is null"),
    ("{\"id\":\"\",\"name\":\"Ada\"}", "id is empty"),
    ("{\"id\":true,\"name\":\"Ada\"}", "id is true or false, not a number or a text"),
    ("{\"id\":{\"id\":1},\"name\":\"Ada\"}", "id is an object, not a number or a text"),
    ("{\"id\":[1],\"name\":\"Ada\"}", "id is an array, not a number or a text"),
    ("{\"id\":\"a\\u0000\",\"name\":\"Ada\"}", "id holds a control character"),
    ("{\"id\":\"a\\nb\",\"name\":\"Ada\"}", "id holds a control character"),
    ("{\"id\":1,\"name\":\"Ada\",\"id\":null}", "id is null"),
  ])
  func `Without a usable identifier the record is named, not taken`(_ json: String, _ reason: String) throws {
    let listing = try parse(json)
    #expect(listing.records.isEmpty)
    #expect(listing.problems == [SyncProblem(id: nil, name: "Ada", reason: reason)])
  }

  @Test(arguments: [
    ("{\"id\":1}", "name is missing"), ("{\"id\":1,\"name\":null}", "name is null"),
    ("{\"id\":1,\"name\":\"\"}", "name is empty"),
    ("{\"id\":1,\"name\":\" \\t\\u00a0\\u0007 \"}", "name is empty"),
    ("{\"id\":1,\"name\":5}", "name is a number, not a text"),
    ("{\"id\":1,\"name\":[\"Ada\"]}", "name is an array, not a text"),
    ("{\"id\":1,\"name\":{}}", "name is an object, not a text"),
    ("{\"id\":1,\"name\":\"\\u0000\"}", "name holds the character U+0000"),
  ])
  func `Without a usable name the record has its identifier to be known by`(_ json: String, _ reason: String) throws {
    #expect(try parse(json).problems == [SyncProblem(id: "1", name: nil, reason: reason)])
  }

  @Test(arguments: [
    ("\"title\":1", "title is a number, not a text"), ("\"bio\":false", "bio is true or false, not a text"),
    ("\"company\":{\"name\":\"x\"}", "company is an object, not a text"),
    ("\"bio\":\"a\\u0000b\"", "bio holds the character U+0000"),
    ("\"updated_at\":\"yesterday\"", "updated_at \"yesterday\" is no timestamp"),
    ("\"updated_at\":\"\"", "updated_at \"\" is no timestamp"),
    ("\"updated_at\":1795446000", "updated_at is a number, not a timestamp"),
    ("\"updated_at\":[]", "updated_at is an array, not a timestamp"),
    ("\"updated_at\":true", "updated_at is true or false, not a timestamp"),
  ])
  func `A known member of the wrong kind is the record's error`(_ member: String, _ reason: String) throws {
    #expect(
      try parse("{\"id\":1,\"name\":\"Ada\",\(member)}").problems == [SyncProblem(id: "1", name: "Ada", reason: reason)]
    )
  }

  @Test func `Missing and null texts are empty`() throws {
    let records = try parse(#"{"id":1,"name":"Ada","title":null,"updated_at":null}"#).records
    #expect(records == [CatalogueRecord(externalID: "1", values: ["Ada", "", "", ""], remoteUpdatedAt: nil)])
  }

  @Test(arguments: [
    "2026-11-23T15:00:00Z", "2026-11-23T15:00:00", "2026-11-23T16:00:00.000000001+01:00",
    "Mon, 23 Nov 2026 15:00:00 GMT",
  ]) func `A time may be written in every usual way`(_ text: String) throws {
    let record = try parse("{\"id\":1,\"name\":\"Ada\",\"updated_at\":\"\(text)\"}").records.first
    #expect(record?.remoteUpdatedAt == Instant(microseconds: 1_795_446_000_000_000))
  }

  @Test func `Unknown members are ignored, whatever they hold`() throws {
    let listing = try parse(
      #"{"x":"\u0000","id":1,"nested":{"id":2,"name":[{"id":3}],"updated_at":7},"\u0000":null,"name":"Ada","list":[[{}],"\ud800",1e999]}"#
    )
    #expect(listing.records.map(\.externalID) == ["1"])
    #expect(listing.records.map(\.name) == ["Ada"])
  }

  @Test func `Of a member that comes twice the last counts`() throws {
    #expect(try parse(#"{"id":1,"name":5,"name":"Ada","id":2}"#).records.map(\.externalID) == ["2"])
    #expect(try reason(#"{"id":1,"name":"Ada","name":{}}"#) == "name is an object, not a text")
  }

  @Test func `Texts are held to their lengths, in characters and after cleaning`() throws {
    let name = String(repeating: "é", count: 500)
    #expect(try parse("{\"id\":1,\"name\":\"  \(name) \"}").records.map(\.name) == [name])
    #expect(try reason("{\"id\":1,\"name\":\"\(name)x\"}") == "name is longer than 500 characters")
    let bio = String(repeating: "漢", count: 100_000)
    #expect(try parse("{\"id\":1,\"name\":\"Ada\",\"bio\":\"\(bio)\"}").records.count == 1)
    #expect(try reason("{\"id\":1,\"name\":\"Ada\",\"bio\":\"\(bio)x\"}") == "bio is longer than 100000 characters")
    #expect(try reason("{\"id\":\"\(name)x\",\"name\":\"Ada\"}") == "id is longer than 500 characters")
  }

  @Test func `A message quotes outside text cleaned and cut`() throws {
    let long = String(repeating: "z", count: 1000)
    let problem = try parse("{\"id\":1,\"name\":\"\\u001b[2J\(long)\"}").problems.first
    #expect(problem?.name == "[2J" + long.prefix(77) + "…")
    #expect(problem?.reason == "name is longer than 500 characters")
    #expect(
      try reason(#"{"id":1,"name":"A","updated_at":"\#(long)"}"#)
        == "updated_at \"\(long.prefix(80))…\" is no timestamp")
  }
}
