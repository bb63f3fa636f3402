import EventModel
import Testing

@testable import EventEditor

@Suite("The small form for records of the catalogue")
struct RecordScreenTests {
  private func form(_ field: EventField, role: Role = .dataOps) -> EditorScreen {
    var screen = EditorScreen(role: role)
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != field { screen.type("<Tab>") }
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> [String] { screen.state.form?.speakers.chosen ?? [] }

  @Test(arguments: [Role.dataOps, .admin]) func theLastRowOpensTheFormAndTheNewOneIsChosen(role: Role) {
    var screen = form(.speakers, role: role)
    screen.type("Radia Perlman<Down>")
    #expect(screen.text.contains("> + Add \"Radia Perlman\" to the catalogue"))
    screen.type("<Enter>")
    #expect(screen.text.contains("New speaker in the catalogue"))
    #expect(screen.text.contains("Name      Radia Perlman"))
    #expect(screen.footer.hasPrefix("^S Save"))
    screen.type("Engineer<Tab>DEC<Enter>One.<Enter>Two.<Ctrl-S>")
    #expect(
      screen.records == [
        RecordChange(
          collection: .speakers, row: nil, from: ["Radia Perlman", "", "", ""],
          to: ["Radia Perlman", "Engineer", "DEC", "One.\nTwo."])
      ])
    #expect(chosen(screen) == ["Radia Perlman"])
    #expect(screen.status == "Radia Perlman is in the catalogue now")
    #expect(screen.asked.contains(.loadChanges))
  }

  @Test func anOrganizerHasANameAndAWebsite() {
    var screen = form(.organizer)
    screen.type("New Society<Down><Enter>society.example<Ctrl-S>")
    #expect(screen.text.contains("needs http:// or https:// before it"))
    #expect(screen.records.isEmpty)
    screen.type("<Ctrl-U>https://society.example<Ctrl-S>")
    #expect(screen.records.map(\.to) == [["New Society", "https://society.example"]])
    #expect(screen.state.form?.organizer.chosen == "New Society")
  }

  @Test func staffAddANameToThisEventOnlyAndChangeNobody() {
    var screen = form(.speakers, role: .staff)
    screen.type("Radia Perlman<Down><Enter>")
    #expect(chosen(screen) == ["Radia Perlman"])
    screen.type("knuth<Ctrl-V><F6>")
    #expect(screen.state.overlays.isEmpty)
    #expect(!screen.footer.contains("Change"))
  }

  @Test(arguments: ["<Ctrl-V>", "<F6>"]) func theHighlightedOneIsChangedByKeyAlsoWhereChosen(key: String) {
    var screen = form(.speakers)
    screen.type("knuth<Enter>knuth" + key)
    #expect(screen.text.contains("Change speaker in the catalogue"))
    screen.type("<Ctrl-U>Donald E. Knuth<Ctrl-S>")
    #expect(
      screen.records == [
        RecordChange(
          collection: .speakers, row: 0, from: ["Donald Knuth", "Professor", "Stanford University", ""],
          to: ["Donald E. Knuth", "Professor", "Stanford University", ""])
      ])
    #expect(chosen(screen) == ["Donald E. Knuth"])
  }

  @Test func escapeAsksWhereSomethingWasTypedAndLosesNothing() {
    var screen = form(.sponsor)
    screen.type("New Trust<Down><Enter><Esc>")
    #expect(screen.state.overlays.isEmpty)
    #expect(screen.beforeCursor.hasSuffix("New Trust"))
    screen.type("<Enter>https://x.example<Esc>")
    #expect(screen.text.contains("This sponsor has changes that are not saved."))
    screen.type("k")
    #expect(screen.beforeCursor.hasSuffix("https://x.example"))
    screen.type("<Esc>d")
    #expect(screen.state.overlays.isEmpty)
    screen.type("<Enter>https://x.example<Esc>s")
    #expect(screen.records.count == 1)
    #expect(screen.state.overlays.isEmpty)
  }

  @Test func aRefusedRecordSaysWhyAndKeepsWhatWasTyped() {
    var screen = form(.sponsor)
    screen.type("New Trust<Down><Enter>https://x.example")
    screen.saveFailure = "ada is staff here and may not change the catalogue."
    screen.type("<Ctrl-S>")
    #expect(screen.text.contains("ada is staff here and may not change the catalogue."))
    #expect(screen.beforeCursor.hasSuffix("https://x.example"))
  }

  @Test func aNameIsNeeded() {
    var screen = form(.sponsor)
    screen.type("New Trust<Down><Enter><Shift-Tab><Ctrl-U><Ctrl-S>")
    #expect(screen.text.contains("Name is missing: write what the sponsor is called"))
  }

  @Test(arguments: [(40, 10), (80, 24), (300, 100)]) func theCursorStandsInTheFormAtEverySize(
    _ width: Int, _ height: Int
  ) {
    var screen = form(.speakers)
    screen.type("Radia Perlman<Down><Enter>")
    screen.resize(width, height)
    for key in ["<Tab>", "x", "<Tab>", "One<Enter>two<Enter>three<Enter>four<Enter>five<Enter>six", "<Shift-Tab>"] {
      screen.type(key)
      let cursor = screen.frame.cursor
      #expect((0..<width).contains(cursor.x) && (1..<height - 1).contains(cursor.y))
    }
  }
}
