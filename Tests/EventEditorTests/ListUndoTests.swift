import EventModel
import Testing

@testable import EventEditor

@Suite("Undo in the list")
struct ListUndoTests {
  private let events: [EventDetails] = [.sample("Accessibility", day: 24), .sample("Compilers", day: 25)]

  @Test func aDeletedEventComesBackWithItsNumber() {
    var screen = EditorScreen(events: events)
    screen.type("dyu")
    #expect(screen.status == "Undone: “Accessibility” is back")
    #expect(screen.stored.contains { $0.id.rawValue == 1 && $0.details == events[0] })
    #expect(screen.cursorLine.contains("Accessibility"))
    screen.type("<Ctrl-Y>")
    #expect(screen.status == "Redone: “Accessibility” is deleted")
    #expect(screen.stored.map(\.id.rawValue) == [2])
  }

  @Test func allThatWereDeletedTogetherComeBackTogether() {
    var screen = EditorScreen(events: events)
    screen.type("*dy")
    #expect(screen.stored.isEmpty)
    screen.type("u")
    #expect(screen.status == "Undone: 2 events are back")
    #expect(screen.stored.count == 2)
  }

  @Test func anEditIsTakenBackAndMadeAgain() {
    var screen = EditorScreen(events: events)
    screen.type("<Enter> II<Ctrl-S>u")
    #expect(screen.status == "Undone: “Accessibility” is as before")
    #expect(screen.cursorLine.contains("Accessibility "))
    screen.type("<Ctrl-Y>")
    #expect(screen.status == "Redone: “Accessibility II” is changed again")
    #expect(screen.cursorLine.contains("Accessibility II"))
  }

  @Test func aNewEventAndADuplicateGoAgain() {
    var screen = EditorScreen(events: events)
    screen.type("nDatabases<Tab>2026-12-01 10:00<Ctrl-S>p2026-12-02 10:00<Ctrl-S>")
    #expect(screen.stored.count == 4)
    screen.type("uu")
    #expect(screen.stored.map(\.details.title).sorted() == ["Accessibility", "Compilers"])
    #expect(screen.status == "Undone: “Databases” is deleted")
    screen.type("u")
    #expect(screen.status == "Nothing to undo")
  }

  @Test func whatSomebodyElseHasChangedIsNotUndone() {
    var screen = EditorScreen(events: events)
    screen.type("<Enter> II<Ctrl-S>")
    screen.changeElsewhere(1) { $0.venue = "Main hall" }
    screen.type("u")
    #expect(screen.status == "Not undone: grace has changed “Accessibility II” since then")
    #expect(screen.stored.first { $0.id.rawValue == 1 }?.details.venue == "Main hall")
  }

  @Test func aNewChangeForgetsWhatCouldBeRedone() {
    var screen = EditorScreen(events: events)
    screen.type("dyudy<Ctrl-Y>")
    #expect(screen.status == "Nothing to redo")
  }
}
