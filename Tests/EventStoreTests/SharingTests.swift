import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

/// Several programs and several threads use one database.
@Suite struct SharingTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test func aLockOfAnotherProgramIsSaidInASentence() throws {
    let impatient = try SQLiteStorage(path: directory.file(), busyTimeout: 20)
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    let other = try directory.connection()
    try other.execute("BEGIN IMMEDIATE")
    let error = try #require(throws: StorageError.self) { try impatient.add(.full, by: "ada", at: noon) }
    #expect(error == .busy)
    #expect(error.message.hasPrefix("Another program is writing to the database"))
    #expect(try impatient.events() == [event])
    try other.execute("COMMIT")
    #expect(try impatient.add(.full, by: "ada", at: noon).version == 1)
  }

  @Test func openingDoesNotWaitForAWriter() throws {
    let other = try directory.connection()
    try other.execute("BEGIN IMMEDIATE")
    #expect(try SQLiteStorage(path: directory.file(), busyTimeout: 0).events().isEmpty)
  }

  @Test func readersSeeTheLastFinishedStateDuringALongWrite() throws {
    try storage.addSpeakers(.speaker("1", "Ada"))
    try storage.write { [storage] connection in
      try connection.execute("DELETE FROM speakers")
      #expect(try storage.speakers().map(\.name) == ["Ada"])
    }
    #expect(try storage.speakers().isEmpty)
  }

  @Test func whatIsReadTogetherBelongsTogether() throws {
    let counts = try storage.read { [storage] connection in
      let before = try connection.query("SELECT count(*) FROM events") { try $0.integer() }
      _ = try storage.add(.full, by: "ada", at: noon)
      return try before + connection.query("SELECT count(id) FROM events") { try $0.integer() }
    }
    #expect(counts == [0, 0])
  }

  @Test func anErrorUndoesAllOfAWrite() throws {
    struct Interruption: Error {}
    #expect(throws: Interruption.self) {
      try storage.write { connection in
        try connection.execute("INSERT INTO sync_runs (started_at, finished_at, source) VALUES ('', '', '')")
        throw Interruption()
      }
    }
    #expect(try storage.syncRuns(limit: 1).isEmpty)
  }

  @Test func aReaderCannotWrite() throws {
    let error = #expect(throws: StorageError.self) { try storage.read { try $0.execute("DELETE FROM events") } }
    #expect(error?.message.contains("cannot be written") == true)
  }

  @Test func manyThreadsAndConnectionsLoseNothing() async throws {
    let others = [storage, try directory.storage()]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          let storage = others[number % 2]
          _ = try storage.add(.plain("\(number)"), by: "ada", at: noon)
          _ = try storage.events()
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try storage.events().map(\.details.title)) == Set((0..<40).map(String.init)))
  }

  @Test func oneOfTwoSavesAtOnceIsRefused() async throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    let others = [storage, try directory.storage()]
    let saved = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          let result = Result {
            try others[number % 2].update(event.id, to: .full, basedOn: 1, by: "\(number)", at: noon)
          }
          return (try? result.get()) != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(saved == 1)
    #expect(try storage.event(event.id)?.version == 2)
  }
}
