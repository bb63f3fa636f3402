import EventModel
import Testing

@testable import EventEditor

@Suite("The line above the footer")
struct StatusLineTests {
  private static let sentence =
    "The disk is full, so nothing was saved: make room on it and save again; all that was typed is still here."

  private func failing(_ width: Int, _ height: Int) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height)
    screen.saveFailure = Self.sentence
    screen.type("nEditors<Tab>wed 10:00<Ctrl-S>")
    return screen
  }

  /// The rows above the footer as one text, without the room that wrapping leaves.
  private func foot(_ screen: EditorScreen, rows: Int) -> String {
    let last = screen.frame.size.height - 1
    return (last - rows..<last).map(screen.line).joined(separator: " ")
  }

  @Test func aLongMessageIsWrappedToItsEnd() {
    #expect(foot(failing(40, 24), rows: 3) == Self.sentence)
    #expect(foot(failing(80, 24), rows: 2) == Self.sentence)
  }

  @Test func whatHasNoRoomUnderTheCursorEndsWithAnEllipsis() {
    let screen = failing(40, 10)
    #expect(screen.cursorLine.contains("Starts"))
    #expect(screen.text.contains("still here") || screen.text.contains("…"), "\(screen.text)")
    var list = EditorScreen(width: 40, height: 10, events: (10..<20).map { .sample("Talk", day: $0) })
    list.type("G")
    list.send(.failed(Self.sentence))
    #expect(list.cursorLine.hasPrefix(">"))
    #expect(list.status.hasSuffix("…"), "\(list.text)")
  }

  @Test func whatIsWrongWithTheFieldComesBeforeTheSync() {
    var screen = EditorScreen(width: 50)
    screen.type("n<Ctrl-R><Tab>tomorow")
    #expect(screen.text.contains("\nStarts: 'tomorow' is not a date"), "\(screen.text)")
    #expect(screen.resized(80, 24).line(22).hasPrefix("Syncing: asking"), "both have room")
    screen.type("<Ctrl-U>tomorrow")
    #expect(screen.status.hasPrefix("Syncing"))
  }

  @Test func aSentenceThatNamesTheFieldIsNotPutBehindItsLabel() {
    var screen = EditorScreen()
    screen.type("n<Tab><Shift-Tab>")
    #expect(screen.status == "Title is missing: write what the event is called")
  }

  @Test func aFocusedBadgeIsToldInWords() {
    var screen = EditorScreen()
    screen.type("n<Shift-Tab><Shift-Tab>ada<Enter>knuth<Enter>hopper<Enter><Esc><Left>")
    #expect(screen.status == "Grace Hopper, 3 of 3: Backspace takes it off")
    screen.type("<Home>")
    #expect(screen.status == "Ada Lovelace, 1 of 3: Backspace takes it off")
    screen.type("<Esc>")
    #expect(screen.status == "")
  }
}
