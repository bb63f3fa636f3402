import Foundation
import TestSupport

extension TerminalScreen {
  /// The text from the cursor to the end of its line.
  var cursorText: String { String(cursorLine.dropFirst(cursorColumn)) }

  /// Where the cursor is, to see whether it has moved.
  var cursorPlace: [Int] { [cursorRow, cursorColumn] }

  /// The label of the form's row in which the cursor stands, also where its field takes several lines.
  var label: String {
    let labels = lines.prefix(cursorRow + 1).map { $0.prefix(14).trimmingCharacters(in: .whitespaces) }
    return labels.last { !$0.isEmpty } ?? ""
  }

  /// The row that a list marks, without its mark.
  var highlightedRow: String? {
    lines.lazy.compactMap { line in
      let text = line.trimmingCharacters(in: .whitespaces)
      return text.hasPrefix("> ") ? String(text.dropFirst(2)) : nil
    }.first
  }
}

extension TmuxScreen {
  /// Goes on, field by field, until the cursor stands in the row with the label.
  func go(to label: String) throws {
    var screen = try screen()
    for _ in 0..<20 where screen.label != label {
      let before = screen.cursorPlace
      try press(.tab)
      screen = try waitUntil("the cursor has gone on towards \(label)") { $0.cursorPlace != before }
    }
    guard screen.label == label else { throw TestFailure("Tab does not lead to \(label):\n\(screen)") }
  }

  /// Searches in an organizer's or a sponsor's picker and takes what is highlighted, which must be the name.
  func choose(_ words: String, _ name: String) throws {
    try type(words)
    try waitUntil("\(name) is highlighted") { $0.highlightedRow?.hasPrefix(name) == true }
    try press(.enter)
    try waitUntil("\(name) stands in its field") { $0.highlightedRow == nil && $0.cursorLine.contains(name) }
  }

  /// Searches among the speakers and adds the highlighted one, whose row must be the text.
  func pick(_ words: String, _ row: String) throws {
    try type(words)
    try waitUntil("'\(row)' is highlighted") { $0.highlightedRow == row }
    try press(.enter)
    try waitUntil("the text is empty for the next one") { !$0.contains(words) && $0.contains(" selected") }
  }
}
