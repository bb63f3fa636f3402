import EventModel
import EventStore
import Foundation
import HTTPTransport
import Testing

@testable import CentreSync

/// Values that two programs could read as one, or one program twice as two: what comes in is the same every time.
@Suite struct OddValuesTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  /// Syncs twice and in full, where nothing may change after the first time, and gives the first run.
  private func syncAgainAndAgain() throws -> SyncRun {
    let run = try place.sync(from: centre.url)
    let before = try place.catalogue()
    var full = SyncOptions()
    full.isFull = true
    for options in [SyncOptions(), SyncOptions(), full] {
      let again = try place.sync(from: centre.url, options)
      #expect(again.speakers.created + again.speakers.updated + again.speakers.missing == 0)
      #expect(again.speakers.errors == run.speakers.errors)
    }
    #expect(try place.catalogue() == before)
    return run
  }

  private func identifiers() throws -> [String] { try place.dump("speakers", "external_id") }

  @Test func `Identifiers that differ in case, white space, form or one code point are different ones`() throws {
    let ids = [
      "1", "1.0", "1e0", "10E-1", "-0", "0", "123456789012345678901234567890", "\"a\"", "\"A\"", "\" a\"", "\"a \"",
      "\"\u{E9}\"", "\"e\u{301}\"", "\"ﬁ\"", "\"fi\"", "\"ß\"", "\"ss\"", "\"%61\"", "\"a'--\"", "\"\\u2028\"",
    ]
    centre.answer(.speakers, records: ids.map { "{\"id\":\($0),\"name\":\"The same\"}" })
    #expect(try syncAgainAndAgain().speakers.counts == [ids.count, 0, 0, 0])
    #expect(Set(try place.dump("speakers", "hex(external_id)")).count == ids.count)
  }

  @Test func `An identifier as a number and as a text, or escaped, is one`() throws {
    centre.answer(
      .speakers,
      records: [#"{"id":1,"name":"Ada"}"#, #"{"id":"1","name":"Ada"}"#, #"{"id":"\u0031","name":"\u0041da"}"#])
    #expect(try syncAgainAndAgain().speakers.counts == [1, 0, 2, 0])
    #expect(try identifiers() == ["1"])
  }

  @Test func `Names that are equal once they are cleaned stay those of two records`() throws {
    centre.answer(
      .speakers,
      records: [#"{"id":1,"name":"Ada  Lovelace"}"#, #"{"id":2,"name":"\tAda\u00a0Lovelace\u2003 "}"#])
    #expect(try syncAgainAndAgain().speakers.counts == [2, 0, 0, 0])
    #expect(try place.storage.speakers().map(\.name) == ["Ada Lovelace", "Ada Lovelace"])
  }

  @Test func `Half of a character is lost in a name, and in an identifier the record is left out`() throws {
    centre.answer(
      .speakers,
      records: [
        #"{"id":1,"name":"Ada\ud800"}"#, #"{"id":"\udc00","name":"Alan"}"#, #"{"id":"\udc01","name":"Alan"}"#,
        #"{"id":4,"name":"\ud83d\ude00"}"#, #"{"id":5,"name":"\ude00\ud83d"}"#,
      ])
    let run = try syncAgainAndAgain()
    #expect(run.speakers.counts == [3, 0, 0, 2])
    let lost = SyncProblem(id: nil, name: "Alan", reason: "id holds a character that was lost (U+FFFD)")
    #expect(run.speakers.problems == [lost, lost])
    #expect(try place.dump("speakers", "external_id, name") == ["1|Ada\u{FFFD}", "4|😀", "5|\u{FFFD}\u{FFFD}"])
  }

  @Test func `The last of two members with one name counts, in the listing, the record and beside it`() throws {
    centre.answer(
      .speakers,
      json: """
        {"speakers":[{"id":1,"name":"Old"}],"x":1,
         "speakers":[{"id":1,"name":"Older","id":2,"updated_at":"no time","name":"Ada","updated_at":null}],"x":2}
        """)
    #expect(try syncAgainAndAgain().speakers.counts == [1, 0, 0, 0])
    #expect(try place.dump("speakers", "external_id, name") == ["2|Ada"])
  }

  @Test func `Numbers and nesting of any size beside the known members are passed over`() throws {
    let digits = String(repeating: "9", count: 10_000)
    centre.answer(
      .speakers, records: ["{\"id\":1,\"name\":\"Ada\",\"x\":\(digits)e\(digits),\"y\":-0.\(digits),\"z\":[[[{}]]]}"])
    #expect(try syncAgainAndAgain().speakers.counts == [1, 0, 0, 0])
  }

  @Test func `Times are one moment, however they are written, and none is older than any`() throws {
    let times = [
      "\"Wed, 24 Nov 2026 14:00:00 GMT\"", "\"2026-11-24T14:00:00\"", "\"2026-11-24T14:00:00Z\"",
      "\"2026-11-24T16:00:00+02:00\"", "\"2026-11-24 14:00:00.0\"", "\"2026-11-24T14:00:00.000000000Z\"",
      "\"2026-11-24T14:00:00.000000999Z\"",
    ]
    for time in times {
      centre.answer(.speakers, records: ["{\"id\":1,\"name\":\"Ada\",\"updated_at\":\(time)}"])
      try place.sync(from: centre.url)
      #expect(try place.dump("speakers", "remote_updated_at") == ["2026-11-24T14:00:00.000000Z"])
    }
    for (index, time) in times.enumerated() {
      centre.answer(.speakers, records: ["{\"id\":1,\"name\":\"Ada \(index)\",\"updated_at\":\(time)}"])
      let run = try place.sync(from: centre.url)
      #expect(run.speakers.counts == [0, 0, 1, 0])
      #expect(run.speakers.notes.map(\.kind) == [.conflict])
    }
    centre.answer(.speakers, records: ["{\"id\":1,\"name\":\"Eve\",\"updated_at\":\"2026-11-24T14:00:00.000001Z\"}"])
    #expect(try place.sync(from: centre.url).speakers.counts == [0, 1, 0, 0])
  }
}
