import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

/// Records that are not here yet, staged in a temporary table of their own.
@Suite struct NewRecordsTests {
  let directory: TemporaryDirectory
  let staging: any CatalogueStaging
  let storage: any EventStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
    staging = try storage.beginSync(.refresh, by: "ada", at: noon).staging(of: .speakers)
  }

  private func record(_ number: Int, _ name: String? = nil, updated: Instant? = noon) -> CatalogueRecord {
    CatalogueRecord(
      externalID: "sp-\(number)",
      values: [name ?? "Speaker \(number)", "", "Łódź", String(repeating: "ü", count: number % 500)],
      remoteUpdatedAt: updated)
  }

  @discardableResult
  private func add(_ record: CatalogueRecord, page: Int = 1) throws -> Bool {
    try staging.stage(record, as: StagedAction(.create), over: nil, page: page)
  }

  private func commit() throws -> [String] {
    try staging.commit(checkpoint: nil, at: noon)
    return try storage.speakers().sorted { $0.id < $1.id }.map { $0.externalID ?? "" }
  }

  @Test func manyComeInWholeAndInTheirOrder() throws {
    for number in 0..<2_000 { #expect(try add(record(number))) }
    #expect(try commit() == (0..<2_000).map { "sp-\($0)" })
    let speakers = try storage.speakers()
    #expect(speakers.allSatisfy { $0.company == "Łódź" && $0.title.isEmpty })
    #expect(speakers.first { $0.externalID == "sp-1499" }?.bio == String(repeating: "ü", count: 499))
  }

  @Test func oneThatComesAgainIsFoundHoweverLongAgoItWas() throws {
    for number in 0..<2_000 { try add(record(number), page: number / 500) }
    for number in [0, 1, 499, 500, 1_234, 1_999] {
      #expect(try !add(record(number, "Somebody else"), page: 9))
      let same = try #require(try staging.staged(record(number)))
      #expect(same.hasSameValues && same.page == number / 500 && same.name == "Speaker \(number)")
      #expect(same.remoteTime == noon)
      #expect(try staging.staged(record(number, "Somebody else"))?.hasSameValues == false)
    }
    #expect(try staging.staged(record(2_000)) == nil)
  }

  @Test func aPageThatIsAbandonedLeavesWhatCameBeforeAsItWas() throws {
    for number in 0..<700 { try add(record(number), page: 1) }
    let old = try #require(try staging.staged(record(3)))
    try staging.supersede(old, onPage: 2)
    #expect(try add(record(3, "Newer"), page: 2))
    for number in 700..<1_500 { try add(record(number), page: 2) }
    try staging.abandon(page: 2)
    #expect(try staging.staged(record(3))?.hasSameValues == true)
    #expect(try staging.staged(record(700)) == nil)
    #expect(try add(record(700, "Again"), page: 2))
    #expect(try commit() == (0...700).map { "sp-\($0)" })
  }

  @Test func oneThatWasTakenBackDoesNotComeIn() throws {
    for number in 0..<10 { try add(record(number)) }
    try staging.supersede(try #require(try staging.staged(record(4))), onPage: 1)
    try add(record(4, "Newer", updated: nil))
    #expect(try commit() == [0, 1, 2, 3, 5, 6, 7, 8, 9, 4].map { "sp-\($0)" })
  }

  /// Only then does SQLite copy them as they lie.
  @Test(arguments: CatalogueCollection.allCases)
  func theirTableIsMadeLikeTheCollectionsOwn(collection: CatalogueCollection) throws {
    let connection = try directory.connection()
    let names = try connection.query("PRAGMA main.table_xinfo(\(collection.rawValue))", row: Self.column)
    try connection.executeScript(NewRecordsSQL(collection).table)
    #expect(try connection.query("PRAGMA temp.table_xinfo(added)", row: Self.column) == names)
    try connection.executeScript(NewRecordsSQL(collection).index)
    let steps = try connection.query("EXPLAIN \(NewRecordsSQL(collection).takeOver)") { row in
      _ = try row.integer()
      return try row.text()
    }
    #expect(steps.contains("RowData"))
  }

  /// The number, name, type, and whether it must be set, of a column.
  private static func column(_ row: inout SQLiteRow) throws -> String {
    "\(try row.integer()) \(try row.text()) \(try row.text()) \(try row.integer())"
  }
}
