import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

@Suite struct CatalogueTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test func speakersComeBackWithAllTheirMembers() throws {
    let ada = CatalogueRecord(
      externalID: "7", values: ["Ada Lovelace", "Mathematician", "Analytical Engine", "First.\nSecond."],
      remoteUpdatedAt: noon)
    try storage.addSpeakers(ada)
    let expected = Speaker(
      id: 1, externalID: "7", name: "Ada Lovelace", title: "Mathematician", company: "Analytical Engine",
      bio: "First.\nSecond.")
    #expect(try storage.speakers() == [expected])
  }

  @Test func organizersAndSponsorsHaveTablesOfTheirOwn() throws {
    let library = CatalogueRecord.institution("1", "City Library", website: "https://library.example")
    let trust = CatalogueRecord.institution("1", "Acme Trust")
    try storage.take([library], in: .organizers)
    try storage.take([trust], in: .sponsors)
    #expect(
      try storage.organizers() == [
        Organizer(id: 1, externalID: "1", name: "City Library", website: "https://library.example")
      ])
    #expect(try storage.sponsors() == [Sponsor(id: 1, externalID: "1", name: "Acme Trust", website: "")])
  }

  @Test func namesAreListedWithoutRegardToCaseAndAccents() throws {
    let names = ["zoe", "Émile", "Eve", "emil", "Ada", "李", "Ömer", "olga"]
    for (number, name) in names.enumerated() { try storage.addSpeakers(.speaker("\(number)", name)) }
    #expect(try storage.speakers().map(\.name) == ["Ada", "emil", "Émile", "Eve", "olga", "Ömer", "zoe", "李"])
  }

  @Test func anUpdateKeepsTheRowAndWhenItWasMade() throws {
    try storage.addSpeakers(.speaker("7", "Ada Byron"))
    try storage.addSpeakers(.speaker("7", "Ada Lovelace", updated: .noon(plus: 1)), at: .noon(plus: 60))
    let speakers = try storage.speakers()
    #expect(speakers.map(\.id) == [1])
    #expect(speakers.map(\.name) == ["Ada Lovelace"])
    #expect(try remoteTimes() == ["7": .noon(plus: 1)])
    #expect(try times(of: "7") == [noon.canonicalText, Instant.noon(plus: 60).canonicalText])
  }

  @Test func aRecordWithoutATimeBringsNewValuesAndKeepsTheTime() throws {
    try storage.addSpeakers(.speaker("7", "Ada", updated: noon), .speaker("8", "Alan", updated: nil))
    #expect(try remoteTimes() == ["7": noon, "8": nil])
    try storage.addSpeakers(.speaker("7", "Ada Lovelace", updated: nil), .speaker("8", "Alan Turing"))
    #expect(try storage.speakers().map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(try remoteTimes() == ["7": noon, "8": noon])
  }

  @Test func aRowTheCentreDroppedLeavesTheListsUntilItIsSeenAgain() throws {
    try storage.addSpeakers(.speaker("7", "Ada"), .speaker("8", "Alan"))
    try directory.connection().execute("UPDATE speakers SET missing_since = '2026-01-01T00:00:00.000000Z'")
    #expect(try storage.speakers().isEmpty)
    #expect(try storage.catalogueSummary().speakers == 0)
    try storage.addSpeakers(.speaker("7", "Ada"), .speaker("8", "Alan Turing", updated: .noon(plus: 1)))
    #expect(try storage.speakers().map(\.name) == ["Ada", "Alan Turing"])
    #expect(try remoteTimes() == ["7": noon, "8": .noon(plus: 1)])
  }

  @Test func changesAreTakenAllOrNotAtAll() throws {
    let short = CatalogueRecord(externalID: "9", values: ["no other members"], remoteUpdatedAt: nil)
    #expect(throws: StorageError.self) { try storage.addSpeakers(.speaker("7", "Ada"), short) }
    #expect(try storage.speakers().isEmpty)
  }

  @Test func aSpeakerAddedHereHasNoPlaceInTheSync() throws {
    try directory.connection().execute(
      "INSERT INTO speakers (name, title, company, bio, created_at, updated_at) VALUES ('Local', '', '', '', '', '')")
    #expect(try storage.speakers().map(\.externalID) == [nil])
    #expect(try remoteTimes() == [:])
  }

  private func remoteTimes() throws -> [String: Instant?] {
    let rows = try directory.connection().query(
      "SELECT external_id, remote_updated_at FROM speakers WHERE external_id IS NOT NULL"
    ) { (try $0.text(), try $0.optionalInstant()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func times(of externalID: String) throws -> [String] {
    try directory.connection().query(
      "SELECT created_at, updated_at FROM speakers WHERE external_id = ?", [.text(externalID)]
    ) { [try $0.text(), try $0.text()] }.flatMap(\.self)
  }
}
