import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventStore

@Suite("Reading many events")
struct EventReadingTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  private func add(_ hours: Int64...) throws -> [Event] {
    try hours.map { try storage.add(.plain("Hour \($0)", starts: .noon(plus: $0 * 3600)), by: "ada", at: noon) }
  }

  @Test func theEventsAroundAMomentAreThoseNextToIt() throws {
    _ = try add(-9, 7, -3, 0, 3, -5, 5)
    #expect(
      try storage.events(around: noon, count: 2).map(\.details.title) == ["Hour -5", "Hour -3", "Hour 0", "Hour 3"])
    #expect(try storage.events(around: noon, count: 50) == storage.events())
  }

  @Test func whatIsKnownAndUnchangedIsNotReadAgain() throws {
    var known = try #require(try storage.events(knowing: []))
    #expect(known.isEmpty)
    let added = try add(1, 3, 2)
    known = try #require(try storage.events(knowing: known))
    #expect(known == (try storage.events()))
    #expect(try storage.events(knowing: known) == nil)
    _ = try storage.update(
      added[0].id, to: .plain("Later", starts: .noon(plus: 36_000)), basedOn: 1, by: "grace", at: noon)
    _ = try storage.delete([added[2].id], by: "grace", at: noon)
    _ = try add(-1, 2, 2)
    let changed = try #require(try storage.events(knowing: known))
    #expect(changed == (try storage.events()))
    #expect(changed.map(\.details.title) == ["Hour -1", "Hour 2", "Hour 2", "Hour 3", "Later"])
    for event in changed { _ = try storage.delete([event.id], by: "grace", at: noon) }
    #expect(try storage.events(knowing: changed) == [])
  }

  @Test(arguments: [
    ("[]", []), (#"["Ada"]"#, ["Ada"]), (#"["Ada","Łukasz / 李"]"#, ["Ada", "Łukasz / 李"]), (#"[""]"#, [""]),
  ])
  func plainNamesAreReadAtOnce(_ text: String, _ names: [String]) {
    #expect(plainNames(text) == names)
  }

  @Test(arguments: [
    "", "[", "]", "[1]", #"["a",]"#, #"[,"a"]"#, #"["a""b"]"#, #"["a" ]"#, #"["\"a"]"#, #"["\u0041"]"#, #"["a]"#,
    #"["a","]"#, #"{"a"}"#, "[null]", #"["a"]["b"]"#, "[\"a\u{1}\"]",
  ])
  func everythingElseIsLeftToTheParser(_ text: String) {
    #expect(plainNames(text) == nil)
  }

  @Test func namesWithQuotesAndBackslashesComeBackAsTheyWere() throws {
    var details = EventDetails.plain("Talk")
    details.speakers = ["Ada \"the first\" Lovelace", "back\\slash", "tab\tand \u{7F}", "plain", "/slash/", "🙂"]
    let event = try storage.add(details, by: "ada", at: noon)
    #expect(event.details.speakers == details.speakers)
  }
}
