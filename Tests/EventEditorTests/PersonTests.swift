import EventModel
import Testing

@testable import EventEditor

@Suite("What is known of the highlighted speaker")
struct PersonTests {
  private let catalogue = CatalogueSnapshot(
    speakers: [
      Speaker(
        id: 1, externalID: "1", name: "Grace Hopper", title: "Rear Admiral", company: "US Navy",
        bio: "She wrote the first compiler in 1952 and led the teams whose languages shaped COBOL.")
    ], organizers: [], sponsors: [], lastSync: nil)

  private func screen(width: Int) -> EditorScreen {
    let events: [EventDetails] = [.sample("Compilers", day: 25, speakers: ["Grace Hopper"])]
    var screen = EditorScreen(width: width, events: events, catalogue: catalogue)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("hop")
    return screen
  }

  @Test func standsBesideTheRowsInAWideWindow() {
    let screen = screen(width: 120)
    #expect(screen.line(with: "> [ ] Grace Hopper — Rear Admiral, US Navy").contains("│ She wrote the first compiler"))
    #expect(screen.text.contains("│ On Wed 25 Nov 14:00: Compilers"))
  }

  @Test func theirEventsAreByTheClocksOfTheForm() {
    var talk = EventDetails.sample("Compilers", day: 25, speakers: ["Grace Hopper"])
    talk.timeZone = "America/New_York"
    var screen = EditorScreen(width: 120, events: [talk], catalogue: catalogue)
    screen.type("n<Tab><Tab><Tab>rome<Enter>")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("hop")
    #expect(screen.text.contains("│ On Wed 25 Nov 15:00: Compilers"))
  }

  @Test func standsUnderTheRowsInANarrowOne() {
    let screen = screen(width: 80)
    #expect(screen.text.contains("> [ ] Grace Hopper — Rear Admiral, US Navy"))
    #expect(screen.text.contains("She wrote the first compiler in 1952"))
    #expect(screen.text.contains("On Wed 25 Nov 14:00: Compilers"))
    #expect(screen.text.contains("1 of 1 shown, 0 selected"))
  }

  @Test func thoseNearestToTheFormsDayComeFirstWithoutTheOneThatIsBeingEdited() {
    var events = (10..<30).map { EventDetails.sample("Talk \($0)", day: $0, speakers: ["Grace Hopper"]) }
    events[16].status = .cancelled
    var screen = EditorScreen(width: 140, events: events, catalogue: catalogue)
    screen.type("gjjjjjjjjjjjjjjj<Enter>")
    #expect(screen.line(with: "Title").contains("Talk 25"))
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("hop")
    #expect(!screen.text.contains("On Wed 25 Nov 14:00"))
    #expect(screen.text.contains("│ On Thu 26 Nov 14:00, cancelled: Talk 26"))
    #expect(screen.text.contains("│ On Tue 24 Nov 14:00: Talk 24"))
    #expect(screen.text.contains(" more"))
    #expect(screen.resized(80, 24).text.contains("On Thu 26 Nov 14:00, cancelled: Talk 26 +18 more"))
  }
}
