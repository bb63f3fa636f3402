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

  mutating func insert(_ text: String) {
    if isFresh { editor = LineEditor() }
    isFresh = false
    editor.insert(text)
  }

  mutating func perform(_ action: EditingAction) {
    isFresh = false
    editor.perform(action)
  }
}
