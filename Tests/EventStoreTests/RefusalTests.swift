import EventModel
import Foundation
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

/// What is not ours, or not ours yet, is refused in one sentence and left byte for byte as it was.
@Suite struct RefusalTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(arguments: [
    "Dear diary", "SQLite format 3\0", "SQLite format 3\0" + String(repeating: "\0", count: 8_000),
  ])
  func aFileThatIsNoDatabase(text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: directory.file()))
    try expectRefusal("is not a database of Pivotal and was left as it is")
  }

  @Test(arguments: [
    "CREATE TABLE notes (text)", "PRAGMA application_id = 7", "PRAGMA user_version = 1",
    "PRAGMA journal_mode = WAL; CREATE TABLE notes (text)",
  ])
  func aDatabaseOfAnotherProgram(script: String) throws {
    try directory.makeDatabase(script)
    try expectRefusal("is not a database of Pivotal and was left as it is")
  }

  @Test func aDatabaseWithAStepWeDoNotKnow() throws {
    let future = Migration(name: "0002-future", sql: "CREATE TABLE future (id INTEGER) STRICT;")
    _ = try SQLiteStorage(path: directory.file(), migrations: Migration.all + [future])
    try expectRefusal("was written by a newer version of Pivotal and was left as it is; update Pivotal to open it")
  }

  @Test(arguments: [
    "PRAGMA user_version = 99", "INSERT INTO schema_migrations VALUES (99, '0099-future')",
    "UPDATE schema_migrations SET name = '0001-another' WHERE position = 1",
  ])
  func aDatabaseWhoseStepsAreOthers(script: String) throws {
    _ = try directory.storage()
    try directory.connection().executeScript(script)
    try expectRefusal("was written by a newer version of Pivotal")
  }

  @Test func aNewerDatabaseWhoseLogIsNotWrittenBack() throws {
    _ = try directory.storage()
    let writer = try directory.connection()
    writer.setCheckpointsOnClose(false)
    try writer.executeScript("INSERT INTO schema_migrations VALUES (99, '0099-future')")
    let before = try directory.contents()
    #expect(before["pivotal.db-wal"]?.isEmpty == false)
    _ = try #require(throws: StorageError.self) { try directory.storage() }
    let after = try directory.contents()
    #expect(after["pivotal.db"] == before["pivotal.db"])
    #expect(after["pivotal.db-wal"] == before["pivotal.db-wal"])
  }

  @Test(arguments: ["postgres://ada:secret@db/pivotal", "postgresql://db/pivotal", "POSTGRES://db"])
  func aPostgresLocation(location: String) throws {
    let error = try #require(throws: StorageError.self) { try openStorage(at: location) }
    #expect(
      error.message == "A PostgreSQL database cannot be used yet; set PIVOTAL_DATABASE to the path of a file instead.")
  }

  @Test func aDirectory() throws {
    let error = try #require(throws: StorageError.self) { try openStorage(at: directory.url.path) }
    #expect(error.message == "\(directory.url.path) is a directory; set PIVOTAL_DATABASE to the path of a file.")
  }

  @Test func aPipe() throws {
    #expect(mkfifo(directory.file(), 0o600) == 0)
    let error = try #require(throws: StorageError.self) { try directory.storage() }
    #expect(error.message.contains("is not an ordinary file"))
  }

  @Test(arguments: ["", "a\0b"])
  func noPathAtAll(location: String) throws {
    let error = try #require(throws: StorageError.self) { try openStorage(at: location) }
    #expect(error.message == "No database is named; set PIVOTAL_DATABASE to the path of a file.")
  }

  @Test func aDirectoryThatCannotBeMade() throws {
    try Data().write(to: URL(fileURLWithPath: directory.file("blocker")))
    let path = directory.file("blocker") + "/below/pivotal.db"
    let error = try #require(throws: StorageError.self) { try openStorage(at: path) }
    #expect(error.message.hasPrefix("\(path) cannot be opened (Not a directory); set PIVOTAL_DATABASE to a path"))
  }

  private func expectRefusal(_ words: String) throws {
    let before = try directory.contents()
    let error = try #require(throws: StorageError.self) { try directory.storage() }
    #expect(error.message.hasPrefix(directory.file() + " " + words))
    #expect(try directory.contents() == before)
  }
}

@Suite struct NewFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func missingDirectoriesAreMadeForTheOwnerAlone() throws {
    let path = directory.file("share/pivotal/pivotal.db")
    let storage = try openStorage(at: path)
    _ = try storage.add(.full, by: "ada", at: noon)
    #expect(try mode(directory.file("share")) == 0o700)
    #expect(try mode(directory.file("share/pivotal")) == 0o700)
    for name in ["", "-wal", "-shm"] { #expect(try mode(path + name) == 0o600) }
  }

  @Test func anEmptyFileBecomesOurs() throws {
    try Data().write(to: URL(fileURLWithPath: directory.file()))
    let event = try directory.storage().add(.full, by: "ada", at: noon)
    #expect(try directory.storage().events() == [event])
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
