import EventModel
import Foundation
import SQLiteKit
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

  /// What is said of damage that a statement finds which reads the database and writes a temporary table.
  private func damageFound() throws -> String {
    let error = SQLiteError(code: 11, message: "malformed", sql: "INSERT INTO temp.gone SELECT id FROM main.speakers")
    return try #require(throws: StorageError.self) { try staging.usingTemporaryTables { _ in throw error } }.message
  }

  @Test func `Damage is the temporary files' where the database is whole`() throws {
    #expect(try damageFound().hasPrefix("The temporary files cannot be used (malformed); "))
  }

  @Test func `Damage is the database's where that is not whole, though temporary tables have part in it`() throws {
    let page = try storage.write { connection in
      try connection.query("SELECT rootpage FROM sqlite_master WHERE name = 'events'") { try $0.integer() }.first
    }
    let size = try storage.read { try $0.query("PRAGMA page_size") { try $0.integer() }.first }
    try staging.using { _ = try $0.query("PRAGMA wal_checkpoint(TRUNCATE)") { try $0.integer() } }
    let file = try #require(FileHandle(forWritingAtPath: directory.path("pivotal.db")))
    try file.seek(toOffset: UInt64((try #require(page) - 1) * (try #require(size))))
    try file.write(contentsOf: [UInt8](repeating: 0xFF, count: 512))
    try file.close()
    #expect(try damageFound().contains(" is damaged (malformed); "))
  }

  @Test func `A batch that cannot be committed leaves no transaction open, and its first error counts`() throws {
    try staging.using { try $0.executeScript("PRAGMA temp.max_page_count = 1000; PRAGMA foreign_keys = ON;") }
    try staging.using { connection in
      try connection.executeScript(
        """
        CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TEMP TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
        """)
    }
    #expect(throws: StorageError.self) {
      try staging.batch { try staging.using { _ = try $0.execute("INSERT INTO temp.child VALUES (7)") } }
    }
    #expect(try !staging.using { $0.isInTransaction })
    try staging.batch {}
  }
}
