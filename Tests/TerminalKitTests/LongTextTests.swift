import TestSupport
import Testing

@testable import TerminalKit

@Suite("Long texts are handled in parts, with the same result")
struct LongTextTests {
  private static let pieces = [
    "a", "b ", " ", "word", "e\u{301}", "\u{301}", "\u{200D}", "👩‍🔬", "👩", "🇬🇧", "🇬", "渕", "한", "ᄒ", "ᅡ",
    String(repeating: "🇬🇧", count: 20), String(repeating: "x", count: 40), "",
  ]

  @Test(
    "A line is split into the characters that its whole text has, whatever is typed and deleted where",
    arguments: 0..<20)
  func seams(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let actions: [EditingAction] = [.left, .left, .right, .home, .end, .backspace, .delete, .deleteWord, .deleteToEnd]
    var editor = LineEditor()
    for _ in 0..<300 {
      if Int.random(in: 0..<3, using: &random) < 2 {
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        let expected = editor.textBeforeCursor + piece
        let rest = String(editor.text.dropFirst(editor.textBeforeCursor.count))
        editor.insert(piece)
        #expect(editor.text == expected + rest)
        #expect(editor.cursor == min(expected.count, editor.text.count))
      } else {
        editor.perform(actions.randomElement(using: &random) ?? .left)
      }
      #expect(editor.isCursorAtEnd == (editor.cursor == editor.text.count))
      #expect(editor.text.hasPrefix(editor.textBeforeCursor) || editor.cursor < editor.text.count)
      #expect(editor == copy(of: editor), "\(editor.text.debugDescription)")
    }
  }

  /// An editor that was given the whole text at once, with its cursor where the other's is.
  private func copy(of editor: LineEditor) -> LineEditor {
    var copy = LineEditor(editor.text)
    copy.perform(.home)
    for _ in 0..<editor.cursor { copy.perform(.right) }
    return copy
  }

  @Test("A line of ASCII breaks into the rows that any other line does", arguments: 0..<20)
  func rows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let metrics = TextMetrics(isUnicode: true)
    for _ in 0..<200 {
      let letters = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random) || Bool.random(using: &random) ? "x" : " "
      }
      let line = letters.joined()
      let width = Int.random(in: 1...20, using: &random)
      // A letter of one column that is not ASCII takes the other way.
      let other = metrics.typingRows(line.replacing("x", with: "ø"), to: width)
      #expect(metrics.typingRows(line, to: width) == other.map { $0.replacing("ø", with: "x") }, "\(line) in \(width)")
    }
  }

  @Test("The first rows of a text are the same however many are asked for", arguments: [1, 2, 3, 7])
  func limits(limit: Int) {
    let metrics = TextMetrics(isUnicode: true)
    for text in ["", "\n\n", "One two three\n\nfour", "Averyveryverylongword and more", "渕一博を囲む会 ada"] {
      let all = metrics.paragraphs(text, to: 6)
      #expect(metrics.paragraphs(text, to: 6, prefix: limit) == Array(all.prefix(limit)))
    }
  }
}
