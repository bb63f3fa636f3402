import EventModel
import Testing

@testable import EventEditor

@Suite("What pickers never do by themselves")
struct PickerRulesTests {
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"
  private static let toOrganizer = toSpeakers + "<Shift-Tab><Shift-Tab>"

  private func form(_ keys: String, events: [EventDetails] = [], width: Int = 80, height: Int = 24) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height, events: events)
    screen.type("n" + keys)
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> [String] { screen.state.form?.speakers.chosen ?? [] }

  // MARK: - Leaving chooses nobody

  @Test(arguments: ["<Tab>", "<Shift-Tab>"])
  func aHighlightedRowIsNotChosenByGoingOn(_ key: String) {
    #expect(chosen(form(Self.toSpeakers + "<Down><Down><Down>" + key)).isEmpty)
    #expect(chosen(form(Self.toSpeakers + "prof<Down>" + key)).isEmpty)
    let organizer = form(Self.toOrganizer + "<Down><Down>" + key)
    #expect(organizer.state.form?.organizer.chosen == "")
    #expect(organizer.state.form?.organizer.editor.isEmpty == true)
    #expect(organizer.state.form?.isChanged == false)
  }

  @Test func aChosenOrganizerIsStillThereHoweverOftenOnePassesIt() {
    var screen = form(Self.toOrganizer + "library<Enter>")
    screen.type("<Tab><Shift-Tab><Shift-Tab><Tab><Down><Down><Tab><Shift-Tab><Esc>k")
    #expect(screen.state.form?.organizer.chosen == "City Library")
  }

  @Test func escapeClosesAnOrganizersListThenPutsTheTextBackThenLeavesTheForm() {
    var screen = form(Self.toOrganizer + "library<Enter>mus")
    #expect(screen.text.contains("2 of 3 shown"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("shown"))
    #expect(screen.beforeCursor.hasSuffix("mus"))
    screen.type("<Esc>")
    #expect(screen.beforeCursor.hasSuffix("City Library"))
    #expect(screen.state.overlays.isEmpty)
    screen.type("<Esc>")
    #expect(screen.text.contains("This event has changes that are not saved."))
    #expect(screen.state.form?.organizer.chosen == "City Library")
  }

  // MARK: - Choices outlive searches

  @Test func choicesSurviveFilteringAndClearingTheFilter() {
    var screen = form(Self.toSpeakers + "knuth<Enter>xyzzy")
    #expect(screen.text.contains("0 of 10 shown, 1 selected"))
    screen.type("<Ctrl-U>turing<Enter>prof")
    #expect(screen.line(with: "Donald Knuth —").contains("[x] Donald Knuth"))
    #expect(screen.line(with: "Barbara Liskov —").contains("[ ] Barbara Liskov"))
    #expect(screen.text.contains("2 of 10 shown, 2 selected"))
    screen.type("<Ctrl-U>")
    #expect(screen.text.contains("10 of 10 shown, 2 selected"))
    #expect(chosen(screen) == ["Donald Knuth", "Alan Turing"])
  }

  @Test(arguments: [(40, 10), (60, 12), (80, 24), (300, 100)])
  func theCountIsThereAtEverySize(_ width: Int, _ height: Int) {
    for keys in ["<Down>", "ada", "xyzzy", "knuth<Enter>", "knuth<Enter>knuth"] {
      let screen = form(Self.toSpeakers + keys, width: width, height: height)
      #expect(screen.text.contains(" of 10 shown, \(chosen(screen).count) selected"), "\(keys):\n\(screen.text)")
    }
    for keys in ["<Down>", "mus", "xyzzy"] {
      #expect(form(Self.toOrganizer + keys, width: width, height: height).text.contains(" of 3 shown"), "\(keys)")
    }
  }

  @Test func thePickerIsTheSameInAnEditAndInADuplicate() {
    for open in ["<Enter>", "p"] {
      var screen = EditorScreen(events: [.sample("Compilers", day: 25, speakers: ["Ada Lovelace"])])
      screen.type(open)
      while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
      screen.type("ada<Enter>knuth<Enter>prof")
      #expect(chosen(screen) == ["Donald Knuth"])
      #expect(screen.text.contains("[x] Donald Knuth — Professor, Stanford University"))
      #expect(screen.text.contains("2 of 10 shown, 1 selected"))
    }
  }

  // MARK: - Badges are safe while something is typed

  @Test func deletingActsOnBadgesOnlyWhileTheTextIsEmpty() {
    let start = Self.toSpeakers + "ada<Enter>knuth<Enter>gr<Home>"
    for key in ["<Backspace>", "<Backspace><Backspace><Backspace>", "<Ctrl-W>", "<Ctrl-U>", "<Del>", "<Ctrl-D>"] {
      let screen = form(start + key)
      #expect(chosen(screen) == ["Ada Lovelace", "Donald Knuth"], "\(key)")
      #expect(screen.state.form?.speakers.focusedBadge == nil, "\(key)")
    }
    #expect(chosen(form(Self.toSpeakers + "ada<Enter>gr<Backspace><Backspace>")) == ["Ada Lovelace"])
  }

  @Test func onEmptyTextNeitherDelNorTheFirstBackspaceTakesABadgeOff() {
    for keys in ["<Del>", "<Ctrl-D>", "<Ctrl-W>", "<Ctrl-U>", "<Ctrl-K>", "<Backspace>", "<Left>"] {
      #expect(chosen(form(Self.toSpeakers + "ada<Enter>" + keys)) == ["Ada Lovelace"], "\(keys)")
    }
  }

  @Test func undoBringsABadgeBackInItsPlaceAlsoAfterEnterTookItOff() {
    var screen = form(Self.toSpeakers + "ada<Enter>knuth<Enter>grace<Enter>knuth<Enter>")
    #expect(chosen(screen) == ["Ada Lovelace", "Grace Hopper"])
    screen.type("<Ctrl-_>")
    #expect(chosen(screen) == ["Ada Lovelace", "Donald Knuth", "Grace Hopper"])
  }

  @Test func undoPutsAMovedBadgeBack() {
    var screen = form(Self.toSpeakers + "ada<Enter>knuth<Enter>grace<Enter><Left><<>")
    #expect(chosen(screen) == ["Ada Lovelace", "Grace Hopper", "Donald Knuth"])
    screen.type("<Ctrl-_>")
    #expect(chosen(screen) == ["Ada Lovelace", "Donald Knuth", "Grace Hopper"])
  }

  // MARK: - Nothing typed

  @Test func whoWasChosenOftenAndLastStandsFirstWhileNothingIsTyped() {
    let events = [("City Museum", "渕一博"), ("City Library", "Grace Hopper"), ("City Museum", "渕一博")].enumerated().map {
      Event(
        id: Event.ID(rawValue: Int64($0 + 1)),
        details: .sample("Talk", day: 20 + $0, organizer: $1.0, speakers: [$1.1]), version: 1, createdBy: "ada",
        createdAt: EditorScreen.now, updatedBy: "ada",
        updatedAt: EditorScreen.now.advanced(bySeconds: Int64($0) * 60))
    }
    let people = ["Ada Lovelace", "Alan Turing", "Grace Hopper", "渕一博"].map {
      Speaker(id: 0, externalID: nil, name: $0, title: "", company: "", bio: "")
    }
    let hosts = ["Alpha Society", "City Library", "City Museum"].map {
      Organizer(id: 0, externalID: nil, name: $0, website: "")
    }
    var screen = EditorScreen(
      catalogue: CatalogueSnapshot(speakers: people, organizers: hosts, sponsors: [], events: events, lastSync: nil))
    screen.type("n" + Self.toSpeakers + "<Down>")
    let names = screen.text.split(separator: "\n").compactMap {
      $0.split(separator: "] ").dropFirst().first.map(String.init)
    }
    #expect(names == ["渕一博", "Grace Hopper", "Ada Lovelace", "Alan Turing"])
    screen.type("<Esc><Shift-Tab><Shift-Tab><Down>")
    #expect(screen.text.contains("> City Museum"))
  }

  // MARK: - What is chosen is highlighted

  @Test func aZoneThatIsChosenIsHighlightedHoweverFarDownItStands() {
    var screen = form("<Tab><Tab><Tab><Down>")
    #expect(screen.text.contains("> Europe/London"), "\(screen.text)")
    screen.type("<Enter>")
    #expect(screen.state.form?.timeZone.chosen == "Europe/London")
    screen.type("<Enter><Down><Enter>")
    #expect(screen.state.form?.timeZone.chosen == "Europe/Luxembourg")
  }

  @Test func anOrganizerWhoIsNotInTheCatalogueIsNotReplacedByOpeningTheList() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25, organizer: "Old Society")])
    screen.type("<Enter>")
    while screen.state.form?.focus != .organizer { screen.type("<Tab>") }
    screen.type("<Enter>")
    #expect(!screen.text.contains("> City Library"))
    screen.type("<Enter><Esc>")
    #expect(screen.state.form?.organizer.chosen == "Old Society")
    screen.type("<Down><Down><Enter>")
    #expect(screen.state.form?.organizer.chosen == "City Library")
  }

  // MARK: - A sync underneath

  @Test func aSyncKeepsTheHighlightOnWhomItWas() {
    var screen = form(Self.toSpeakers + "prof<Down>")
    #expect(screen.text.contains("> [ ] Donald Knuth"))
    let more = ["Aaron Professor", "Abel Professor"].map {
      Speaker(id: 0, externalID: nil, name: $0, title: "Professor", company: "MIT", bio: "")
    }
    let knuth = Speaker(
      id: 0, externalID: nil, name: "Donald Knuth", title: "Professor", company: "Stanford University", bio: "")
    screen.send(
      .catalogueLoaded(
        CatalogueSnapshot(speakers: more + [knuth], organizers: [], sponsors: [], lastSync: EditorScreen.now)))
    #expect(screen.text.contains("3 of 3 shown"))
    #expect(screen.text.contains("> [ ] Donald Knuth"))
    screen.type("<Enter>")
    #expect(chosen(screen) == ["Donald Knuth"])
  }

  @Test func aSyncThatTakesTheHighlightedOneAwayHighlightsNobodyElseInTheirPlace() {
    var screen = form(Self.toSpeakers + "<Down><Down><Down>")
    #expect(screen.text.contains("> [ ] Alan Turing"))
    let others = ["Ada Lovelace", "Barbara Liskov", "Grace Hopper"].map {
      Speaker(id: 0, externalID: nil, name: $0, title: "", company: "", bio: "")
    }
    screen.send(
      .catalogueLoaded(CatalogueSnapshot(speakers: others, organizers: [], sponsors: [], lastSync: EditorScreen.now)))
    screen.type("<Enter>")
    #expect(chosen(screen).isEmpty, "Enter was meant for somebody who is not there any more")
    screen.type("<Down><Enter>")
    #expect(chosen(screen).count == 1)
  }

  @Test func theListOfEventsReloadsWithTheSelectionKept() {
    let events: [EventDetails] = (20...26).map { .sample("Event \($0)", day: $0) }
    var screen = EditorScreen(events: events)
    screen.type("Gk")
    #expect(screen.cursorLine.contains("Event 25"))
    var list = screen.stored
    list.removeAll { $0.details.title == "Event 20" }
    screen.send(.eventsLoaded(EventsSnapshot(list, over: nil)))
    #expect(screen.cursorLine.contains("Event 25"))
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(.sample([:]))))
    screen.send(.eventsLoaded(EventsSnapshot(screen.stored, over: nil)))
    #expect(screen.state.list.selected?.details.title == "Event 25")
  }
}
