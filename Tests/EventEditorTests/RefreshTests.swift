import EventModel
import PeopleSearch
import TestSupport
import Testing

@testable import EventEditor

@Suite("A catalogue that is still being read, or is read again")
struct RefreshTests {
  private func picker() -> EditorScreen {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    return screen
  }

  private func person(_ name: String) -> Speaker {
    Speaker(id: 0, externalID: nil, name: name, title: "Fellow", company: "Open Press", bio: "")
  }

  private func catalogue(_ names: String...) -> CatalogueSnapshot {
    CatalogueSnapshot(speakers: names.map(person), organizers: [], sponsors: [], lastSync: EditorScreen.now)
  }

  @Test("What has been read can be searched, and the count says how much that is")
  func partial() {
    let builder = PeopleIndexBuilder(expectedCount: 1_000_000)
    var names: [String] = []
    // As many as fill the first part of an index, which is what it can already be searched by.
    while builder.readyCount == 0 {
      names.append("Ada Number\(names.count)")
      builder.append(SearchEntry(name: names[names.count - 1], detail: ""))
    }
    let index = builder.partial()
    var screen = picker()
    screen.send(.catalogueLoaded(.empty))
    screen.send(
      .catalogueLoaded(CatalogueSnapshot(names.map(person), [], [], [.speakers: index], [:], EditorScreen.now)))
    screen.type("number77")
    #expect(screen.text.contains("Ada Number77"))
    #expect(screen.text.contains("\(grouped(index.entries.count)) of 1,000,000 read"))
    screen.type("<Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.speakers == ["Ada Number77"])
  }

  @Test("A row that is not in the catalogue any more is not drawn, and nothing traps")
  func vanished() {
    var screen = picker()
    screen.type("a")
    #expect(screen.text.contains("Ada Lovelace"))
    // As it would be if a list were ever left behind by its catalogue.
    var state = screen.state
    state.catalogue = .empty
    let text = EditorView.frame(state, metrics: screen.metrics).text
    #expect(!text.contains("Ada Lovelace") && text.contains("Speakers"))
    state.catalogue = catalogue("Ada Byron")
    #expect(EditorView.frame(state, metrics: screen.metrics).text.contains("[ ] Ada Byron"))
  }

  @Test("Who was added or renamed is found by typing, and under the old name no more")
  func renamed() {
    var screen = picker()
    screen.send(.catalogueLoaded(catalogue("Ada Byron", "Alan Turing")))
    screen.type("lovelace")
    #expect(screen.text.contains("No speakers match"))
    screen.send(.catalogueLoaded(catalogue("Ada Lovelace", "Alan Turing", "Grace Hopper")))
    #expect(screen.text.contains("Ada Lovelace"), "the list follows without a key")
    screen.type("<Enter>hopper<Enter>byron")
    #expect(screen.text.contains("No speakers match"))
    screen.type("<Ctrl-U><Ctrl-S>")
    #expect(screen.stored.first?.details.speakers == ["Ada Lovelace", "Grace Hopper"])
  }

  @Test("A sync that changed nothing is seen in the time alone")
  func lastSync() {
    var screen = EditorScreen()
    #expect(screen.text.contains("synced 12 min ago"))
    screen.send(.lastSyncRead(EditorScreen.now.advanced(bySeconds: -180)))
    #expect(screen.text.contains("synced 3 min ago"))
    #expect(screen.text.contains("10 speakers"))
    screen.send(.lastSyncRead(EditorScreen.now.advanced(bySeconds: -47 * 3600)))
    #expect(screen.text.contains("synced 1 day ago"), "on Saturday, which was not yesterday")
  }

  @Test("Who has just been added to the catalogue is not offered for adding any more")
  func addition() {
    var screen = picker()
    screen.send(.catalogueLoaded(catalogue("Alan Turing")))
    screen.type("Ada Byron<Down>")
    #expect(screen.text.contains("> + Add \"Ada Byron\""))
    screen.send(.catalogueLoaded(catalogue("Ada Byron", "Alan Turing")))
    #expect(!screen.text.contains("+ Add"))
    #expect(screen.text.contains("> [ ] Ada Byron"))
  }
}
