import EventModel
import Testing

@testable import EventEditor

@Suite("Names that are not in the catalogue")
struct UnknownNamesTests {
  private func speakers() -> EditorScreen {
    var screen = EditorScreen()
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    return screen
  }

  private func chosen(_ screen: EditorScreen) -> [String] { screen.state.form?.speakers.chosen ?? [] }

  @Test func theLastRowAddsTheTypedTextToThisEvent() {
    var screen = speakers()
    screen.type("Radia Perlman")
    #expect(screen.text.contains("No speakers match 'Radia Perlman'"))
    #expect(screen.text.contains("  + Add \"Radia Perlman\" to this event"))
    screen.type("<Down>")
    #expect(screen.text.contains("> + Add \"Radia Perlman\" to this event"))
    screen.type("<Enter>")
    #expect(chosen(screen) == ["Radia Perlman"])
  }

  @Test func enterOnANameThatNobodyHasSaysWhatAddsIt() {
    var screen = speakers()
    screen.type("Radia Perlman<Enter>")
    #expect(chosen(screen).isEmpty)
    #expect(screen.status == "No speakers match 'Radia Perlman': Down, then Enter adds it to this event")
    screen.type("<Down><Enter>")
    #expect(chosen(screen) == ["Radia Perlman"])
  }

  @Test(arguments: [EventField.organizer, .sponsor])
  func soItDoesOfAnOrganizerAndASponsor(_ field: EventField) {
    for (role, place) in [(Role.staff, "this event"), (.dataOps, "the catalogue")] {
      var screen = EditorScreen(role: role)
      screen.type("n")
      while screen.state.form?.focus != field { screen.type("<Tab>") }
      screen.type("Nobody Known<Enter>")
      #expect(screen.status == "No \(field)s match 'Nobody Known': Down, then Enter adds it to \(place)")
      #expect(screen.state.form?.isListOpen == true)
      screen.type("<Down><Enter>")
      if role == .staff {
        #expect(screen.state.form?.picker(field)?.chosen == "Nobody Known")
      } else {
        #expect(screen.text.contains("New \(field) in the catalogue"))
      }
    }
  }

  @Test func whereNothingCanBeAddedEnterSaysThat() {
    var screen = EditorScreen()
    screen.type("n<Tab><Tab><Tab>Gondwana<Enter>")
    #expect(screen.status == "No time zones match 'Gondwana': change the text, or close the list with Esc")
    screen = speakers()
    screen.type("<Down><Enter>")
    #expect(screen.status == "No row is highlighted: type a name, or go to a row with Down")
    screen = EditorScreen(catalogue: .empty)
    screen.type("n<Shift-Tab><Shift-Tab><Shift-Tab><Down><Enter>")
    #expect(screen.status == "There are no sponsors to choose from yet: Esc closes the list")
  }

  @Test(arguments: [EventField.organizer, .sponsor, .speakers])
  func afterASaveTheKeyThatTheMessageNamesDoesWhatItSays(_ field: EventField) {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != field { screen.type("<Tab>") }
    screen.type("a<Esc><Ctrl-S>")
    #expect(screen.stored.isEmpty)
    let words =
      field == .speakers ? "adds the highlighted one, Esc clears the text" : "takes the highlighted one, Esc puts"
    #expect(screen.status.hasPrefix("Not saved: \(field.label): not chosen: Enter \(words)"))
    #expect(screen.text.contains("> "))
    screen.type("<Enter><Ctrl-S>")
    #expect(screen.stored.count == 1)
  }

