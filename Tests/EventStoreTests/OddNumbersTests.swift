import EventModel
import TestSupport
import Testing

@testable import EventStore

/// Numbers that only somebody with another program can have written are refused, and end no program.
@Suite struct OddNumbersTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test(arguments: ["created", "updated", "unchanged", "missing", "returned", "unnamed_problems", "unnamed_notes"])
  func `A count of a sync that nothing can be added to is said to be wrong`(_ column: String) throws {
    try storage.record(SyncRun(startedAt: noon, finishedAt: noon, source: "", outcomes: [.speakers: SyncOutcome()]))
    try directory.connection().execute("UPDATE sync_outcomes SET \(column) = \(Int64.max)")
    let error = try #require(throws: StorageError.self) { try storage.syncRuns(limit: 1) }
    #expect(error.message.contains("column \(column) holds no count"))
  }

  @Test func `So is the version of an event`() throws {
    let details = EventDetails(title: "Engines", starts: noon, ends: noon, timeZone: "UTC")
    let event = try storage.add(details, by: "ada", at: noon)
    try directory.connection().execute("UPDATE events SET version = \(Int64.max)")
    #expect(throws: StorageError.self) { try storage.events() }
    #expect(throws: StorageError.self) {
      try storage.update(event.id, to: details, basedOn: .max, by: "ada", at: noon)
    }
    #expect(throws: StorageError.self) { try storage.delete([event.id], by: "ada", at: noon) }
  }
}
