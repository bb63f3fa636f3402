import EventModel
import Testing

@testable import EventEditor

@Suite("The order of the list")
struct SortTests {
  private let events: [EventDetails] = {
    var cancelled = EventDetails.sample("Zebras", day: 24, organizer: "MIT")
    cancelled.status = .cancelled
    var draft = EventDetails.sample("Éclairs", day: 27, organizer: "City Library")
    draft.status = .draft
    return [cancelled, .sample("compilers", day: 25), .sample("Databases", day: 26, organizer: "MIT"), draft]
  }()

  private func titles(_ screen: EditorScreen) -> [String] {
    screen.state.list.visible.map { screen.state.list.events[$0].details.title }
  }

  @Test func sGoesThroughTheOrdersAndTheScreenSaysWhich() {
    var screen = EditorScreen(width: 118, events: events)
    #expect(titles(screen) == ["Zebras", "compilers", "Databases", "Éclairs"])
    screen.type("s")
    #expect(screen.line(1).hasSuffix("by title"))
    #expect(titles(screen) == ["compilers", "Databases", "Éclairs", "Zebras"])
    screen.type("s")
    #expect(screen.line(1).hasSuffix("by organizer"))
    // Equal ones stay in the order of their start, and those without an organizer come last.
    #expect(titles(screen) == ["Éclairs", "Zebras", "Databases", "compilers"])
    screen.type("s")
    #expect(screen.line(1).hasSuffix("by status"))
    #expect(titles(screen) == ["Éclairs", "compilers", "Databases", "Zebras"])
    screen.type("s")
    #expect(titles(screen) == ["Zebras", "compilers", "Databases", "Éclairs"])
    #expect(screen.status == "Sorted by start")
  }

  @Test func theCursorStaysOnItsEventAndTheFilterKeepsTheOrder() {
    var screen = EditorScreen(events: events)
    screen.type("jj")
    #expect(screen.cursorLine.contains("Databases"))
    screen.type("s")
    #expect(screen.cursorLine.contains("Databases"))
    screen.type("/confirmed<Enter>")
    #expect(titles(screen) == ["compilers", "Databases"])
  }

  @Test func manyTitlesAreInOrderWhateverTheirLength() {
    let many = ["b", "a b", "a", "ab", "", "aa"].map { EventDetails.sample("t" + $0, day: 24) }
    var screen = EditorScreen(events: many)
    screen.type("s")
    #expect(titles(screen) == ["t", "ta", "ta b", "taa", "tab", "tb"])
  }
}
