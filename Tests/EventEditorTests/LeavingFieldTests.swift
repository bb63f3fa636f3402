import EventModel
import Testing

@testable import EventEditor

@Suite("Every way of leaving a field commits it")
struct LeavingFieldTests {
  private static let goingOn = ["<Tab>", "<Ctrl-N>", "<Shift-Tab>", "<Ctrl-P>"]
  private static let saving = ["<Ctrl-S>", "<F2>", "<Esc>s", "<Ctrl-C>s", "<Ctrl-Q>s", "<Ctrl-X><Enter>"]

  /// The form of an event from 14:00 to 15:00, with the focus on a field.
  private func form(_ field: EventField) -> EditorScreen {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter>")
    while screen.state.form?.focus != field { screen.type("<Tab>") }
    return screen
  }

  @Test(arguments: goingOn + ["<Enter>"])
  func aStartThatIsLeftHasTakenTheEndAlong(_ key: String) {
    var screen = form(.starts)
    screen.type("2026-11-30 10:00" + key)
    #expect(screen.state.form?.focus != .starts)
    #expect(screen.state.form?.ends.text == "11:00")
  }

  @Test(arguments: saving)
  func aSaveFromTheFieldTakesItAlongToo(_ keys: String) {
    var screen = form(.starts)
    screen.type("2026-11-30 10:00" + keys)
    #expect(screen.stored.map(\.details.starts.iso8601) == ["2026-11-30T10:00:00Z"])
    #expect(screen.stored.map(\.details.ends.iso8601) == ["2026-11-30T11:00:00Z"])
  }

  @Test(arguments: saving)
  func aDayFromTheCalendarIsCommittedAsWell(_ keys: String) {
    var screen = form(.starts)
    screen.type("<Down><Right><Enter>" + keys)
    #expect(screen.stored.map(\.details.starts.iso8601) == ["2026-11-26T14:00:00Z"])
    #expect(screen.stored.map(\.details.ends.iso8601) == ["2026-11-26T15:00:00Z"])
  }

  @Test(arguments: ["<Ctrl-S>", "<F2>", "<Ctrl-Q>s", "<Ctrl-X><Enter>", "<Tab><Ctrl-S>", "<Shift-Tab><Ctrl-S>"])
  func aNameThatIsTypedInFullIsChosenByLeaving(_ keys: String) {
    var screen = form(.speakers)
    screen.type("grace hopper" + keys)
    #expect(screen.stored.map(\.details.speakers) == [["Grace Hopper"]])
    screen = form(.organizer)
    screen.type("city library" + keys)
    #expect(screen.stored.map(\.details.organizer) == ["City Library"])
    screen = form(.timeZone)
    screen.type("europe/rome" + keys)
    #expect(screen.stored.map(\.details.timeZone) == ["Europe/Rome"])
  }

  @Test(arguments: saving)
  func textIsSavedFromTheFieldItStandsIn(_ keys: String) {
    for field in [EventField.title, .venue, .city, .description] {
      var screen = form(field)
      screen.type("More" + keys)
      let details = screen.stored.first?.details
      let texts = [details?.title, details?.venue, details?.city, details?.description]
      #expect(texts.contains { $0?.hasSuffix("More") == true }, "\(field)")
    }
  }

  @Test(arguments: ["<Ctrl-S>", "<F2>"])
  func oneKeySavesAlsoWhereSomethingIsOpen(_ key: String) {
    let places: [(EventField, String)] = [
      (.starts, "<Down><Right>"), (.ends, "<F4>"), (.organizer, "<Down><Down>"), (.status, "<Enter>"),
      (.speakers, "<Down><Down>"), (.speakers, "ada<Enter><Left>"),
    ]
    for (field, keys) in places {
      var screen = form(field)
      screen.type(keys + key)
      #expect(screen.status == "Saved", "\(field) \(keys)")
    }
  }

  // MARK: - Nothing that is wrong holds anybody

  private static let wrong: [(field: EventField, text: String, words: String)] = [
    (.title, "<Ctrl-U>", "Title is missing"), (.starts, "tomorow", "'tomorow' is not a date"),
    (.starts, "03/04 9", "could be 3 April or 4 March"), (.ends, "soon", "'soon' is not an end"),
    (.ends, "2026-11-24 13:00", "End is before start"), (.link, "x.y", "needs"), (.capacity, "many", "many"),
    (.organizer, "mus<Esc>", "not chosen: Enter takes"), (.speakers, "prof<Esc>", "not chosen: Enter adds"),
  ]

  @Test(arguments: wrong, goingOn)
  func aFieldThatIsWrongBlocksNeitherGoingOnNorBack(
    _ wrong: (field: EventField, text: String, words: String), _ key: String
  ) {
    var screen = form(wrong.field)
    screen.type(wrong.text + key)
    #expect(screen.state.form?.focus != wrong.field)
    let isShown = screen.line(with: wrong.field.label).contains(wrong.words)
    let isMarked = screen.line(with: wrong.field.label).contains("!")
    #expect(isShown || isMarked, "\(screen.text)")
    screen.type("<Ctrl-S>")
    #expect(screen.status.hasPrefix("Not saved: "))
    #expect(screen.status.contains(wrong.words), "\(screen.status)")
    #expect(screen.state.form?.focus == wrong.field)
    #expect(screen.stored.first?.version == 1)
  }
}
