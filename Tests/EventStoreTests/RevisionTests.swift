import EventModel
import TestSupport
import Testing

@testable import EventStore

/// Whoever shows events or the catalogue is told what to read again, and of nothing else.
@Suite struct RevisionTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage
  /// Another program on the same file.
  let other: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
    other = try directory.storage()
  }

  /// What a change of one program's moves, as another sees it.
  private func moved(by change: (SQLiteStorage) throws -> Void, of writer: SQLiteStorage) throws -> [String] {
    let before = try storage.revisions()
    try change(writer)
    let after = try storage.revisions()
    #expect(try other.revisions() == after)
    return [
      before.events == after.events ? nil : "events", before.catalogue == after.catalogue ? nil : "catalogue",
      before.syncs == after.syncs ? nil : "syncs",
    ].compactMap(\.self)
  }

  @Test(arguments: [true, false])
  func everyChangeOfAnEventCounts(isOwn: Bool) throws {
    let writer = isOwn ? storage : other
    #expect(try moved(by: { _ = try $0.add(.full, by: "ada", at: noon) }, of: writer) == ["events"])
    let event = try #require(try storage.events().first)
    let update = { (storage: SQLiteStorage) in
      _ = try storage.update(event.id, to: .plain("Talk"), basedOn: 1, by: "ada", at: noon)
    }
    #expect(try moved(by: update, of: writer) == ["events"])
    #expect(try moved(by: { try? update($0) }, of: writer) == [], "refused, so nothing was changed")
    #expect(try moved(by: { _ = try $0.delete([event.id], by: "ada", at: noon) }, of: writer) == ["events"])
  }

  @Test func aSyncCountsWhereItChangesARow() throws {
    let add = { (storage: SQLiteStorage) in try storage.addSpeakers(.speaker("1", "Ada"), .speaker("2", "Grace")) }
    #expect(try moved(by: add, of: other) == ["catalogue"])
    #expect(try moved(by: { try $0.take([], in: .speakers) }, of: other) == [])
    let rename = { (storage: SQLiteStorage) in try storage.addSpeakers(.speaker("1", "Ada Lovelace")) }
    #expect(try moved(by: rename, of: other) == ["catalogue"])
    #expect(try moved(by: { try $0.take([.institution("1", "Acme")], in: .sponsors) }, of: other) == ["catalogue"])
  }

  @Test func aSyncWithNothingNewIsSeenByItsRunAlone() throws {
    let run = SyncRun(startedAt: noon, finishedAt: noon, source: "http://centre", outcomes: [.speakers: SyncOutcome()])
    #expect(try moved(by: { try $0.record(run) }, of: other) == ["syncs"])
  }

  @Test func readingAndDraftsCountAsNothing() throws {
    let draft = EventDraft(id: "1", base: nil, texts: [.title: "Talk"], choices: [:], speakers: [])
    #expect(try moved(by: { try $0.keep(draft, of: "ada", at: noon) }, of: other) == [])
    #expect(try moved(by: { try $0.dropDraft("1") }, of: other) == [])
    #expect(try moved(by: { _ = try $0.events() }, of: other) == [])
  }

  @Test func askingDoesNotWaitForALongRead() throws {
    try storage.read { [storage, other] _ in
      let before = try storage.revisions()
      _ = try other.add(.full, by: "ada", at: noon)
      #expect(try storage.revisions().events == before.events + 1)
    }
  }
}
