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

  /// The next start, at a later time, on what an editor left behind that kept it then.
  private func restart(_ draft: EventDraft, keptAt: Instant, at now: Instant) -> EditorScreen {
    var screen = EditorScreen()
    screen.send(.clock(now))
    screen.keepElsewhere(draft)
    screen.send(.draftsFound([KeptDraft(draft: draft, keptAt: keptAt)]))
    screen.type("r")
    return screen
  }

  private func starts(_ screen: EditorScreen) -> String? {
    screen.state.form?.startReading(in: screen.state.dates).instant?.iso8601
  }

  @Test func tomorrowIsCountedFromWhenItWasTypedHoweverOftenTheDraftIsKept() throws {
    let day = { (days: Int64) in EditorScreen.now.advanced(bySeconds: 86_400 * days) }
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 14:00<Tab><Tab><Tab>")
    screen.send(.clock(day(1)))
    screen.type("Hall")
    let first = try #require(screen.state.draft)
    screen = restart(first, keptAt: day(1), at: day(2))
    #expect(starts(screen) == "2026-11-24T14:00:00Z")
    #expect(screen.asked.contains(.keepDraft(first)))
    // Killed again before anything was typed, and on another day.
    let second = try #require(screen.state.draft)
    screen = restart(second, keptAt: day(2), at: day(3))
    #expect(starts(screen) == "2026-11-24T14:00:00Z")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.starts.iso8601 == "2026-11-24T14:00:00Z")
  }

  @Test func ofADraftThatDoesNotSayWhenItIsWhenItWasKeptAndStaysSo() throws {
    let made = try draft(after: "nTalk<Tab>tomorrow 14:00")
    let old = EventDraft(
      id: made.id, base: nil, texts: made.texts, choices: made.choices, speakers: made.speakers)
    var screen = restart(old, keptAt: EditorScreen.now, at: EditorScreen.now.advanced(bySeconds: 86_400))
    #expect(starts(screen) == "2026-11-24T14:00:00Z")
    let kept = screen.asked.compactMap { if case .keepDraft(let draft) = $0 { draft } else { nil } }.last
    let again = try #require(kept)
    let days = EditorScreen.now.advanced(bySeconds: 5 * 86_400)
    screen = restart(again, keptAt: days, at: days)
    #expect(starts(screen) == "2026-11-24T14:00:00Z")
  }

  @Test func movingTheCursorInADateTypesNothing() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 14:00")
    screen.send(.clock(EditorScreen.now.advanced(bySeconds: 86_400)))
    screen.type("<Left><Home><Del><Ctrl-_><Right><End>")
    #expect(starts(screen) == "2026-11-24T14:00:00Z")
    screen.type("<Backspace>5")
    #expect(starts(screen) == "2026-11-25T14:05:00Z")
  }

  /// Two drafts, of a talk and of a walk.
  private func twoDrafts() throws -> [EventDraft] {
    try [("1", "nTalk"), ("2", "nWalk")].map { id, keys in
      let made = try draft(after: keys)
      return EventDraft(id: id, base: nil, texts: made.texts, choices: made.choices, speakers: made.speakers)
    }
  }

  @Test func afterOneIsRestoredAndClosedTheOthersAreOffered() throws {
    var screen = EditorScreen(drafts: try twoDrafts())
    screen.type("r<Esc>d")
    #expect(screen.text.contains("“Walk” was being edited"))
  }

  @Test("What another editor has meanwhile is neither restored nor discarded", arguments: ["r", "dy"])
  func takenMeanwhile(_ keys: String) throws {
    var screen = EditorScreen(drafts: try twoDrafts())
    screen.type("r<Esc>d")
    screen.takeDraftElsewhere("2")
    screen.type(keys)
    #expect(screen.state.form == nil && screen.state.overlays.isEmpty)
    #expect(screen.status == "“Walk” is another editor's meanwhile, or saved: see the list for what is saved")
    #expect(!screen.asked.contains(.dropDraft("2")))
  }

  @Test func whatIsTypedBeforeItIsRestoredGoesIntoIt() throws {
    let drafts = try twoDrafts()
    var screen = EditorScreen()
    let kept = drafts.map { KeptDraft(draft: $0, keptAt: EditorScreen.now) }
    _ = screen.state.update(.draftsFound(kept))
    #expect(screen.state.update(.input(.key(.character("r")))) == [.claimDraft(kept[0], toDiscard: false)])
    #expect(screen.state.overlays.isEmpty)
    _ = screen.state.update(.input(.key(.character("s"))))
    _ = screen.state.update(.draftClaimed(kept[0], toDiscard: false))
    #expect(screen.state.form?.title.text == "Talks")
  }

  @Test func discardForgetsItAndLaterLeavesIt() throws {
    let draft = try draft(after: "nTalk")
    var screen = EditorScreen(drafts: [draft])
    screen.type("l")
    #expect(screen.kept.count == 1)
    #expect(screen.line(0).hasPrefix("Events"))
    screen = EditorScreen(drafts: [draft])
    screen.type("d")
    #expect(screen.text.contains("“Talk”: discard what was typed? Nothing brings it back."))
    screen.type("y")
    #expect(screen.kept.isEmpty)
    #expect(screen.state.overlays.isEmpty)
  }

  @Test("A key that was meant for the list discards nothing", arguments: ["d", "d<Enter>", "d<Esc>", "dn", "dd", "xd"])
  func keysMeantForTheList(_ keys: String) throws {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)], drafts: [try draft(after: "nTalk")])
    screen.type(keys)
    #expect(screen.kept.count == 1)
    screen.type("<Esc>")
    #expect(screen.text.contains("“Talk” was being edited") || screen.line(0).hasPrefix("Events"))
    #expect(screen.stored.count == 1)
  }

  @Test func itIsAskedAboutBeforeThereAreRowsThatAKeyCouldBeMeantFor() {
    #expect(EditorState.startEffects(.list).first == .findDrafts)
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
    screen.send(.draftsFound([KeptDraft(draft: draft, keptAt: EditorScreen.now)]))
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
