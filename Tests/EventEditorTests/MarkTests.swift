import EventModel
import Testing

@testable import EventEditor

@Suite("Marks in the list")
struct MarkTests {
  private let events: [EventDetails] = [
    .sample("Accessibility", day: 24, organizer: "City Library"), .sample("Compilers", day: 25, organizer: "MIT"),
    .sample("Databases", day: 26), .sample("Editors", day: 27),
  ]

  @Test func spaceMarksOneAndGoesOnAndTheCountIsSaidInWords() {
    var screen = EditorScreen(events: events)
    #expect(screen.line(1).hasSuffix("4 events"))
    screen.type("<Space><Space>")
    #expect(screen.line(1).hasSuffix("2 marked, 4 events"))
    #expect(screen.line(with: "Accessibility").hasPrefix(" *"))
    #expect(screen.line(with: "Compilers").hasPrefix(" *"))
    #expect(screen.cursorLine.contains("Databases"))
    screen.type("k<Space>")
    #expect(screen.line(1).hasSuffix("1 marked, 4 events"))
  }

  @Test func starMarksAllThatAreShownAndAgainNone() {
    var screen = EditorScreen(events: events)
    screen.type("/2026-11-2<Enter><Esc>/comp<Enter>*")
    #expect(screen.line(1).hasSuffix("1 marked, 1 of 4 events"))
    screen.type("<Esc>")
    #expect(screen.line(1).hasSuffix("1 marked, 4 events"))
    screen.type("*")
    #expect(screen.line(1).hasSuffix("4 marked, 4 events"))
    screen.type("*")
    #expect(screen.line(1).hasSuffix("4 events"))
    #expect(!screen.text.contains("marked"))
  }

  @Test func marksSurviveTheFilterAndAReload() {
    var screen = EditorScreen(events: events)
    screen.type("<Space>/data<Enter>")
    #expect(screen.line(1).hasSuffix("1 marked, 1 of 4 events"))
    screen.changeElsewhere(1) { $0.title = "Accessibility II" }
    screen.send(.eventsLoaded(EventsSnapshot(screen.stored.sorted { $0.details.starts < $1.details.starts })))
    screen.type("<Esc>")
    #expect(screen.line(with: "Accessibility II").hasPrefix(" *"))
  }

  @Test func escapeClearsTheFilterThenTheMarksThenSaysHowToQuit() {
    for key in ["<Esc>", "<Ctrl-C>"] {
      var screen = EditorScreen(events: events)
      screen.type("<Space>/data<Enter>\(key)")
      #expect(screen.line(1).hasSuffix("1 marked, 4 events"))
      screen.type(key)
      #expect(!screen.text.contains("marked"))
      #expect(!screen.asked.contains(.quit))
      screen.type(key)
      #expect(screen.asked.contains(.quit) == (key == "<Ctrl-C>"))
      #expect(key == "<Ctrl-C>" || screen.status == "q quits")
    }
  }

  @Test func deleteAsksWithTheNumberAndTheNamesAndTakesTheMarked() {
    var screen = EditorScreen(events: events)
    screen.type("<Space>j<Space>d")
    #expect(screen.text.contains("Delete 2 events: “Accessibility”, “Databases”?"))
    screen.type("y")
    #expect(screen.status == "2 events deleted")
    #expect(screen.stored.map(\.details.title) == ["Compilers", "Editors"])
    #expect(!screen.text.contains("marked"))
  }

  @Test func manyLongNamesLeaveRoomForTheAnswers() {
    let long = (20...29).map { EventDetails.sample(String(repeating: "A long title ", count: 15) + "\($0)", day: $0) }
    var screen = EditorScreen(width: 40, height: 10, events: long)
    screen.type("*d")
    #expect(screen.text.contains("Delete 10 events"))
    #expect(screen.cursorLine.contains(">[N] No"))
    #expect(screen.line(with: "└").hasSuffix("┘"))
    screen.type("n")
    #expect(screen.stored.count == 10)
  }

  @Test func duplicateTakesTheMarkedOneAfterTheOther() {
    var screen = EditorScreen(events: events)
    screen.type("<Space><Space>p")
    #expect(screen.status.contains("Duplicate of “Accessibility”, 1 more to come"))
    screen.type("2026-12-01 18:00<Ctrl-S>")
    #expect(screen.line(with: "Title").contains("Compilers"))
    #expect(screen.status.contains("Duplicate of “Compilers”, the last one"))
    screen.type("2026-12-02 18:00<Ctrl-S>")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.stored.count == 6)
  }

  @Test func leavingADuplicateAsksWhetherTheOthersAreToFollow() {
    var screen = EditorScreen(events: events)
    screen.type("*p<Esc>")
    #expect(screen.text.contains("3 more marked events are still to be duplicated."))
    screen.type("<Enter>")
    #expect(screen.line(with: "Title").contains("Compilers"))
    #expect(screen.status.contains("Duplicate of “Compilers”, 2 more to come"))
    screen.type("2026-12-02 18:00<Ctrl-S><Esc>")
    #expect(screen.text.contains("One more marked event is still to be duplicated."))
    screen.type("g2026-12-04 18:00<Ctrl-S>")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.stored.suffix(2).map(\.details.title) == ["Compilers", "Editors"])
  }

  @Test(arguments: ["s", "<Esc>", "<Right><Enter>"])
  func theOthersCanBeLeftAndThatIsSaid(_ answer: String) {
    var screen = EditorScreen(events: events)
    screen.type("*p<Esc>\(answer)")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.status == "3 marked events are not duplicated")
    screen.type("n<Esc>")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.stored.count == 4)
  }

  @Test func soIsOneWithChangesThatAreDiscarded() {
    var screen = EditorScreen(events: events)
    screen.type("<Space><Space>ptomorrow<Esc>")
    #expect(screen.text.contains("This event has changes that are not saved."))
    screen.type("d")
    #expect(screen.text.contains("One more marked event is still to be duplicated."))
    screen.type("s")
    #expect(screen.status == "1 marked event is not duplicated")
  }
}
