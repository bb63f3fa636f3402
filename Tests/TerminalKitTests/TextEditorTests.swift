import Testing

@testable import TerminalKit

@Suite("Typing several lines")
struct TextEditorTests {
  @Test func enterBreaksTheLineAtTheCursorAndBackspaceJoinsItAgain() {
    var editor = TextEditor("one two")
    for _ in 0..<3 { editor.perform(.left) }
    editor.insert("\n")
    #expect(editor.text == "one \ntwo")
    editor.perform(.backspace)
    #expect(editor.text == "one two")
    editor.insert("X")
    #expect(editor.text == "one Xtwo")
  }

  @Test func deleteAtTheEndOfALineTakesTheNextOneUp() {
    var editor = TextEditor("a\nb")
    editor.perform(.up)
    editor.perform(.end)
    editor.perform(.delete)
    #expect(editor.text == "ab")
  }

  @Test func movingUpAndDownKeepsToTheTextAndStopsAtItsEnds() {
    var editor = TextEditor("long line\nx\nanother")
    #expect(editor.row == 2)
    editor.perform(.up)
    editor.insert("!")
    #expect(editor.text == "long line\nx!\nanother")
    for _ in 0..<5 { editor.perform(.up) }
    #expect(editor.row == 0)
  }

  @Test func leftAndRightGoOverLineEnds() {
    var editor = TextEditor("a\nb")
    editor.perform(.home)
    editor.perform(.left)
    editor.insert("1")
    editor.perform(.right)
    editor.insert("2")
    #expect(editor.text == "a1\n2b")
  }

  @Test func theWindowWrapsLongLinesAndFollowsTheCursor() {
    let editor = TextEditor("abcdefghij\nk")
    let window = editor.window(size: Size(width: 4, height: 2), metrics: .testing)
    #expect(window.lines == ["ij", "k"])
    #expect(window.cursor == Point(x: 1, y: 1))
  }

  @Test func atTheEdgeOfAFullRowTheCursorStandsOnTheNextOne() {
    let editor = TextEditor("abcd")
    let window = editor.window(size: Size(width: 4, height: 3), metrics: .testing)
    #expect(window.cursor.x < 4)
    #expect(window.cursor.y < window.lines.count)
  }

  @Test func wordsStayWholeAndThePlaceOfEachCharacterIsKept() {
    let text = "one two  three fourfivesix seven"
    let metrics = TextMetrics.testing
    for width in 1...40 {
      let rows = metrics.typingRows(text, to: width)
      #expect(rows.joined() == text)
      var editor = TextEditor(text)
      for count in (0...text.count).reversed() {
        let window = editor.window(size: Size(width: width, height: 40), metrics: metrics)
        #expect(window.lines.allSatisfy { metrics.width($0) <= width })
        #expect((0..<width).contains(window.cursor.x) && window.cursor.y < window.lines.count)
        // What is typed appears where the cursor stands, or begins the next row with its word.
        var clicked = editor
        clicked.moveCursor(to: window.cursor, width: width, metrics: metrics)
        #expect(
          clicked.window(size: Size(width: width, height: 40), metrics: metrics).cursor == window.cursor,
          "\(width) \(count)")
        editor.perform(.left)
      }
    }
    #expect(metrics.typingRows(text, to: 10) == ["one two  ", "three ", "fourfivesi", "x seven"])
    #expect(metrics.typingRows("ab cd", to: 2) == ["ab ", "cd"])
  }

  @Test func aClickBehindARowStaysInIt() {
    var editor = TextEditor("one two three")
    editor.moveCursor(to: Point(x: 9, y: 0), width: 10, metrics: .testing)
    editor.insert("!")
    #expect(editor.text == "one two! three")
    editor.moveCursor(to: Point(x: 9, y: 1), width: 10, metrics: .testing)
    editor.insert("!")
    #expect(editor.text == "one two! three!")
  }
}
