import EventModel
import Testing

@testable import EventEditor

@Suite("People of one name are told apart in the rows of a picker")
struct TwinRowsTests {
  private func speaker(_ title: String, _ company: String, _ bio: String = "", id: String? = nil) -> Speaker {
    Speaker(id: 0, externalID: id, name: "John Smith", title: title, company: company, bio: bio)
  }

  /// The rows of an open list that begin with the name.
  private func rows(_ speakers: [Speaker], width: Int = 80) -> [String] {
    var screen = EditorScreen(
      width: width, catalogue: CatalogueSnapshot(speakers: speakers, organizers: [], sponsors: [], lastSync: nil))
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("smith")
    return screen.frame.rows.indices.map(screen.line).filter { $0.contains("] John Smith") }.map {
      String($0.drop { !"[".contains($0) })
    }
  }

  @Test func whereTheRoomIsEnoughBothStandWhole() {
    #expect(
      rows([speaker("Editor", "Open Press"), speaker("Curator", "City Museum")])
        == ["[ ] John Smith — Editor, Open Press", "[ ] John Smith — Curator, City Museum"])
  }

  @Test(arguments: [40, 60, 80, 120])
  func whatDiffersIsShownWhereALongTitleWouldHideIt(_ width: Int) {
    let title = "Distinguished Professor of the History and Philosophy of Computing and its Machines"
    let found = rows([speaker(title, "Stanford"), speaker(title, "Berlin"), speaker("Editor", "Press")], width: width)
    #expect(found.contains { $0.hasPrefix("[ ] John Smith — …") && $0.contains("Stanford") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("[ ] John Smith — …") && $0.contains("Berlin") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("[ ] John Smith — Editor, Press") }, "\(found)")
  }

  @Test func ofTheSameTitleAndCompanyTheBioTellsThemApart() {
    let found = rows([
      speaker("Editor", "Open Press", "He wrote about engines."), speaker("Editor", "Open Press", "He wrote of looms."),
    ])
    #expect(found.contains { $0.contains("about engines") }, "\(found)")
    #expect(found.contains { $0.contains("of looms") }, "\(found)")
  }

  @Test func whereNothingElseDiffersTheCentresNumberDoes() {
    let found = rows([speaker("Editor", "Open Press", id: "s-17"), speaker("Editor", "Open Press", id: "s-4711")])
    #expect(found.contains { $0.contains("s-17") }, "\(found)")
    #expect(found.contains { $0.contains("s-4711") }, "\(found)")
  }

  @Test func withoutATitleTheOneWhoHasOneIsTheOther() {
    let found = rows([speaker("", ""), speaker("Editor", "Open Press")])
    #expect(found.contains("[ ] John Smith"))
    #expect(found.contains("[ ] John Smith — Editor, Open Press"))
  }

  @Test func organizersOfOneNameAreToldApartToo() {
    let organizers = ["https://a.example", "https://b.example"].map {
      Organizer(id: 0, externalID: nil, name: "City Library", website: $0)
    }
    var screen = EditorScreen(
      catalogue: CatalogueSnapshot(speakers: [], organizers: organizers, sponsors: [], lastSync: nil))
    screen.type("n")
    while screen.state.form?.focus != .organizer { screen.type("<Tab>") }
    screen.type("library")
    #expect(screen.text.contains("City Library — https://a.example"))
    #expect(screen.text.contains("City Library — https://b.example"))
  }

  @Test func theMatchedLettersAreMarkedInWhatIsLeftOfALongTitle() {
    let title = "Distinguished Professor of the History and Philosophy of Computing and its Machines"
    var screen = EditorScreen(
      catalogue: CatalogueSnapshot(
        speakers: [speaker(title, "Stanford"), speaker(title, "Stamford")], organizers: [], sponsors: [], lastSync: nil)
    )
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("smith sta")
    let row = screen.frame.rows.first { row in row.map(\.text).joined().contains("> [ ] John Smith") } ?? []
    #expect(row.filter(\.style.isMatch).map(\.text).joined() == "SmithSta")
  }
}
