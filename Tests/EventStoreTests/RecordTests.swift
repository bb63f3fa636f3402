import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

@Suite("Records that are added and changed here")
struct RecordTests {
  private let directory: TemporaryDirectory
  private let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  private func edits() throws -> [String?] {
    try directory.connection().query("SELECT edited_at FROM speakers ORDER BY id") { try $0.optionalText() }
  }

  @Test func anAddedRecordHasNoPlaceAtTheCentre() throws {
    let id = try storage.addRecord(["Ada Lovelace", "Mathematician", "", "Bio"], to: .speakers, at: noon)
    #expect(try storage.revisions().catalogue == 1)
    let expected = Speaker(
      id: id, externalID: nil, name: "Ada Lovelace", title: "Mathematician", company: "", bio: "Bio")
    #expect(try storage.speakers() == [expected])
    _ = try storage.addRecord(["Acme Trust", "https://acme.example"], to: .sponsors, at: noon)
    #expect(try storage.sponsors().map(\.website) == ["https://acme.example"])
  }

  @Test func anEditOfACentresRecordIsMarkedSoThatASyncKeepsItAndOneOfALocalRecordIsNot() throws {
    try storage.addSpeakers(.speaker("7", "Ada Byron"))
    let local = try storage.addRecord(["Alan", "", "", ""], to: .speakers, at: noon)
    try storage.editRecord(
      1, of: .speakers, from: ["Ada Byron", "", "", ""], to: ["Ada Lovelace", "Dr", "", ""], at: .noon(plus: 5))
    try storage.editRecord(
      local, of: .speakers, from: ["Alan", "", "", ""], to: ["Alan Turing", "", "", ""], at: .noon(plus: 5))
    #expect(try storage.speakers().map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(try edits() == [Instant.noon(plus: 5).canonicalText, nil])
  }

  @Test func anEditOverSomebodyElsesIsRefused() throws {
    try storage.addSpeakers(.speaker("7", "Ada Byron"))
    let old = ["Ada Byron", "", "", ""]
    try storage.editRecord(1, of: .speakers, from: old, to: ["Ada Lovelace", "", "", ""], at: noon)
    #expect(try storage.revisions().catalogue == 2)
    #expect(throws: StorageError.recordChanged) {
      try storage.editRecord(1, of: .speakers, from: old, to: ["Ada King", "", "", ""], at: noon)
    }
    #expect(try storage.speakers().map(\.name) == ["Ada Lovelace"])
  }

  @Test func aDeletedRecordIsGoneAndLeavesNoNameToTheNextOne() throws {
    let old = ["Ada Byron", "", "", ""]
    let id = try storage.addRecord(old, to: .speakers, at: noon)
    let new = ["Ada Lovelace", "", "", ""]
    try storage.editRecord(id, of: .speakers, from: old, to: new, at: noon)
    #expect(throws: StorageError.recordChanged) { try storage.deleteRecord(id, of: .speakers, holding: old) }
    let revision = try storage.revisions().catalogue
    try storage.deleteRecord(id, of: .speakers, holding: new)
    #expect(try storage.revisions().catalogue == revision + 1)
    #expect(try storage.speakers().isEmpty)
    #expect(throws: StorageError.recordChanged) { try storage.deleteRecord(id, of: .speakers, holding: new) }
    _ = try storage.addRecord(["Alan Turing", "", "", ""], to: .speakers, at: noon)
    #expect(try storage.newNames(in: .speakers).isEmpty)
  }

  // MARK: - Names that were changed

  @Test func aNameThatASyncOrAnEditChangedLeadsToTheNewOne() throws {
    try storage.addSpeakers(.speaker("7", "Ada Byron"))
    try storage.addSpeakers(.speaker("7", "Ada King", updated: .noon(plus: 1)))
    try storage.editRecord(
      1, of: .speakers, from: ["Ada King", "", "", ""], to: ["Ada Lovelace", "", "", ""], at: noon)
    #expect(
      try storage.newNames(in: .speakers) == ["Ada Byron": ["Ada Lovelace"], "Ada King": ["Ada Lovelace"]])
    #expect(try storage.newNames(in: .organizers).isEmpty)
  }

  @Test func aNameThatSomebodyStillHasOrHasAgainLeadsNowhere() throws {
    try storage.addSpeakers(.speaker("7", "John Smith"), .speaker("8", "John Smith"), .speaker("9", "Ada"))
    try storage.addSpeakers(
      .speaker("7", "John A. Smith", updated: .noon(plus: 1)), .speaker("9", "Ada King", updated: .noon(plus: 1)))
    #expect(try storage.newNames(in: .speakers) == ["Ada": ["Ada King"]])
    try storage.addSpeakers(
      .speaker("8", "John B. Smith", updated: .noon(plus: 2)), .speaker("9", "Ada", updated: .noon(plus: 2)))
    #expect(
      try storage.newNames(in: .speakers) == [
        "Ada King": ["Ada"], "John Smith": ["John A. Smith", "John B. Smith"],
      ])
  }

  @Test func whatEarlierSyncsNotedIsTakenOver() throws {
    let old = Array(Migration.all.prefix { $0.name != "0006-users" })
    let before = try SQLiteStorage(path: directory.file("old.db"), migrations: old)
    try before.addSpeakers(.speaker("7", "Ada Lovelace"))
    // As the program of that time wrote it.
    try before.write { connection in
      for statement in [
        "INSERT INTO sync_runs VALUES (1, '2026-11-23T12:00:00.000000Z', '2026-11-23T12:00:00.000000Z', '')",
        "INSERT INTO sync_outcomes (run_id, collection, created, updated, unchanged) VALUES (1, 'speakers', 0, 1, 0)",
        "INSERT INTO sync_notes VALUES (1, 1, 'speakers', 'renamed', '7', 'Ada Byron', 'Ada Lovelace', '[]')",
      ] { try connection.execute(statement, []) }
    }
    let after = try SQLiteStorage(path: directory.file("old.db"))
    #expect(try after.newNames(in: .speakers) == ["Ada Byron": ["Ada Lovelace"]])
  }
}
