import Foundation
import TestSupport

extension TerminalScreen {
  /// The labels of the form's fields, in the order of Tab.
  static let fields = [
    "Title", "Starts", "Ends", "Time zone", "Venue", "City", "Link", "Capacity", "Status", "Organizer", "Sponsor",
    "Speakers", "Description",
  ]

  /// The label of the field in which the cursor stands: the nearest one to its left, or above that.
  var focusedField: String? {
    for line in lines.prefix(cursorRow + 1).reversed() {
      let labels = Self.fields.compactMap { label in column(of: label, in: line).map { (label, $0) } }
      if let nearest = labels.filter({ $0.1 < cursorColumn }).max(by: { $0.1 < $1.1 }) { return nearest.0 }
    }
    return nil
  }

  /// A label stands at the beginning of a line or apart from what is before it.
  private func column(of label: String, in line: String) -> Int? {
    guard let place = "\(line) ".range(of: "  \(label) ") else { return nil }
    return line.distance(from: line.startIndex, to: place.lowerBound)
  }

  /// The text from the cursor to the end of its line.
  var cursorText: String { String(cursorLine.dropFirst(cursorColumn)) }

  /// The row that a list marks, without its mark and without what stands beside the list.
  var highlightedRow: String? {
    lines.lazy.compactMap { line in
      let text = line.prefix { $0 != "│" }.trimmingCharacters(in: .whitespaces)
      return text.hasPrefix("> ") ? String(text.dropFirst(2)) : nil
    }.first
  }
}

extension TmuxScreen {
  /// Waits until fields of the form, by their labels, hold texts.
  @discardableResult
  func waitForFields(_ fields: KeyValuePairs<String, String>) throws -> TerminalScreen {
    try waitUntil("the form holds \(fields)") { screen in
      fields.allSatisfy { label, text in screen.line(with: label)?.contains(text) == true }
    }
  }

  /// Waits for the form of a new event and fills its first two fields.
  func begin(_ title: String, starts: String) throws {
    try waitFor("New event")
    try type(title)
    try press(.tab)
    try type(starts)
    // Whoever goes on looks where the cursor is, which must not move any more.
    try waitUntil("the start is typed") { screen in
      screen.focusedField == "Starts" && screen.line(with: "Starts")?.contains(starts) == true
    }
  }

  /// Goes on, field by field, until the cursor stands in the one with the label.
  func go(to label: String) throws {
    var field = try fieldAtRest()
    while field != label {
      let next = TerminalScreen.fields.drop { $0 != field }.dropFirst().first
      guard let next else { throw TestFailure("Tab does not lead to \(label)") }
      try press(.tab)
      try waitUntil("the cursor is in \(next)") { $0.focusedField == next }
      field = next
    }
  }

  /// The field in which the cursor stands once nothing moves any more: while a form is drawn it is everywhere.
  private func fieldAtRest() throws -> String? {
    var last: TerminalScreen?
    return try waitUntil("the form is at rest") { screen in
      defer { last = screen }
      return screen == last && screen.focusedField != nil
    }.focusedField
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
