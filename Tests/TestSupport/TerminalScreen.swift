/// What a terminal shows at one moment.
public struct TerminalScreen: Equatable, Sendable, CustomStringConvertible {
  /// The rows from top to bottom, without the spaces at their ends.
  public let lines: [String]
  /// The column of the cursor, from 0.
  public let cursorColumn: Int
  /// The row of the cursor, from 0.
  public let cursorRow: Int
  /// Whether the cursor is shown.
  public let isCursorVisible: Bool
  /// Whether the program has the screen to itself, so that what was there before comes back when it ends.
  public let isAlternate: Bool
  /// Whether the program asks for the mouse.
  public let isMouseWanted: Bool
  /// The exit status of the program, once it has ended; 128 and its number where a signal ended it.
  public let exitStatus: Int?

  /// All rows as one text.
  public var text: String { lines.joined(separator: "\n") }

  /// Whether a row holds the text.
  public func contains(_ text: String) -> Bool { row(of: text) != nil }

  /// The first row that holds the text, from 0.
  public func row(of text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

  /// The first line that holds the text.
  public func line(with text: String) -> String? { lines.first { $0.contains(text) } }

  /// The line in which the cursor stands.
  public var cursorLine: String { lines.indices.contains(cursorRow) ? lines[cursorRow] : "" }

  /// The screen in a frame, and where the cursor is.
  public var description: String {
    let width = lines.map(\.count).max() ?? 0
    let edge = "+" + String(repeating: "-", count: width) + "+"
    let rows = lines.map { "|" + $0 + String(repeating: " ", count: width - $0.count) + "|" }
    let end = exitStatus.map { "; the program has ended with status \($0)" } ?? ""
    return ([edge] + rows + [edge, "cursor in row \(cursorRow), column \(cursorColumn)\(end)"]).joined(separator: "\n")
  }
}
