import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventStore

@Suite("Drafts")
struct DraftTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private let now = Instant(microseconds: 1_795_000_000_123_456)

  private func draft(_ id: String, title: String, base: Event? = nil) -> EventDraft {
    EventDraft(
      id: id, base: base, texts: [.title: title, .starts: "tomorrow 9", .organizer: "mus"],
      choices: [.organizer: "City Library"], speakers: ["Ada Lovelace", "渕一博"])
  }

  @Test func whatIsKeptIsFoundAsItWas() throws {
    let storage = try directory.storage()
    try storage.keep(draft("a-1", title: "Talk"), of: "ada", process: 77, at: now)
    #expect(
      try storage.drafts(of: "ada")
        == [KeptDraft(draft: draft("a-1", title: "Talk"), keptAt: now, process: 77)])
    #expect(try storage.drafts(of: "grace").isEmpty)
  }

  @Test func keepingAgainReplacesAndDroppingForgets() throws {
    let storage = try directory.storage()
    try storage.keep(draft("a-1", title: "Talk"), of: "ada", process: 77, at: now)
    try storage.keep(draft("a-1", title: "Talks"), of: "ada", process: 78, at: now.advanced(bySeconds: 1))
    #expect(try storage.drafts(of: "ada").map(\.draft.title) == ["“Talks”"])
    try storage.dropDraft("a-1")
    try storage.dropDraft("a-1")
    #expect(try storage.drafts(of: "ada").isEmpty)
  }

  @Test func aSaveForgetsItsDraftInTheSameStepAndARefusedSaveKeepsIt() throws {
    let storage = try directory.storage()
    let details = EventDetails(title: "Talk", starts: now, ends: now.advanced(bySeconds: 60), timeZone: "Europe/Rome")
    for id in ["a-1", "a-2"] { try storage.keep(draft(id, title: "Talk"), of: "ada", process: 77, at: now) }
    let event = try storage.add(details, by: "ada", at: now, dropping: "a-1")
    #expect(try storage.drafts(of: "ada").map(\.draft.id) == ["a-2"])
    #expect(throws: StorageError.self) {
      try storage.update(event.id, to: details, basedOn: 7, by: "ada", at: now, dropping: "a-2")
    }
    #expect(try storage.drafts(of: "ada").map(\.draft.id) == ["a-2"])
    _ = try storage.update(event.id, to: details, basedOn: 1, by: "ada", at: now, dropping: "a-2")
    #expect(try storage.drafts(of: "ada").isEmpty)
  }

  @Test func aDraftOfAnEventHoldsTheEventAsItWasOpenedAlsoAfterItIsDeleted() throws {
    let storage = try directory.storage()
    let details = EventDetails(title: "Talk", starts: now, ends: now.advanced(bySeconds: 60), timeZone: "Europe/Rome")
    let event = try storage.add(details, by: "ada", at: now)
    try storage.keep(draft("a-1", title: "Talks", base: event), of: "ada", process: 77, at: now)
    _ = try storage.delete([event.id], by: "ada", at: noon)
    #expect(try storage.drafts(of: "ada").first?.draft.base == event)
  }
}
