import EventModel
import Foundation
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

@Suite struct MigrationTests {
  let directory: TemporaryDirectory
  let later = Migration(name: "9999-later", sql: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// A released step is never edited, since databases out there have taken it as it was: a change is a new step.
  @Test func releasedStepsAreFrozen() {
    #expect(
      Migration.all.map(\.name) == [
        "0001-events-and-catalogue", "0002-sync", "0003-drafts", "0004-revisions", "0005-changes",
        "0006-users", "0007-sync-history", "0008-names-and-notes", "0009-former-names",
        "0010-sync-instance",
      ])
    #expect(
      Migration.all.map { checksum($0.sql) } == [
        2_984_354_156_864_277_077, 16_482_521_118_774_822_504, 13_501_036_760_347_317_321, 12_166_882_721_300_561_116,
        885_801_049_137_203_969,
        4_629_079_714_736_852_447, 476_993_351_399_732_732, 3_587_127_162_359_404_185, 15_329_801_214_498_830_806,
        5_662_785_518_643_339_759,
      ])
  }

  @Test func aNewDatabaseIsOursAndSafe() throws {
    let storage = try directory.storage()
    #expect(try storage.read { try pragma("application_id", $0) } == 0x5076_746C)
    #expect(try storage.read { try pragma("user_version", $0) } == Int64(Migration.all.count))
    #expect(try storage.write { try pragma("synchronous", $0) } == 2)
    #expect(try storage.write { try pragma("foreign_keys", $0) } == 1)
    #expect(try storage.write { try pragma("trusted_schema", $0) } == 0)
    #expect(try storage.read { try $0.query("PRAGMA journal_mode") { try $0.text() } } == ["wal"])
    #expect(try storage.read { try names(of: "schema_migrations", $0) } == Migration.all.map(\.name))
  }

  @Test func everyTableIsStrict() throws {
    let storage = try directory.storage()
    let lax = try storage.read {
      try $0.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND NOT strict"
      ) {
        try $0.text()
      }
    }
    #expect(lax.isEmpty)
  }

  @Test func openingAgainChangesNothing() throws {
    _ = try directory.storage()
    let before = try directory.contents()
    _ = try directory.storage()
    #expect(try directory.contents() == before)
  }

  @Test func stepByStepIsTheSameAsAllAtOnce() throws {
    for count in 1...Migration.all.count {
      _ = try SQLiteStorage(path: directory.file("steps.db"), migrations: Array(Migration.all.prefix(count)))
    }
    _ = try directory.storage()
    #expect(try schema("steps.db") == schema("pivotal.db"))
  }

  @Test func aLaterStepKeepsWhatIsThere() throws {
    let event = try directory.storage().add(.full, by: "grace", at: noon)
    let storage = try SQLiteStorage(path: directory.file(), migrations: Migration.all + [later])
    #expect(try storage.events() == [event])
    #expect(try storage.read { try names(of: "schema_migrations", $0) } == Migration.all.map(\.name) + ["9999-later"])
  }

  @Test func namesThatRowsHadBeforeAreKept() throws {
    let before = try SQLiteStorage(path: directory.file(), migrations: Array(Migration.all.prefix(8)))
    try before.write {
      try $0.executeScript("INSERT INTO former_names (collection, name, row) VALUES ('speakers', 'Ada Byron', 7);")
    }
    let kept = try directory.storage().read {
      try $0.query("SELECT collection || ' ' || name || ' ' || row FROM former_names") { try $0.text() }
    }
    #expect(kept == ["speakers Ada Byron 7"])
  }

  @Test func aFailingStepLeavesNothingOfItself() throws {
    _ = try directory.storage()
    let broken = Migration(name: "9999-broken", sql: "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);")
    #expect(throws: StorageError.self) {
      try SQLiteStorage(path: directory.file(), migrations: Migration.all + [broken])
    }
    let storage = try SQLiteStorage(path: directory.file(), migrations: Migration.all + [later])
    let tables = try storage.read { try names(of: "sqlite_schema", $0) }
    #expect(tables.contains("later"))
    #expect(!tables.contains("half"))
  }

  @Test func severalProgramsMayOpenANewDatabaseAtOnce() async throws {
    let steps = Migration.all + [later]
    for round in 0..<10 {
      let path = directory.file("round-\(round).db")
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<4 {
          group.addTask {
            let storage = try SQLiteStorage(path: path, migrations: steps)
            return try Int(storage.add(.plain("\(number)"), by: "ada", at: noon).id.rawValue)
          }
        }
        let ids = try await group.reduce(into: Set()) { $0.insert($1) }
        #expect(ids == [1, 2, 3, 4])
      }
    }
  }

  private func schema(_ name: String) throws -> [String] {
    try directory.connection(name).query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") {
      try $0.text()
    }
  }
}

private func pragma(_ name: String, _ connection: SQLiteConnection) throws -> Int64? {
  try connection.query("PRAGMA \(name)") { try $0.integer() }.first
}

private func names(of table: String, _ connection: SQLiteConnection) throws -> [String] {
  try connection.query("SELECT name FROM \(table) ORDER BY rowid") { try $0.text() }
}

/// FNV-1a: enough to notice an edit.
private func checksum(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
