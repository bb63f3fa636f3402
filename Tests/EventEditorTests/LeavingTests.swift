import Testing

@testable import EventEditor

@Suite("Leaving with changes")
struct LeavingTests {
  @Test(arguments: ["<Esc>", "<Ctrl-C>"])
  func aFormWithoutChangesClosesAtOnce(_ key: String) {
    var screen = EditorScreen()
    screen.type("n" + key)
    #expect(screen.line(0).hasPrefix("Events"))
  }

  @Test func aFormWithChangesAsksAndKeepEditingKeepsThem() {
    var screen = EditorScreen()
    screen.type("nTalk<Esc>")
    #expect(screen.text.contains(">[S] Save"))
    screen.type("k")
    #expect(screen.cursorLine.contains("Talk"))
    #expect(screen.line(0).hasSuffix("* not saved"))
    screen.type("<Esc><Right><Enter>")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.stored.isEmpty)
  }

  @Test func saveFromTheQuestionGoesToTheBadFieldIfThereIsOne() {
    var screen = EditorScreen()
    screen.type("nTalk<Esc>s")
    #expect(screen.status.hasPrefix("Not saved: Starts"))
    screen.type("tomorrow 9<Esc>s")
    #expect(screen.stored.count == 1)
  }

  @Test func controlQAsksAndSaveThenQuits() {
    var screen = EditorScreen()
    screen.type("nTalk<Tab>tomorrow 9<Ctrl-Q>")
    #expect(screen.asked.contains(.quit) == false)
    screen.type("s")
    #expect(screen.stored.count == 1)
    #expect(screen.asked.contains(.quit))
  }

  @Test func quittingWithABadFieldStaysAndALaterSaveDoesNotQuit() {
    var screen = EditorScreen()
    screen.type("nTalk<Ctrl-Q>s")
    #expect(screen.status.hasPrefix("Not saved: Starts"))
    screen.type("tomorrow 9<Ctrl-S>")
    #expect(screen.stored.count == 1)
    #expect(screen.asked.contains(.quit) == false)
  }

  @Test func discardAndQuit() {
    var screen = EditorScreen()
    screen.type("nTalk<Ctrl-Q>d")
    #expect(screen.stored.isEmpty)
    #expect(screen.asked.contains(.quit))
  }
}
