import EventModel
import Foundation
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

@Suite("A look at a database")
struct StorageInspectionTests {
  private func readyContents(_ inspection: StorageInspection) -> StorageInspection.Contents? {
    guard case .ready(let contents) = inspection.state else { return nil }
    return contents
  }

  @Test("makes none where there is none")
  func missing() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("deep/down/pivotal.db")
    let inspection = inspectStorage(at: path)
    #expect(inspection.state == .missing && inspection.isWritable && inspection.permissions == nil)
    #expect((inspection.freeBytes ?? 0) > 0)
    #expect(try directory.contents().isEmpty)
  }

  @Test("tells what is in it and leaves it as it is")
  func ready() throws {
    let directory = try TemporaryDirectory()
    var outcome = SyncOutcome()
    outcome.created = 2
    let run = SyncRun(
      startedAt: noon, finishedAt: noon, source: "https://centre.example", outcomes: [.speakers: outcome])
    do { try directory.storage().record(run) }
    let before = try directory.contents()
    let inspection = inspectStorage(at: directory.file())
    let contents = try #require(readyContents(inspection))
    #expect(contents.steps == Migration.all.count && contents.knownSteps == contents.steps)
    #expect(contents.damage.isEmpty && contents.hasLog)
    #expect(contents.lastRun?.outcomes[.speakers]?.created == 2)
    #expect(contents.summary?.lastSuccess == noon)
    #expect(inspection.permissions == 0o600 && inspection.isWritable)
    #expect(try directory.contents() == before)
  }

  @Test("leaves one without a write-ahead log without it")
  func withoutLog() throws {
    let directory = try TemporaryDirectory()
    do { _ = try directory.storage() }
    do { _ = try directory.connection().query("PRAGMA journal_mode = DELETE") { try $0.text() } }
    let before = try directory.contents()
    let contents = try #require(readyContents(inspectStorage(at: directory.file())))
    #expect(!contents.hasLog && contents.summary != nil)
    #expect(try directory.contents() == before)
  }

  @Test("leaves a log where a program that was killed left it, and reads what is in it")
  func leftLog() throws {
    let directory = try TemporaryDirectory()
    let storage = try directory.storage()
    try storage.record(SyncRun(startedAt: noon, finishedAt: noon, source: "", outcomes: [.speakers: SyncOutcome()]))
    let left = try TemporaryDirectory()
    for name in ["pivotal.db", "pivotal.db-wal"] {
      try FileManager.default.copyItem(atPath: directory.file(name), toPath: left.file(name))
    }
    let before = try left.contents()
    let contents = try #require(readyContents(inspectStorage(at: left.file())))
    #expect(contents.lastRun?.finishedAt == noon)
    #expect(try left.contents().filter { $0.key != "pivotal.db-shm" } == before)
  }

  @Test("works beside a program that has it open")
  func shared() throws {
    let directory = try TemporaryDirectory()
    let storage = try directory.storage()
    _ = try storage.add(.plain("Talk"), by: "ada", at: noon)
    let inspection = inspectStorage(at: directory.file())
    #expect(readyContents(inspection)?.damage == [])
    #expect(inspection.logBytes > 0)
    #expect(try storage.events().count == 1)
  }

  @Test("names what is another program's, newer, no file, or on another machine")
  func unusable() throws {
    let directory = try TemporaryDirectory()
    func sentence(_ path: String) -> String? {
      if case .unusable(let sentence) = inspectStorage(at: path).state { sentence } else { nil }
    }
    try Data("These are my notes".utf8).write(to: URL(fileURLWithPath: directory.file("notes.txt")))
    #expect(sentence(directory.file("notes.txt"))?.contains("is not a database of Pivotal") == true)
    #expect(sentence(directory.url.path)?.contains("is a directory") == true)
    do { _ = try directory.storage() }
    do { try directory.connection().executeScript("PRAGMA user_version = 99") }
    #expect(sentence(directory.file())?.contains("newer version") == true)
    let remote = inspectStorage(at: "postgres://ada:secret@db.example/events")
    #expect(remote.path == "a PostgreSQL database" && !"\(remote)".contains("secret"))
  }

  @Test("does not bring an older one up to date")
  func older() throws {
    let directory = try TemporaryDirectory()
    do { _ = try SQLiteStorage(path: directory.file(), migrations: Array(Migration.all.prefix(2))) }
    let contents = try #require(readyContents(inspectStorage(at: directory.file())))
    #expect(contents.steps == 2 && contents.lastRun == nil && contents.summary == nil)
    #expect(try directory.connection().query("PRAGMA user_version") { try $0.integer() } == [2])
  }

  @Test("does not take a file that cannot be opened for a damaged one")
  func notOpened() throws {
    let directory = try TemporaryDirectory()
    do { _ = try directory.storage() }
    // In the way of the log.
    try FileManager.default.createDirectory(atPath: directory.file() + "-wal", withIntermediateDirectories: false)
    let sentence = "\(directory.file()) cannot be opened; check that it and its directory can be written."
    #expect(inspectStorage(at: directory.file()).state == .unusable(sentence))
  }

  @Test("finds damage")
  func damaged() throws {
    let directory = try TemporaryDirectory()
    do {
      let storage = try directory.storage()
      for _ in 0..<200 { _ = try storage.add(.plain("Talk"), by: "ada", at: noon) }
    }
    let url = URL(fileURLWithPath: directory.file())
    var bytes = try Data(contentsOf: url)
    #expect(bytes.count > 3 * 4096)
    for index in bytes.indices.dropFirst(4096) { bytes[index] = 0xA5 }
    try bytes.write(to: url)
    #expect(readyContents(inspectStorage(at: directory.file()))?.damage.isEmpty == false)
  }
}
