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

  /// What the next start finds once the editors that kept drafts are gone.
  private func found(of user: String = "ada") throws -> [KeptDraft] { try directory.storage().drafts(of: user) }

  /// Keeps drafts as an editor does that is killed afterwards.
  private func keep(_ drafts: EventDraft..., at time: Instant? = nil) throws {
    let storage = try directory.storage()
    for draft in drafts { try storage.keep(draft, of: "ada", at: time ?? now) }
  }

  private let now = Instant(microseconds: 1_795_000_000_123_456)

  private func draft(_ id: String, title: String, base: Event? = nil) -> EventDraft {
    EventDraft(
      id: id, base: base, texts: [.title: title, .starts: "tomorrow 9", .organizer: "mus"],
      choices: [.organizer: "City Library"], speakers: ["Ada Lovelace", "渕一博"],
      typedAt: [.starts: now.advanced(bySeconds: -86_400)],
      record: RecordDraft(
        collection: .sponsors, row: 7, isCentres: true, original: ["Acme", ""], texts: ["Acme", "acme.example"]))
  }

  @Test func whatIsKeptIsFoundAsItWas() throws {
    try keep(draft("a-1", title: "Talk"))
    #expect(try found() == [KeptDraft(draft: draft("a-1", title: "Talk"), keptAt: now)])
    #expect(try found(of: "grace").isEmpty)
  }

  @Test func keepingAgainReplacesAndDroppingForgets() throws {
    try keep(draft("a-1", title: "Talk"))
    try keep(draft("a-1", title: "Talks"), at: now.advanced(bySeconds: 1))
    #expect(try found().map(\.draft.title) == ["“Talks”"])
    let storage = try directory.storage()
    try storage.dropDraft("a-1")
    try storage.dropDraft("a-1")
    #expect(try found().isEmpty)
  }

  @Test func anOpenEditorsDraftIsItsOwnUntilTheEditorIsGone() throws {
    var storage: SQLiteStorage? = try directory.storage()
    try storage?.keep(draft("a-1", title: "Talk"), of: "ada", at: now)
    #expect(try found().isEmpty)
    #expect(try storage?.drafts(of: "ada") == [])
    storage = nil
    #expect(try found().map(\.draft.id) == ["a-1"])
  }

  @Test func whoRestoresADraftHasIt() throws {
    try keep(draft("a-1", title: "Talk"))
    let next = try directory.storage()
    let kept = try #require(try next.drafts(of: "ada").first)
    try next.keep(kept.draft, of: "ada", at: now.advanced(bySeconds: 60))
    #expect(try found().isEmpty)
    withExtendedLifetime(next) {}
  }

  @Test func ofTwoEditorsThatFoundADraftOneHasIt() throws {
    try keep(draft("a-1", title: "Talk"), draft("a-2", title: "Walk"), draft("a-3", title: "Hike"))
    let (one, other) = (try directory.storage(), try directory.storage())
    let kept = try one.drafts(of: "ada")
    #expect(try other.drafts(of: "ada") == kept)
    #expect(try other.claim(kept[0], of: "ada"))
    #expect(try !one.claim(kept[0], of: "ada"))
    #expect(try found().map(\.draft.id) == ["a-2", "a-3"])
    // Saved, or changed by an editor that is gone since: what was offered is not what is there.
    try other.dropDraft("a-2")
    #expect(try !one.claim(kept[1], of: "ada"))
    try keep(draft("a-3", title: "Hikes"), at: now.advanced(bySeconds: 1))
    #expect(try !one.claim(kept[2], of: "ada"))
    #expect(try found().map(\.draft.title) == ["“Hikes”"])
    #expect(try !one.claim(try #require(try found().first), of: "grace"))
    withExtendedLifetime(other) {}
  }

  @Test func anEditorThatCameThroughALinkSitsAmongTheOthers() throws {
    let link = directory.path("link.db")
    let storage = try directory.storage()
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory.path("pivotal.db"))
    try storage.keep(draft("a-1", title: "Talk"), of: "ada", at: now)
    #expect(try SQLiteStorage(path: link).drafts(of: "ada").isEmpty)
    withExtendedLifetime(storage) {}
  }

  @Test("A draft of an earlier version, with the number of a process, is offered", arguments: [1, 4_194_304])
  func earlierVersions(process: Int64) throws {
    try keep(draft("a-1", title: "Talk"))
    let storage = try directory.storage()
    _ = try storage.write { try $0.execute("UPDATE drafts SET process = ?", [.integer(process)]) }
    _ = try storage.write { try $0.execute("UPDATE drafts SET fields = json_remove(fields, '$.typedAt')") }
    #expect(try found().map(\.draft.typedAt) == [nil])
  }

  @Test("One damaged draft hides no other", arguments: ["fields = '{'", "base = 'x'", "kept_at = 'soon'"])
  func damaged(change: String) throws {
    try keep(draft("a-1", title: "Talk"), draft("a-2", title: "Walk"))
    let storage = try directory.storage()
    _ = try storage.write { try $0.execute("UPDATE drafts SET \(change) WHERE id = 'a-1'") }
    #expect(try found().map(\.draft.id) == ["a-2"])
  }

  @Test func aSaveForgetsItsDraftInTheSameStepAndARefusedSaveKeepsIt() throws {
    let details = EventDetails(title: "Talk", starts: now, ends: now.advanced(bySeconds: 60), timeZone: "Europe/Rome")
    try keep(draft("a-1", title: "Talk"), draft("a-2", title: "Talk"))
    let storage = try directory.storage()
    let event = try storage.add(details, by: "ada", at: now, dropping: "a-1")
    #expect(try found().map(\.draft.id) == ["a-2"])
    #expect(throws: StorageError.self) {
      try storage.update(event.id, to: details, basedOn: 7, by: "ada", at: now, dropping: "a-2")
    }
    #expect(try found().map(\.draft.id) == ["a-2"])
    _ = try storage.update(event.id, to: details, basedOn: 1, by: "ada", at: now, dropping: "a-2")
    #expect(try found().isEmpty)
  }

  @Test func aDraftOfAnEventHoldsTheEventAsItWasOpenedAlsoAfterItIsDeleted() throws {
    let storage = try directory.storage()
    let details = EventDetails(title: "Talk", starts: now, ends: now.advanced(bySeconds: 60), timeZone: "Europe/Rome")
    let event = try storage.add(details, by: "ada", at: now)
    try keep(draft("a-1", title: "Talks", base: event))
    _ = try storage.delete([event.id], by: "ada", at: noon)
    #expect(try found().first?.draft.base == event)
  }
}
