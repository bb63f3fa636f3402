import EventModel
import TestSupport
import Testing

@testable import EventStore

/// The disk for temporary files is full while a sync stages: that is what is said, and nothing of the database.
@Suite struct StagingDiskTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage
  let staging: SQLiteStaging

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
    let turn = try storage.beginSync(.refresh, by: "ada", at: .earliest)
    staging = try #require(try turn.staging(of: .speakers) as? SQLiteStaging)
    try staging.using { _ = try $0.query("PRAGMA temp.max_page_count = 20") { try $0.integer() } }
  }

  private func stageMany(on page: Int) throws {
    try staging.batch {
      for number in 0..<5_000 {
        let record = CatalogueRecord(
          externalID: "\(page)-\(number)", values: [String(repeating: "x", count: 200), "", "", ""],
          remoteUpdatedAt: nil)
        _ = try staging.stage(record, as: StagedAction(.create), over: nil, page: page)
      }
    }
  }

  @Test func `It is said that there is no room for temporary files, and the first error counts`() throws {
    let first = try #require(throws: StorageError.self) { try stageMany(on: 1) }
    #expect(first.message.hasPrefix("There is no room for temporary files; nothing was stored: "))
    // Without a journal nothing that follows need work; whatever it says, it is not that the database is damaged.
    for step in [{ try stageMany(on: 2) }, { try staging.abandon(page: 1) }] as [() throws -> Void] {
      do {
        try step()
      } catch let error as StorageError {
        #expect(error.message.contains("emporary files"), "\(error.message)")
      }
    }
    #expect(try storage.read { try $0.query("PRAGMA integrity_check") { try $0.text() } } == ["ok"])
    #expect(try storage.speakers().isEmpty)
  }
}
