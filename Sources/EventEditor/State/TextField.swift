import TerminalKit

/// A field for one line of text.
struct TextField: Equatable, Sendable {
  private(set) var editor: LineEditor
  /// Whether the first typed character replaces what the field opened with.
  private var isFresh: Bool

  init(_ text: String = "", replacedByTyping: Bool = false) {
    editor = LineEditor(text)
    isFresh = replacedByTyping
  }

  var text: String { editor.text }
  /// Whether nothing but white space stands in it.
  var isEmpty: Bool { editor.text.allSatisfy(\.isWhitespace) }

  mutating func insert(_ text: String) {
    if isFresh { editor = LineEditor() }
    isFresh = false
    editor.insert(text)
  }

  /// Goes to where a click was; behind the text the first typed character replaces it still.
  mutating func moveCursor(toColumn column: Int, from start: Int, _ metrics: TextMetrics) {
    if editor.moveCursor(toColumn: column, from: start, metrics: metrics) { isFresh = false }
  }

  /// Does what an editing key asks for, and tells whether the text is another one now.
  @discardableResult
  mutating func perform(_ action: EditingAction) -> Bool {
    isFresh = false
    return editor.perform(action)
  }
}
