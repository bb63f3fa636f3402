/// Text of several lines being typed.
///
/// Up and Down go by the rows that are drawn, for a paragraph is one line that is wrapped, and keep to the column they
/// began in. Home and End go to the ends of the whole line, as in readline and nano, since Ctrl-U and Ctrl-K delete to
/// just these places.
public struct TextEditor: Equatable, Sendable {
  var lines: [LineEditor]
  /// The line the cursor is on, counted from 0.
  public internal(set) var row: Int
  /// The column that Up and Down keep to, also over rows that are too short for it; nil after anything else.
  var wantedColumn: Int?

  /// Makes an editor with the cursor behind the text.
  public init(_ text: String = "") {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { LineEditor(String($0)) }
    row = lines.count - 1
  }

  /// What has been typed, lines joined by LF.
  public var text: String { lines.map(\.text).joined(separator: "\n") }

  /// Puts text at the cursor; line breaks in it make new lines.
  public mutating func insert(_ text: String) {
    wantedColumn = nil
    for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { breakLine() }
      lines[row].insert(String(piece))
    }
  }

  /// Does what a key asks for.
  ///
  /// - Parameters:
  ///   - action: What is asked for.
  ///   - width: The width that lines are wrapped to; as it is, none is.
  ///   - metrics: How wide characters are.
  /// - Returns: Whether the text changed.
  @discardableResult
  public mutating func perform(
    _ action: EditingAction, width: Int = .max, metrics: TextMetrics = TextMetrics(isUnicode: true)
  ) -> Bool {
    switch action {
    case .up: move(byRows: -1, width: width, metrics: metrics)
    case .down: move(byRows: 1, width: width, metrics: metrics)
    default:
      wantedColumn = nil
      return edit(action)
    }
    return false
  }

  private mutating func edit(_ action: EditingAction) -> Bool {
    switch action {
    case .backspace where lines[row].cursor == 0: return joinWithPrevious(row)
    case .delete where lines[row].isCursorAtEnd: return joinWithPrevious(row + 1)
    case .left where lines[row].cursor == 0 && row > 0: return move(to: row - 1, column: .max)
    case .right where lines[row].isCursorAtEnd && row + 1 < lines.count:
      return move(to: row + 1, column: 0)
    default: return lines[row].perform(action)
    }
  }

  private mutating func breakLine() {
    let before = lines[row].textBeforeCursor
    let after = String(lines[row].text.dropFirst(before.count))
    lines[row] = LineEditor(before)
    row += 1
    var next = LineEditor(after)
    next.perform(.home)
    lines.insert(next, at: row)
  }

  private mutating func joinWithPrevious(_ index: Int) -> Bool {
    guard index > 0, index < lines.count else { return false }
    let tail = lines.remove(at: index).text
    row = index - 1
    let column = lines[row].text.count
    lines[row] = LineEditor(lines[row].text + tail)
    _ = move(to: row, column: column)
    return true
  }

  /// Puts the cursor on a line, at a column or as near to it as the line allows.
  private mutating func move(to target: Int, column: Int? = nil) -> Bool {
    guard lines.indices.contains(target) else { return false }
    let wanted = column ?? lines[row].cursor
    row = target
    lines[row].perform(.home)
    for _ in 0..<min(wanted, lines[row].text.count) { lines[row].perform(.right) }
    return false
  }
}
