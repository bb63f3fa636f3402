import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

/// Names of the catalogue that change, some of them back and forth.
@Suite("Names that change") struct RenamingTests {
  let directory: TemporaryDirectory
  let storage: any EventStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  private func record(_ name: String, minute: Int64) -> CatalogueRecord {
    CatalogueRecord(
      externalID: "1", values: [name, "", "", ""], remoteUpdatedAt: noon.advanced(bySeconds: minute * 60))
  }

  @Test func `A name that changes back and forth comes in each time`() throws {
    for (minute, name) in ["Ada", "Countess", "Ada", "Countess", "Ada Lovelace"].enumerated() {
      try storage.take([record(name, minute: Int64(minute))], in: .speakers)
      #expect(try storage.speakers().map(\.name) == [name])
    }
    #expect(try storage.newNames(in: .speakers) == ["Ada": ["Ada Lovelace"], "Countess": ["Ada Lovelace"]])
  }

  @Test func `Of very many rows the first are named and the others counted`() throws {
    let names = (1...9).map { "Speaker \($0)" }
    func records(_ suffix: String, at time: Instant) -> [CatalogueRecord] {
      names.map { CatalogueRecord(externalID: $0, values: [$0 + suffix, "", "", ""], remoteUpdatedAt: time) }
    }
    try storage.take(records("", at: noon), in: .speakers)
    let staging = try storage.beginSync(.refresh, by: "ada", at: noon).staging(of: .speakers)
    try staging.batch {
      for record in records(" Jr", at: noon.advanced(bySeconds: 1)).prefix(5) {
        _ = try staging.stage(record, as: StagedAction(.update), over: try staging.stored(record), page: 1)
      }
    }
    _ = try staging.stageMissing(unlessListed: RowSet())
    let some = try staging.notes(limit: 6)
    #expect(some.notes.map(\.kind) == [.renamed, .renamed, .renamed, .renamed, .renamed, .missing])
    #expect(some.unnamed == 8)
    let all = try staging.notes(limit: 100)
    #expect(all.notes.count == 14)
    #expect(all.unnamed == 0)
  }
}
