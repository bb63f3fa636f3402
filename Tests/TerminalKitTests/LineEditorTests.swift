import Testing

@testable import TerminalKit

@Suite("Typing into one line")
struct LineEditorTests {
  /// The text with the cursor drawn into it.
  private func shown(_ editor: LineEditor) -> String {
    let before = editor.textBeforeCursor
    return before + "|" + editor.text.dropFirst(before.count)
  }

  private func editing(_ text: String, _ actions: EditingAction...) -> String {
    var editor = LineEditor(text)
    for action in actions { editor.perform(action) }
    return shown(editor)
  }

  @Test func movesStayInsideTheText() {
    #expect(editing("ab", .left, .left, .left) == "|ab")
    #expect(editing("ab", .home, .right, .right, .right) == "ab|")
    #expect(editing("", .left, .right, .home, .end) == "|")
  }

  @Test func deletesOnBothSidesOfTheCursor() {
    #expect(editing("abc", .left, .backspace) == "a|c")
    #expect(editing("abc", .home, .delete) == "|bc")
    #expect(editing("abc", .delete) == "abc|")
    #expect(editing("abc", .home, .backspace) == "|abc")
  }

  @Test func deletesWordsAndLines() {
    #expect(editing("Ada  Lovelace", .deleteWord) == "Ada  |")
    #expect(editing("Ada  ", .deleteWord) == "|")
    #expect(editing("Ada", .left, .deleteToStart) == "|a")
    #expect(editing("Ada", .home, .right, .deleteToEnd) == "A|")
  }

  @Test func aCombiningMarkJoinsTheLetterBeforeIt() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.text == "e\u{301}")
    #expect(editor.cursor == 1)
    editor.perform(.backspace)
    #expect(editor.isEmpty)
  }

  @Test func removingWhatStoodBetweenTwoPartsThatJoinKeepsTheCursorInside() {
    var editor = LineEditor("e-\u{301}x")
    editor.perform(.home)
    editor.perform(.right)
    editor.perform(.delete)
    #expect(editor.cursor <= editor.text.count)
    editor.insert("z")
    editor.perform(.backspace)
    editor.perform(.backspace)
    #expect(editor.cursor <= editor.text.count)
  }

  @Test func aLongTextIsShownFromFurtherRightSoThatTheCursorIsSeen() {
    let metrics = TextMetrics.testing
    let window = LineEditor("abcdefgh").window(width: 4, metrics: metrics)
    #expect(window.text == "fgh")
    #expect(window.cursorColumn == 3)
  }

  @Test func wideCharactersCountTwoColumnsInTheWindow() {
    let window = LineEditor("渕一博").window(width: 10, metrics: .testing)
    #expect(window.cursorColumn == 6)
  }

  @Test func noEllipsisStandsWhereTheCursorIs() {
    for cursor in 0...20 {
      var editor = LineEditor("abcdefghijklmnopqrst")
      for _ in cursor..<20 { editor.perform(.left) }
      let window = editor.window(width: 6, metrics: .testing)
      let shown = TextMetrics.testing.truncated(window.text, to: 6)
      let under = shown.dropFirst(window.cursorColumn).first
      #expect(under == editor.text.dropFirst(cursor).first, "\(shown) at \(cursor)")
      #expect(window.cursorColumn < 6)
    }
    var whole = LineEditor("abcdef")
    whole.perform(.left)
    #expect(whole.window(width: 6, metrics: .testing).text == "abcdef", "what has room stays where it is")
  }
}

extension TextMetrics {
  /// Metrics of a UTF-8 terminal, whatever locale the tests are run in.
  static let testing = TextMetrics.activateLocale(["LC_ALL": "C.UTF-8"])
}
