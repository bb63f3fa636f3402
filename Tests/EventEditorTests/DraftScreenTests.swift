import EventModel
import Testing

@testable import EventEditor

@Suite("Drafts of forms that were never saved")
struct DraftScreenTests {
  /// What an editor keeps that is killed after the given keys.
  private func draft(after keys: String, events: [EventDetails] = []) throws -> EventDraft {
    var screen = EditorScreen(events: events)
    screen.type(keys)
    return try #require(screen.state.draft)
  }

  @Test func aFormWithoutChangesKeepsNothing() {
    var screen = EditorScreen()
    #expect(screen.state.draft == nil)
    screen.type("n")
    #expect(screen.state.draft == nil)
    screen.type("x<Backspace>")
    #expect(screen.state.draft == nil)
  }

  @Test func theNextStartOffersItAndRestoresEveryField() throws {
    var keys = "nTalk<Tab>tomorow<Tab>2h<Tab>rome<Enter><Tab>Hall<Tab>Bern<Tab>x.example<Tab>12<Tab><Tab>"
    keys += "library<Enter><Tab>ac<Esc><Tab>ada<Enter>knuth<Enter>gr<Esc><Tab>One<Enter>two"
    let draft = try draft(after: keys)
    var screen = EditorScreen(drafts: [draft])
    #expect(screen.text.contains("“Talk” was being edited on Mon 23 Nov 12:00"))
    screen.type("r")
    #expect(screen.line(0).hasPrefix("New event"))
    #expect(screen.state.draft == draft)
  }

  @Test func aRestoredEditIsSavedOnTheVersionThatWasOpened() throws {
    let events: [EventDetails] = [.sample("Compilers", day: 25)]
    let draft = try draft(after: "<Enter> II", events: events)
    var screen = EditorScreen(events: events, drafts: [draft])
    screen.changeElsewhere(1) { $0.venue = "Hall 2" }
    screen.type("r<Ctrl-S>")
    #expect(screen.stored.first?.details.title == "Compilers II")
    #expect(screen.stored.first?.details.venue == "Hall 2")
  }

  @Test func discardForgetsItAndLaterLeavesIt() throws {
    let draft = try draft(after: "nTalk")
    var screen = EditorScreen(drafts: [draft])
    screen.type("l")
    #expect(screen.kept.count == 1)
    #expect(screen.line(0).hasPrefix("Events"))
    screen = EditorScreen(drafts: [draft])
    screen.type("d")
    #expect(screen.kept.isEmpty)
  }

  @Test(arguments: ["<Tab>", ""]) func aRestoredEndStaysWithTheStartItWasMovedWith(keys: String) throws {
    let events: [EventDetails] = [.sample("Compilers", day: 25)]
    let draft = try draft(after: "<Enter><Tab>2026-11-25 18:00" + keys, events: events)
    var screen = EditorScreen(events: events, drafts: [draft])
    screen.type("r<Tab><Tab><Ctrl-S>")
    #expect(screen.stored.first?.details.starts.iso8601 == "2026-11-25T18:00:00Z")
    #expect(screen.stored.first?.details.ends.iso8601 == "2026-11-25T19:00:00Z")
  }

  @Test func nobodyIsAskedWhileAFormIsOpen() throws {
    let draft = try draft(after: "nTalk")
    var screen = EditorScreen(start: .newEvent, drafts: [draft])
    #expect(screen.status.contains("you are asked once this form is closed"))
    screen.type("rd")
    #expect(screen.cursorLine.contains("rd"))
    screen.type("<Esc>d")
    #expect(screen.text.contains("“Talk” was being edited"))
    #expect(screen.kept.count == 1)
    screen.type("r")
    #expect(screen.cursorLine.contains("Talk"))
  }

  @Test func nobodyIsAskedWhileAFilterIsTyped() throws {
    let draft = try draft(after: "nTalk")
    var screen = EditorScreen()
    screen.type("/d")
    screen.send(.draftsFound([KeptDraft(draft: draft, keptAt: EditorScreen.now, process: 1)]))
    screen.type("r<Esc>")
    #expect(screen.text.contains("“Talk” was being edited"))
  }

  @Test func backMeansLaterAndGoesOnToTheNext() throws {
    let drafts = try ["nTalk", "nWalk"].enumerated().map { number, keys in
      let made = try draft(after: keys)
      return EventDraft(
        id: "\(number)", base: nil, texts: made.texts, choices: made.choices, speakers: made.speakers)
    }
    var screen = EditorScreen(drafts: drafts)
    screen.type("<Esc>")
    #expect(screen.text.contains("“Walk” was being edited"))
    screen.type("<Esc>")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.kept.count == 2)
  }

  @Test func pastedNamesThatWaitAreKept() throws {
    var screen = EditorScreen()
    screen.type("nTalk<Shift-Tab><Shift-Tab>")
    screen.paste("One Unknown, Two Unknown, Three Unknown")
    let draft = try #require(screen.state.draft)
    screen = EditorScreen(drafts: [draft])
    screen.type("r")
    #expect(screen.state.form?.speakers.editor.text == "One Unknown")
    #expect(screen.state.form?.speakers.unresolved == ["Two Unknown", "Three Unknown"])
    #expect(screen.state.draft == draft)
  }
}
