import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import EventStore

@Suite struct EventTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test(arguments: [EventDetails.full, .plain("Plain")])
  func anEventComesBackAsItWasAdded(details: EventDetails) throws {
    let added = try storage.add(details, by: "ada", at: noon)
    let expected = Event(
      id: Event.ID(rawValue: 1), details: details, version: 1, createdBy: "ada", createdAt: noon, updatedBy: "ada",
      updatedAt: noon)
    #expect(added == expected)
    #expect(try storage.event(added.id) == expected)
    #expect(try directory.storage().events() == [expected])
  }

  @Test func eventsAreListedByStart() throws {
    for (title, offset) in [("last", 20), ("first", -10), ("same a", 5), ("same b", 5)] as [(String, Int64)] {
      _ = try storage.add(.plain(title, starts: .noon(plus: offset)), by: "ada", at: noon)
    }
    #expect(try storage.events().map(\.details.title) == ["first", "same a", "same b", "last"])
  }

  @Test func aSaveChangesTheDetailsAndSaysByWhom() throws {
    let old = try storage.add(.plain("Old"), by: "ada", at: noon)
    let later = Instant.noon(plus: 60)
    let new = try storage.update(old.id, to: .full, basedOn: 1, by: "grace", at: later)
    let expected = Event(
      id: old.id, details: .full, version: 2, createdBy: "ada", createdAt: noon, updatedBy: "grace", updatedAt: later)
    #expect(new == expected)
    #expect(try storage.events() == [expected])
  }

  @Test func aSaveOverSomeoneElsesIsRefused() throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    let theirs = try storage.update(event.id, to: .full, basedOn: 1, by: "Grace", at: .noon(plus: 60))
    let error = try #require(throws: StorageError.self) {
      try storage.update(event.id, to: .plain("Mine"), basedOn: 1, by: "ada", at: .noon(plus: 90))
    }
    #expect(error == .changedMeanwhile(by: "Grace", at: .noon(plus: 60)))
    #expect(error.message.hasPrefix("Grace saved this event at \(Instant.noon(plus: 60).iso8601), after you opened it"))
    #expect(try storage.event(event.id) == theirs)
  }

  @Test func aDeletedEventIsGone() throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    _ = try storage.delete([event.id], by: "ada", at: noon)
    #expect(try storage.event(event.id) == nil)
    #expect(throws: StorageError.noSuchEvent(event.id)) { try storage.delete([event.id], by: "ada", at: noon) }
    #expect(throws: StorageError.noSuchEvent(event.id)) {
      try storage.update(event.id, to: .full, basedOn: 1, by: "ada", at: noon)
    }
  }

  @Test func theNumberOfADeletedEventIsNotGivenOutAgain() throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    _ = try storage.delete([event.id], by: "ada", at: noon)
    #expect(try storage.add(.plain("Another"), by: "ada", at: noon).id != event.id)
  }

  @Test func textIsDataAndNeverSQL() throws {
    let title = "'); DROP TABLE events; --"
    let event = try storage.add(.plain(title), by: "o'brien", at: noon)
    #expect(try storage.events() == [event])
    #expect(event.details.title == title)
  }

  @Test func whatTheSchemaForbidsIsSaidInASentence() throws {
    var details = EventDetails.full
    details.capacity = -1
    let error = try #require(throws: StorageError.self) { try storage.add(details, by: "ada", at: noon) }
    #expect(error.message.hasPrefix("The database refused a value (CHECK constraint failed: capacity"))
    #expect(try storage.events().isEmpty)
  }

  @Test(arguments: [
    "UPDATE events SET starts_at = 'a', ends_at = 'b'", "UPDATE events SET speakers = '[1]'",
    "UPDATE events SET created_at = ''",
  ])
  func aDamagedRowIsAnErrorAndNoTrap(script: String) throws {
    _ = try storage.add(.full, by: "ada", at: noon)
    try directory.connection().executeScript(script)
    let error = try #require(throws: StorageError.self) { try storage.events() }
    #expect(error.message.contains("is damaged (a column does not hold"))
  }
}
