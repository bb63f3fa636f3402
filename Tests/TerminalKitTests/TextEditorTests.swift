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

  /// Where the cursor is drawn after some keys.
  private func place(_ editor: inout TextEditor, _ actions: EditingAction...) -> Point {
    for action in actions { editor.perform(action, width: 10, metrics: .testing) }
    return editor.window(size: Size(width: 10, height: 9), metrics: .testing).cursor
  }

  @Test func upAndDownGoByTheRowsOfAWrappedParagraph() {
    var editor = TextEditor("one two three four five six")
    #expect(
      editor.window(size: Size(width: 10, height: 9), metrics: .testing).lines == [
        "one two ", "three four", "five six",
      ])
    #expect(place(&editor) == Point(x: 8, y: 2))
    #expect(place(&editor, .up) == Point(x: 8, y: 1))
    editor.insert("!")
    #expect(editor.text == "one two three fo!ur five six")
    #expect(place(&editor, .up, .up, .up).y == 0, "it stops at the first row")
    #expect(place(&editor, .down, .down, .down, .down).y == 3, "and at the last one")
  }

  @Test func theColumnIsKeptOverRowsThatAreTooShortForIt() {
    var editor = TextEditor("wide rows\n\nab\nlast rows")
    _ = place(&editor, .up, .up, .up, .home, .right, .right, .right, .right, .right, .right)
    #expect(place(&editor) == Point(x: 6, y: 0))
    #expect(place(&editor, .down) == Point(x: 0, y: 1))
    #expect(place(&editor, .down) == Point(x: 2, y: 2))
    #expect(place(&editor, .down) == Point(x: 6, y: 3))
    #expect(place(&editor, .up) == Point(x: 2, y: 2))
    #expect(place(&editor, .left, .down) == Point(x: 1, y: 3), "another key begins anew from where it led to")
    editor.insert("xyz")
    #expect(place(&editor, .up, .up, .up) == Point(x: 4, y: 0), "so does what is typed")
  }

  @Test func homeAndEndGoToTheEndsOfTheWholeLineAsWhatDeletesToThem() {
    var editor = TextEditor("one two three four five six\nlast")
    _ = place(&editor, .up, .up)
    #expect(place(&editor, .home) == Point(x: 0, y: 0))
    #expect(place(&editor, .end) == Point(x: 8, y: 2))
    _ = place(&editor, .up, .deleteToStart)
    #expect(editor.text == "ur five six\nlast")
  }

  @Test func theRowBehindAFullOneIsThereWhileTheCursorStandsOnIt() {
    var editor = TextEditor("0123456789\nnext")
    #expect(place(&editor, .up, .end) == Point(x: 0, y: 1))
    #expect(editor.window(size: Size(width: 10, height: 9), metrics: .testing).lines == ["0123456789", "", "next"])
    #expect(place(&editor, .down) == Point(x: 0, y: 1))
    #expect(editor.window(size: Size(width: 10, height: 9), metrics: .testing).lines == ["0123456789", "next"])
    editor.insert("!")
    #expect(editor.text == "0123456789\n!next")
  }

  @Test func everyRowIsReachedFromTheOneBelowAndFromTheOneAbove() {
    let text = "one two  three fourfivesix seven\n\n渕一博 を囲む会 e\u{301}a\u{301}  \n   x\nlast line of all"
    for width in 1...40 {
      let size = Size(width: width, height: 200)
      var editor = TextEditor(text)
      func y(after action: EditingAction) -> Int {
        editor.perform(action, width: width, metrics: .testing)
        return editor.window(size: size, metrics: .testing).cursor.y
      }
      editor.moveCursor(to: Point(x: 0, y: 0), width: width, metrics: .testing)
      let last = editor.window(size: size, metrics: .testing).lines.count - 1
      #expect((1...last).map { _ in y(after: .down) } == Array(1...last), "\(width)")
      #expect(y(after: .down) == last)
      #expect((1...last).map { _ in y(after: .up) } == (0..<last).reversed(), "\(width)")
      #expect(editor.text == text)
    }
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
