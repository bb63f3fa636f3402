import EventModel
import Testing

@testable import CentreSync

/// The records are found wherever they stand in the answer, and nowhere else.
@Suite struct CollectionReaderTests {
  private func read(_ json: String, blockBytes: Int = 65536) throws -> Listing {
    try Listing(reading: json, blockBytes: blockBytes)
  }

  private func failure(_ json: String) -> String? {
    do {
      _ = try read(json)
      return nil
    } catch {
      return (error as? CollectionFailure)?.message
    }
  }

  @Test func `The array is found among other members, at every split`() throws {
    let json = """
      {"page":{"speakers":[{"id":9,"name":"No"}]},"list":[{"speakers":[1]}],"speakers":[{"id":1,"name":"Ada","x":{"id":[2]}},\
      [{"id":3,"name":"No"}],null,{"name":"Alan","id":2}],"sponsors":[{"id":4,"name":"No"}],"total":2}
      """
    for size in 1...80 {
      let listing = try read(json, blockBytes: size)
      #expect(listing.records.map(\.name) == ["Ada", "Alan"])
      #expect(
        listing.problems.map(\.reason) == [
          "the record is an array, not an object", "the record is null, not an object",
        ])
    }
  }

  @Test func `An empty array is a listing of nothing`() throws {
    #expect(try read("{\"speakers\":[]}").records.isEmpty)
  }

  @Test func `Of an array that comes twice the last counts`() throws {
    #expect(
      try read(#"{"speakers":[{"id":1,"name":"Ada"}],"speakers":[{"id":2,"name":"Alan"}]}"#).records.map(\.name) == [
        "Alan"
      ])
    #expect(failure(#"{"speakers":[{"id":1,"name":"Ada"}],"speakers":null}"#)?.contains("not an array") == true)
  }

  @Test(arguments: [
    ("[]", "is not a JSON object"), ("[{\"speakers\":[]}]", "is not a JSON object"),
    ("\"speakers\"", "is not a JSON object"),
    ("7", "is not a JSON object"), ("null", "is not a JSON object"), ("{}", "has no member \"speakers\""),
    ("{\"Speakers\":[]}", "has no member \"speakers\""), ("{\"data\":{\"speakers\":[]}}", "has no member \"speakers\""),
    ("{\"speakers\":{}}", "that is not an array"), ("{\"speakers\":null}", "that is not an array"),
    ("{\"speakers\":{\"speakers\":[]}}", "that is not an array"), ("{\"speakers\":\"[]\"}", "that is not an array"),
  ])
  func `An answer of another shape fails the collection`(_ json: String, _ words: String) {
    #expect(failure(json)?.contains(words) == true)
  }

  @Test func `A record of up to 1 MiB is read and a larger one fails the collection`() throws {
    func record(bytes: Int) -> String {
      let frame = #"{"id":1,"name":"Ada","x":""}"#
      return String(frame.dropLast(2)) + String(repeating: "x", count: bytes - frame.utf8.count) + "\"}"
    }
    #expect(try read("{\"speakers\":[\(record(bytes: 1 << 20))]}").records.count == 1)
    #expect(failure("{\"speakers\":[\(record(bytes: 1 << 20 + 1))]}")?.contains("more than 1 MiB") == true)
    let nested = "[" + String(repeating: "[1],", count: 300_000) + "1]"
    #expect(failure("{\"speakers\":[{\"id\":1,\"x\":\(nested)}]}")?.contains("more than 1 MiB") == true)
    #expect(failure("{\"speakers\":[\(nested)]}")?.contains("more than 1 MiB") == true)
  }

  @Test func `A large member beside the records is no matter`() throws {
    let logo = String(repeating: "A", count: 3 << 20)
    #expect(
      try read("{\"logo\":\"\(logo)\",\"speakers\":[\(speaker(1, "Ada"))]}").records.count == 1)
  }
}