  @Test("Coming back to text that was left there, Esc gives it up with the list", arguments: ["<Tab>", "<Ctrl-S>"])
  func escapeInAListThatOpenedByItself(_ leaving: String) {
    var screen = EditorScreen(events: [.sample("Talk", day: 25, organizer: "City Library")])
    screen.type("<Enter>")
    while screen.state.form?.focus != .organizer { screen.type("<Tab>") }
    screen.type("mus\(leaving)")
    if leaving == "<Tab>" { screen.type("<Shift-Tab>") }
    #expect(
      screen.status.hasSuffix("Organizer: not chosen: Enter takes the highlighted one, Esc puts the old one back"))
    #expect(screen.footer.contains("Esc Undo text"))
    screen.type("<Esc>")
    #expect(screen.state.form?.organizer.chosen == "City Library")
    #expect(screen.line(with: "Organizer").contains("City Library"))
    // What is typed anew has a list that Esc closes first.
    screen.type("mus<Esc>")
    #expect(screen.cursorLine.contains("mus"))
  }

  @Test func textThatNobodyMatchesSaysHowItIsAdded() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != .sponsor { screen.type("<Tab>") }
    screen.type("Nobody Known<Ctrl-S>")
    #expect(
      screen.status
        == "Not saved: Sponsor: not chosen: Down, then Enter adds it, Esc puts the old one back")
    screen.type("<Down><Enter><Ctrl-S>")
    #expect(screen.stored.first?.details.sponsor == "Nobody Known")
  }

  @Test func aPastedNameTakesNobodyOffAndIsAskedForOnlyOnce() {
    var screen = speakers()
    screen.paste("Nobody Known\nJ. Smith")
    screen.type("<Down><Enter><Ctrl-U>john<Enter>")
    #expect(chosen(screen) == ["Nobody Known", "John Smith"])
    screen.paste("nobody known\nSmith\nAda Lovelace")
    #expect(chosen(screen) == ["Nobody Known", "John Smith", "Ada Lovelace"])
    #expect(screen.beforeCursor.hasSuffix("Smith"))
    #expect(!screen.footer.contains("Remove"))
    screen.type("<Enter>")
    #expect(chosen(screen) == ["Nobody Known", "John Smith", "Ada Lovelace"])
    #expect(screen.state.form?.speakers.editor.isEmpty == true)
  }

  @Test func aPastedNameThatDiffersInAnAccentMayBeSomebodyElseAndIsAskedFor() {
    let people = ["Ada Lovelace", "Jose Silva", "José Silva"].map {
      Speaker(id: 0, externalID: nil, name: $0, title: "", company: "", bio: "")
    }
    for (first, other) in [("Jose Silva", "José Silva"), ("José Silva", "Jose Silva")] {
      var screen = EditorScreen(
        catalogue: CatalogueSnapshot(speakers: people, organizers: [], sponsors: [], lastSync: nil))
      screen.type("n<Shift-Tab><Shift-Tab>")
      screen.state.form?.speakers.add(first, screen.state.catalogue.index(of: .speakers))
      screen.paste("\(first)\nada lovelace")
      #expect(chosen(screen) == [first, "Ada Lovelace"])
      #expect(screen.state.form?.speakers.editor.isEmpty == true)
      screen.paste("\(other)\nAda Lovelace")
      #expect(screen.beforeCursor.hasSuffix(other))
    }
  }

  @Test func theRowIsReachedFromTheLastMatchAndLeftAgain() {
    var screen = speakers()
    screen.type("smith<Down><Down>")
    #expect(screen.text.contains("> + Add \"smith\""))
    screen.type("<Up>")
    #expect(screen.text.contains("> [ ] John Smith"))
  }

  @Test func aNameThatIsThereIsNotOfferedForAdding() {
    var screen = speakers()
    screen.type("grace hopper")
    #expect(!screen.text.contains("+ Add"))
  }

  @Test func zonesAndStatusesCannotBeMadeUp() {
    var screen = EditorScreen()
    screen.type("n<Tab><Tab><Tab>Gondwana")
    #expect(screen.text.contains("No time zones match 'Gondwana'"))
    #expect(!screen.text.contains("+ Add"))
  }

  @Test func aPastedListTakesTheClearNamesAndAsksForTheOthers() {
    var screen = speakers()
    screen.paste("Donald Knuth\r\nada lovelace, J. Smith\nGrace Hopper;Nobody Known")
    #expect(chosen(screen) == ["Donald Knuth", "Ada Lovelace", "Grace Hopper"])
    #expect(screen.status.hasPrefix("3 of 5 pasted names added"))
    #expect(screen.beforeCursor.hasSuffix("J. Smith"))
    screen.type("<Ctrl-U>john<Enter>")
    #expect(chosen(screen).last == "John Smith")
    #expect(screen.beforeCursor.hasSuffix("Nobody Known"))
    screen.type("<Esc><Esc>")
    #expect(chosen(screen).count == 4)
    #expect(screen.state.form?.speakers.editor.isEmpty == true)
  }

  @Test func aThousandPastedNamesAreTakenAtOnce() {
    let names = (1...1_000).map { "Speaker Number \($0)" }
    let people = names.map { Speaker(id: 0, externalID: nil, name: $0, title: "Professor", company: "", bio: "") }
    var screen = EditorScreen(
      catalogue: CatalogueSnapshot(speakers: people, organizers: [], sponsors: [], lastSync: nil))
    screen.type("n<Shift-Tab><Shift-Tab>")
    screen.paste(names.reversed().joined(separator: "\n").uppercased())
    #expect(chosen(screen) == names.reversed())
    #expect(screen.status == "1,000 pasted names added")
  }

  @Test func onePastedNameIsTextLikeAnyOther() {
    var screen = speakers()
    screen.paste("knuth\n")
    #expect(screen.beforeCursor.hasSuffix("knuth"))
    #expect(chosen(screen).isEmpty)
  }

  @Test func aPastedNameThatIsNotClearNeverGetsLost() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.paste("One Unknown, Two Unknown, Three Unknown")
    screen.type("<Ctrl-U><Ctrl-S>")
    #expect(screen.stored.isEmpty)
    #expect(
      screen.status
        == "Not saved: Speakers: Enter asks about Two Unknown and 1 more, pasted and not chosen, Esc skips one")
    screen.type("<Enter>")
    #expect(screen.beforeCursor.hasSuffix("Two Unknown"))
    screen.type("<Down><Enter>")
    #expect(chosen(screen) == ["Two Unknown"])
    #expect(screen.beforeCursor.hasSuffix("Three Unknown"))
    screen.type("<Esc><Esc><Ctrl-S>")
    #expect(screen.stored.first?.details.speakers == ["Two Unknown"])
  }

  @Test func namesThatArePastedTwiceAreNotAskedFor() {
    var screen = speakers()
    screen.paste("Ada Lovelace, Ada Lovelace, Grace Hopper")
    #expect(screen.status == "2 pasted names added")
    screen.paste("Grace Hopper, Ada Lovelace")
    #expect(screen.status == "All pasted names were chosen already")
    screen.paste("Alan Turing, Nobody Known, Nobody Known")
    #expect(screen.status == "1 of 2 pasted names added: choose the other, or press Esc twice to skip one")
  }
}
