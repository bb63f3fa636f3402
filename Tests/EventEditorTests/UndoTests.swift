import EventModel
import Testing

@testable import EventEditor

@Suite("Undo and redo")
struct UndoTests {
  @Test func aRunOfTypingIsOneStep() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9<Ctrl-_>")
    #expect(screen.state.form?.starts.text == "")
    #expect(screen.state.form?.title.text == "Talk")
    screen.type("<Ctrl-_>")
    #expect(screen.state.form?.title.text == "")
    screen.type("<Ctrl-_>")
    #expect(screen.status == "Nothing to undo")
    screen.type("<Ctrl-Y><Ctrl-Y>")
    #expect(screen.state.form?.title.text == "Talk")
    #expect(screen.state.form?.starts.text == "tomorrow 9")
  }

  @Test func undoBringsABadgeBackInItsPlace() {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("knuth<Enter>ada<Enter>grace<Enter><Left><Left><Del>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Grace Hopper"])
    screen.type("<Ctrl-_>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Ada Lovelace", "Grace Hopper"])
    screen.type("<Ctrl-Y>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth", "Grace Hopper"])
  }

  @Test func aListComesBackWithItsHighlightWhereItWas() {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("prof<Down>")
    #expect(screen.text.contains("> [ ] Donald Knuth"))
    screen.type("<Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth"])
    screen.type("<Ctrl-_>")
    #expect(screen.state.form?.speakers.chosen == [])
    #expect(screen.text.contains("> [ ] Donald Knuth"))
    screen.type("<Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Donald Knuth"])
  }

  @Test func aListOfAnotherCatalogueIsFilledAnew() {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("prof<Down><Enter>")
    let only = Speaker(id: 0, externalID: nil, name: "Edsger Dijkstra", title: "Professor", company: "", bio: "")
    screen.send(.catalogueLoaded(CatalogueSnapshot(speakers: [only], organizers: [], sponsors: [], lastSync: nil)))
    screen.type("<Ctrl-_>")
    #expect(screen.text.contains("> [ ] Edsger Dijkstra"))
  }

  @Test func aNewChangeForgetsWhatWasUndone() {
    var screen = EditorScreen()
    screen.type("nTalk<Ctrl-_>Walk<Ctrl-Y>")
    #expect(screen.status == "Nothing to redo")
    #expect(screen.state.form?.title.text == "Walk")
  }

  @Test func anotherFormStartsWithNothingToUndo() {
    var screen = EditorScreen()
    screen.type("nTalk<Esc>dn<Ctrl-_>")
    #expect(screen.status == "Nothing to undo")
  }

  @Test func aListThatComesBackHoldsWhoIsInTheCatalogueNow() {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type(String(repeating: "<Down>", count: 11) + "<Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Андрей Ершов"])
    let speaker = Speaker(id: 0, externalID: nil, name: "Ada Byron", title: "", company: "", bio: "")
    screen.send(
      .catalogueLoaded(
        CatalogueSnapshot(speakers: [speaker], organizers: [], sponsors: [], lastSync: EditorScreen.now)))
    screen.type("<Ctrl-_>")
    #expect(screen.state.form?.speakers.chosen == [])
    #expect(screen.text.contains("[ ] Ada Byron"))
    screen.type("<Up><Down><Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Ada Byron"])
  }
}
