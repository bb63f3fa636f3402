import EventModel
import Testing

@testable import EventEditor

@Suite("Creating an event")
struct CreateEventTests {
  @Test func theWholeJobByKeysAlone() throws {
    var screen = EditorScreen()
    screen.type("nAccessibility in practice<Tab>tomorrow 14:00<Tab>1h30<Tab>")
    #expect(screen.line(with: "Starts").contains("= Tue 24 Nov 2026 14:00 Europe/London"))
    #expect(screen.line(with: "Ends").contains("15:30"))
    screen.type("<Tab><Tab><Tab><Tab><Tab><Tab>library<Enter><Tab>acme<Enter><Tab>")
    screen.type("knuth<Enter>ada<Enter>liskov<Enter>")
    #expect(screen.text.contains("[Donald Knuth x] [Ada Lovelace x] [Barbara Liskov x]"))
    screen.type("<Backspace><Backspace><Ctrl-S>")
    #expect(screen.status == "Saved")
    let details = try #require(screen.stored.first?.details)
    #expect(details.title == "Accessibility in practice")
    #expect(details.starts.iso8601 == "2026-11-24T14:00:00Z")
    #expect(details.ends.iso8601 == "2026-11-24T15:30:00Z")
    #expect(details.organizer == "City Library")
    #expect(details.sponsor == "Acme Trust")
    #expect(details.speakers == ["Donald Knuth", "Ada Lovelace"])
    #expect(screen.cursorLine.contains("Accessibility in practice"))
  }

  @Test func aNewFormHasNoTitleAndNoStartAndTheDefaultsElsewhere() {
    var screen = EditorScreen()
    screen.type("n")
    #expect(screen.line(0).hasPrefix("New event"))
    #expect(screen.cursorLine.trimmed == "Title")
    #expect(screen.line(with: "Ends").contains("1h"))
    #expect(screen.line(with: "Time zone").contains("Europe/London"))
    #expect(screen.line(with: "Status").contains("draft"))
    #expect(!screen.text.contains("not saved"))
  }

  @Test func savingGoesToTheFirstFieldThatIsNotRightAndKeepsEverything() {
    var screen = EditorScreen()
    screen.type("n<Tab>tomorow<Tab><Tab><Tab>Hall 1<Ctrl-S>")
    #expect(screen.status.hasPrefix("Not saved: Title"))
    #expect(screen.cursorLine.contains("Title is missing"))
    screen.type("Talk<Ctrl-S>")
    #expect(screen.cursorLine.contains("'tomorow' is not a date"))
    screen.type("<Ctrl-U>2026-11-24 14:00<Ctrl-S>")
    #expect(screen.status == "Saved")
    #expect(screen.stored.first?.details.venue == "Hall 1")
  }

  @Test func anEndBeforeTheStartIsTheNextDayAndSaysSo() {
    var screen = EditorScreen()
    screen.type("nNight<Tab>tomorrow 22:00<Tab>01:00<Tab>")
    #expect(screen.line(with: "Ends").contains("next day"))
  }

  @Test func theFirstTypedCharacterReplacesWhatAFieldOpenedWith() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 14:00<Tab>2h<Tab>rome<Enter>")
    #expect(screen.line(with: "Ends").contains("16:00, 2 h"))
    #expect(screen.line(with: "Time zone").contains("Europe/Rome"))
    #expect(screen.line(with: "Starts").contains("14:00 Europe/Rome"))
  }

  @Test func aPasteFillsAFieldWithItsLineBreaksAsSpaces() {
    var screen = EditorScreen()
    screen.type("n")
    screen.paste("A talk\r\nwith \u{1B}[31mcolour\t!")
    #expect(screen.cursorLine.contains("A talk with [31mcolour !"))
  }

  @Test func theDescriptionHoldsSeveralLines() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9<Tab>")
    for _ in 0..<10 { screen.type("<Tab>") }
    screen.type("First<Enter>second")
    screen.paste("\r\nthird")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.description == "First\nsecond\nthird")
  }

  @Test func aSaveThatFailsKeepsTheFormAndSaysWhy() {
    var screen = EditorScreen()
    screen.saveFailure = "The database is full: make room and save again."
    screen.type("nTalk<Tab>tomorrow 9<Ctrl-S>")
    #expect(screen.status == "The database is full: make room and save again.")
    #expect(screen.line(with: "Title").contains("Talk"))
    screen.saveFailure = nil
    screen.type("<Ctrl-S>")
    #expect(screen.stored.count == 1)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { split(separator: " ").joined(separator: " ") }
}
