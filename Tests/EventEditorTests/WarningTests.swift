import EventModel
import Testing

@testable import EventEditor

@Suite("Warnings, not walls")
struct WarningTests {
  private func screen(_ others: [EventDetails], keys: String) -> EditorScreen {
    var screen = EditorScreen(width: 120, height: 40, events: others)
    screen.type("nTalk<Tab>2026-11-25 14:30<Tab>" + keys)
    return screen
  }

  private func goTo(_ field: EventField, _ screen: inout EditorScreen) {
    while screen.state.form?.focus != field { screen.type("<Tab>") }
  }

  @Test func aSpeakerAtAnOverlappingTimeIsNamedWithTheEventAndTheSaveGoesThrough() {
    var screen = screen([.sample("Compilers", day: 25, speakers: ["Grace Hopper"])], keys: "")
    goTo(.speakers, &screen)
    screen.type("hopper<Enter><Esc>")
    #expect(screen.status == "Speakers: Grace Hopper is also at “Compilers”, 14:00 to 15:00")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.count == 2)
  }

  @Test func ofSeveralWarningsTheFirstIsSaidAndHowManyFollow() {
    let first = EventDetails.sample("Compilers", day: 25, speakers: ["grace hopper", "Ada Lovelace"])
    var screen = screen([first, .sample("Engines", day: 25, speakers: ["Ada Lovelace"])], keys: "")
    goTo(.speakers, &screen)
    screen.type("hopper<Enter>ada<Enter>Nobody<Down><Enter><Esc>")
    #expect(screen.status == "Speakers: Grace Hopper is also at “Compilers”, 14:00 to 15:00, and 3 more")
    screen.type("<Left>")
    #expect(screen.status == "Nobody, 3 of 3: Backspace takes it off. Nobody is not in the catalogue")
    screen.type("<Left>")
    #expect(
      screen.status.hasPrefix("Ada Lovelace, 2 of 3: Backspace takes it off. Ada Lovelace is also at “Compilers”"))
    #expect(screen.status.hasSuffix("14:00 to 15:00, and 1 more"))
  }

  @Test func whileTheStartIsTypedTheEndIsWhereItWillBe() {
    var other = EventDetails.sample("Later", day: 25)
    other.starts = other.starts.advanced(bySeconds: 4 * 3600)
    other.ends = other.starts.advanced(bySeconds: 3600)
    var event = EventDetails.sample("Talk", day: 25)
    (event.venue, other.venue) = ("Hall", "Hall")
    var screen = EditorScreen(width: 120, height: 40, events: [event, other])
    screen.type("<Enter><Tab>2026-11-25 18:30")
    #expect(screen.line(with: "Venue").contains("Taken by “Later”"))
    #expect(!screen.text.contains("End is before start"))
    screen.type("<Tab><Shift-Tab><End><Ctrl-U>2026-11-25 21:00")
    #expect(!screen.text.contains("Taken by") && !screen.text.contains("End is before start"))
  }

  @Test func anEventThatOnlyTouchesOrIsCancelledIsNoClash() {
    var cancelled = EventDetails.sample("Off", day: 25, speakers: ["Grace Hopper"])
    cancelled.status = .cancelled
    var before = EventDetails.sample("Before", day: 25, speakers: ["Grace Hopper"])
    before.starts = before.starts.advanced(bySeconds: -1800)
    before.ends = before.starts.advanced(bySeconds: 3600)
    var screen = screen([cancelled, before], keys: "")
    goTo(.speakers, &screen)
    screen.type("hopper<Enter><Esc>")
    #expect(!screen.text.contains("is also at"))
  }

  @Test func aVenueThatIsTakenIsNamedUnlessItStandsInAnotherTown() {
    var other = EventDetails.sample("Compilers", day: 25)
    other.venue = "Town Hall"
    other.city = "Zürich"
    var screen = screen([other], keys: "<Tab><Tab>town hall")
    #expect(screen.status == "Venue: Taken by “Compilers”, 14:00 to 15:00")
    screen.type("<Tab>Bern<Shift-Tab>")
    #expect(!screen.text.contains("Taken by"))
  }

  @Test func aPastDateIsSaid() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>2020-01-01 10:00")
    #expect(screen.status.hasSuffix("Starts: Wed 1 Jan 2020 10:00 Europe/London, in the past"))
    screen.type("<Ctrl-S>")
    #expect(screen.status == "Saved")
  }

  @Test func aChosenNameThatIsGoneFromTheCatalogueIsSaid() {
    let event = EventDetails.sample(
      "Talk", day: 25, organizer: "Old Society", speakers: ["Ada Lovelace", "Gone Person"])
    var screen = EditorScreen(events: [event])
    screen.type("<Enter>")
    #expect(screen.line(with: "Organizer").contains("Old Society                          v  not in the catalogue"))
    goTo(.speakers, &screen)
    #expect(screen.status == "Speakers: Gone Person is not in the catalogue")
  }

  @Test func anEventOfSeveralDaysIsNamedWithItsDays() {
    var long = EventDetails.sample("Exhibition", day: 24, speakers: ["Grace Hopper"])
    long.ends = long.starts.advanced(bySeconds: 2 * 86_400)
    var screen = screen([long], keys: "")
    goTo(.speakers, &screen)
    screen.type("hopper<Enter><Esc>")
    #expect(
      screen.status
        == "Speakers: Grace Hopper is also at “Exhibition”, Tue 24 Nov 14:00 to Thu 26 Nov 14:00")
  }
}
