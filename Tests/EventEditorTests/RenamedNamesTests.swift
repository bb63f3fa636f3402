import EventModel
import Testing

@testable import EventEditor

@Suite("Chosen names that are called otherwise now")
struct RenamedNamesTests {
  private static let catalogue = CatalogueSnapshot(
    speakers: ["Ada Lovelace", "John A. Smith", "John B. Smith"].map {
      Speaker(id: 0, externalID: nil, name: $0, title: "", company: "", bio: "")
    },
    organizers: [Organizer(id: 0, externalID: nil, name: "City Library", website: "")], sponsors: [],
    newNames: [
      .speakers: ["Ada Byron": ["Ada Lovelace"], "John Smith": ["John A. Smith", "John B. Smith"]],
      .organizers: ["Town Library": ["City Library"]],
    ], lastSync: nil)

  private func form(_ speakers: [String], organizer: String? = nil, focus: EventField) -> EditorScreen {
    var screen = EditorScreen(
      width: 100, events: [.sample("Talk", day: 25, organizer: organizer, speakers: speakers)],
      catalogue: Self.catalogue)
    screen.type("<Enter>")
    while screen.state.form?.focus != focus { screen.type("<Tab>") }
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> [String] { screen.state.form?.speakers.chosen ?? [] }

  @Test func itIsSaidAndOneKeyTakesTheNewName() {
    var screen = form(["Ada Byron", "Gone Person"], focus: .speakers)
    #expect(screen.status == "Speakers: Ada Byron is Ada Lovelace now, and 1 more")
    #expect(screen.footer.contains("^T New name"))
    screen.type("<Ctrl-T>")
    #expect(chosen(screen) == ["Ada Lovelace", "Gone Person"])
    #expect(screen.status == "Speakers: Gone Person is not in the catalogue")
    #expect(!screen.footer.contains("New name"))
    screen.type("<Ctrl-_>")
    #expect(chosen(screen) == ["Ada Byron", "Gone Person"])
  }

  @Test func anOrganizerToo() {
    var screen = form([], organizer: "Town Library", focus: .organizer)
    #expect(screen.status == "Organizer: Town Library is City Library now")
    screen.type("<Ctrl-T><Ctrl-S>")
    #expect(screen.stored.first?.details.organizer == "City Library")
  }

  @Test func aNameThatCouldBeSeveralIsNotGuessed() {
    var screen = form(["John Smith"], focus: .speakers)
    #expect(screen.status == "Speakers: John Smith is John A. Smith or John B. Smith now")
    screen.type("<Ctrl-T>")
    #expect(chosen(screen) == ["John Smith"])
  }

  @Test func whoIsChosenUnderBothNamesIsThereOnce() {
    var screen = form(["Ada Lovelace", "Ada Byron"], focus: .speakers)
    screen.type("<Ctrl-T>")
    #expect(chosen(screen) == ["Ada Lovelace"])
  }

  @Test func aFocusedBadgeTakesItsOwnNewName() {
    var screen = form(["Ada Byron"], focus: .speakers)
    screen.type("<Left><Ctrl-T>")
    #expect(chosen(screen) == ["Ada Lovelace"])
    #expect(screen.state.form?.speakers.focusedBadge == 0)
  }

  @Test func theKeyActsOnTheNameThatIsSpokenOfAndOnNoOther() {
    var screen = form(["Gone Person", "Ada Byron"], focus: .speakers)
    #expect(screen.status == "Speakers: Gone Person is not in the catalogue, and 1 more")
    #expect(!screen.footer.contains("New name"))
    screen.type("<Ctrl-T>")
    #expect(chosen(screen) == ["Gone Person", "Ada Byron"])
    screen.type("<Left>")
    #expect(screen.status == "Ada Byron, 2 of 2: Backspace takes it off. Ada Byron is Ada Lovelace now")
    screen.type("<Left>")
    #expect(screen.status == "Gone Person, 1 of 2: Backspace takes it off. Gone Person is not in the catalogue")
    screen.type("<Ctrl-T><Right><Ctrl-T>")
    #expect(chosen(screen) == ["Gone Person", "Ada Lovelace"])
  }

  @Test func aSyncThatRenamesSomebodyIsNoticedInTheOpenForm() {
    var screen = EditorScreen(events: [.sample("Talk", day: 25, speakers: ["Ada Lovelace"])])
    screen.type("<Enter>")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    #expect(!screen.status.contains("now"))
    screen.send(
      .catalogueLoaded(
        CatalogueSnapshot(
          speakers: [Speaker(id: 0, externalID: nil, name: "Ada King", title: "", company: "", bio: "")],
          organizers: [], sponsors: [], newNames: [.speakers: ["Ada Lovelace": ["Ada King"]]], lastSync: nil)))
    #expect(screen.status == "Speakers: Ada Lovelace is Ada King now")
    #expect(chosen(screen) == ["Ada Lovelace"])
  }
}
