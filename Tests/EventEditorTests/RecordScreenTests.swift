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

  @Test(arguments: ["<Ctrl-T>", "<F8>"]) func aRecordIsDeletedOnceThatIsAnsweredAndTheFormKeepsItsName(key: String) {
    var screen = form(.speakers)
    screen.type("knuth<Enter>knuth<Ctrl-V>")
    #expect(screen.footer.contains("^T Delete"))
    screen.type(key)
    #expect(screen.text.contains("Delete “Donald Knuth” from the catalogue? Events keep the"))
    #expect(screen.text.contains("Only this catalogue has it"))
    #expect(screen.text.contains(">[N] No"))
    screen.type("<Enter>")
    #expect(screen.text.contains("Change speaker in the catalogue"))
    screen.type(key + "y")
    #expect(screen.deletedRecords.map(\.values) == [["Donald Knuth", "Professor", "Stanford University", ""]])
    #expect(screen.state.overlays.isEmpty)
    #expect(screen.status == "Donald Knuth is deleted from the catalogue")
    #expect(screen.asked.contains(.loadChanges))
    #expect(chosen(screen) == ["Donald Knuth"])
  }

  @Test func ofACentresRecordItIsSaidThatASyncMayBringItBack() {
    let speaker = Speaker(id: 4, externalID: "s-4", name: "Ada Lovelace", title: "", company: "", bio: "")
    var screen = EditorScreen(
      catalogue: CatalogueSnapshot(speakers: [speaker], organizers: [], sponsors: [], lastSync: nil), role: .admin)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("ada<Ctrl-V><Ctrl-T>")
    #expect(screen.text.contains("so a later sync may"))
  }

  @Test func whatCannotBeDeletedSaysWhyAndStays() {
    var screen = form(.speakers)
    screen.type("Radia Perlman<Down><Enter><Ctrl-T>")
    #expect(screen.text.contains("This speaker is not in the catalogue yet"))
    screen.type("<Esc><Ctrl-U>knuth<Ctrl-V><Ctrl-T>")
    screen.saveFailure = "Somebody has changed this record meanwhile."
    screen.type("y")
    #expect(screen.text.contains("Somebody has changed this record meanwhile."))
    #expect(screen.text.contains("Change speaker in the catalogue"))
    #expect(screen.deletedRecords.isEmpty)
  }

  @Test func undoAndRedoWorkInItAndLeaveTheFormUnderneathAlone() {
    var screen = form(.speakers)
    screen.type("Radia Perlman<Down><Enter>Engineer<Tab>DEC<Ctrl-_>")
    #expect(screen.line(with: "Title     Engineer").contains("Engineer"))
    #expect(!screen.text.contains("DEC"))
    screen.type("<Ctrl-_>")
    #expect(!screen.text.contains("Engineer"))
    screen.type("<Ctrl-_>")
    #expect(screen.status == "Nothing to undo")
    screen.type("<Ctrl-Y><Ctrl-Y>")
    #expect(screen.cursorLine.contains("Company   DEC"))
    screen.type("<Ctrl-Y>")
    #expect(screen.status == "Nothing to redo")
    screen.type("<Ctrl-S>")
    #expect(screen.records.map(\.to) == [["Radia Perlman", "Engineer", "DEC", ""]])
    #expect(screen.state.form?.title.text == "Talk")
  }

  @Test("What was typed into it is kept with the draft of its event", arguments: ["", "<Esc>", "<Ctrl-G>"])
  func draft(over keys: String) throws {
    var screen = EditorScreen(role: .dataOps)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("knuth<Ctrl-V><Tab>Professor emeritus<Tab><Tab>One.<Enter>Two." + keys)
    let draft = try #require(screen.state.draft)
    screen = EditorScreen(drafts: [draft], role: .dataOps)
    screen.type("r")
    #expect(screen.text.contains("Change speaker in the catalogue"))
    #expect(screen.state.draft == draft)
    screen.type("<Ctrl-S>")
    #expect(
      screen.records == [
        RecordChange(
          collection: .speakers, row: 0, from: ["Donald Knuth", "Professor", "Stanford University", ""],
          to: ["Donald Knuth", "ProfessorProfessor emeritus", "Stanford University", "One.\nTwo."])
      ])
    #expect(screen.state.overlays.isEmpty)
  }

  @Test func whatIsNotInTheCatalogueYetIsNotOfferedForDeletion() {
    var screen = form(.speakers)
    screen.type("Radia Perlman<Down><Enter>")
    #expect(!screen.footer.contains("Delete"))
    screen.type("<Ctrl-G>")
    #expect(!screen.text.contains("Delete it from the catalogue"))
    screen.type("<Esc><Ctrl-T>")
    #expect(screen.text.contains("This speaker is not in the catalogue yet: close the form to drop it"))
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

  @Test func whoQuitsIsAskedAboutTheRecordAndThenAboutTheEvent() {
    var screen = form(.speakers)
    screen.type("Radia Perlman<Down><Enter>Engineer<Ctrl-Q>")
    #expect(screen.text.contains("This speaker has changes that are not saved."))
    screen.type("k")
    #expect(screen.cursorLine.contains("Engineer"))
    screen.type("<Ctrl-Q>s")
    #expect(screen.records.map(\.name) == ["Radia Perlman"])
    #expect(screen.text.contains("This event has changes that are not saved."))
    screen.type("d")
    #expect(screen.asked.contains(.quit))
  }

  @Test func inTheSmallestWindowItSaysWhyNothingIsStored() {
    var screen = form(.speakers)
    screen.resize(40, 10)
    screen.type("Radia<Down><Enter><Shift-Tab><Ctrl-U><Ctrl-S>")
    #expect(screen.records.isEmpty)
    #expect(screen.text.contains("Name is missing"), "\(screen.text)")
    #expect(screen.text.contains("Bio"))
    screen.type("R<Ctrl-S>")
    #expect(screen.records.count == 1)
  }

  @Test func theKeyThatDeletesIsNamedForWhatIsThere() {
    var screen = form(.sponsor)
    screen.type("Radia<Down><Enter>")
    #expect(!screen.footer.contains("^T"), "\(screen.footer)")
    screen.type("<Esc><Esc><Ctrl-U>acme<F6>")
    #expect(screen.footer.contains("^T"), "\(screen.footer)")
  }
}
