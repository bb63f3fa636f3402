import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventStore

@Suite("Who changed an event, and taking changes back")
struct HistoryTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test func everyChangeIsNotedWithWhoWhenAndWhat() throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    var details = event.details
    details.title = "Talk II"
    details.venue = "Main hall"
    details.speakers = ["Ada", "Łukasz \"Luk\" Żal"]
    _ = try storage.update(event.id, to: details, basedOn: 1, by: "grace", at: .noon(plus: 60))
    _ = try storage.delete([event.id], by: "alan", at: .noon(plus: 120))
    let history = try storage.history(of: event.id)
    #expect(history.map(\.kind) == [.deleted, .changed, .created])
    #expect(history.map(\.user) == ["alan", "grace", "ada"])
    #expect(history.map(\.at) == [.noon(plus: 120), .noon(plus: 60), noon])
    #expect(history.map(\.version) == [2, 2, 1])
    #expect(
      history[1].fields == [
        FieldChange(field: .title, before: "Talk", after: "Talk II"),
        FieldChange(field: .venue, before: "", after: "Main hall"),
        FieldChange(field: .speakers, before: "", after: "Ada, Łukasz \"Luk\" Żal"),
      ])
    // What went with a deleted event can still be read.
    #expect(
      history[0].fields.first { $0.field == .venue } == FieldChange(field: .venue, before: "Main hall", after: ""))
    #expect(try storage.history(of: Event.ID(rawValue: 99)).isEmpty)
  }

  @Test func aSaveThatIsRefusedLeavesNoTrace() throws {
    let event = try storage.add(.plain("Talk"), by: "ada", at: noon)
    #expect(throws: StorageError.self) {
      try storage.update(event.id, to: .full, basedOn: 9, by: "grace", at: .noon(plus: 60))
    }
    #expect(try storage.history(of: event.id).count == 1)
  }

  @Test func deletedEventsComeBackUnderTheirNumbersInANewVersion() throws {
    let events = try ["One", "Two"].map { try storage.add(.plain($0), by: "ada", at: noon) }
    let gone = try storage.delete(events.map(\.id), by: "ada", at: .noon(plus: 60))
    #expect(gone == events)
    #expect(try storage.events().isEmpty)
    let back = try storage.revert(gone.map { EventChange(before: $0, after: nil) }, by: "ada", at: .noon(plus: 120))
    let now = try storage.events()
    #expect(now.map(\.details) == events.map(\.details))
    #expect(now.map(\.id) == events.map(\.id))
    #expect(now.map(\.version) == [2, 2])
    #expect(now.map(\.createdAt) == [noon, noon])
    #expect(try storage.history(of: events[0].id).first?.kind == .restored)
    // What was done can be taken back in its turn.
    _ = try storage.revert(back, by: "ada", at: .noon(plus: 180))
    #expect(try storage.events().isEmpty)
  }

  @Test func anEditIsTakenBackAndMadeAgain() throws {
    let before = try storage.add(.plain("Talk"), by: "ada", at: noon)
    let after = try storage.update(before.id, to: .full, basedOn: 1, by: "ada", at: noon)
    let undone = try storage.revert([EventChange(before: before, after: after)], by: "ada", at: noon)
    #expect(try storage.event(before.id)?.details == before.details)
    _ = try storage.revert(undone, by: "ada", at: noon)
    #expect(try storage.event(before.id)?.details == .full)
    #expect(try storage.event(before.id)?.version == 4)
  }

  @Test func aChangeOfSomebodyElseStandsInTheWayOfAll() throws {
    let events = try ["One", "Two"].map { try storage.add(.plain($0), by: "ada", at: noon) }
    _ = try storage.update(events[0].id, to: .full, basedOn: 1, by: "grace", at: .noon(plus: 60))
    #expect(throws: StorageError.changedMeanwhile(by: "grace", at: .noon(plus: 60))) {
      try storage.revert(events.map { EventChange(before: nil, after: $0) }, by: "ada", at: noon)
    }
    #expect(try storage.events().count == 2)
    _ = try storage.delete([events[1].id], by: "grace", at: noon)
    #expect(throws: StorageError.noSuchEvent(events[1].id)) {
      try storage.revert([EventChange(before: nil, after: events[1])], by: "ada", at: noon)
    }
  }

  @Test func ofEventsThatAreGoneInPartTheOthersAreDeleted() throws {
    let events = try ["One", "Two"].map { try storage.add(.plain($0), by: "ada", at: noon) }
    _ = try storage.delete([events[0].id], by: "grace", at: noon)
    #expect(try storage.delete(events.map(\.id), by: "ada", at: noon) == [events[1]])
    #expect(try storage.events().isEmpty)
  }
}
