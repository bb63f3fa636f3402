/// Text of several lines being typed.
public struct TextEditor: Equatable, Sendable {
  private var lines: [LineEditor]
  /// The line the cursor is on, counted from 0.
  public private(set) var row: Int

  /// Makes an editor with the cursor behind the text.
  public init(_ text: String = "") {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { LineEditor(String($0)) }
    row = lines.count - 1
  }

  /// What has been typed, lines joined by LF.
  public var text: String { lines.map(\.text).joined(separator: "\n") }

  /// Puts text at the cursor; line breaks in it make new lines.
  public mutating func insert(_ text: String) {
    for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { breakLine() }
      lines[row].insert(String(piece))
    }
  }

  /// Does what a key asks for.
  ///
  /// - Returns: Whether the text changed.
  @discardableResult
  public mutating func perform(_ action: EditingAction) -> Bool {
    switch action {
    case .up: return move(to: row - 1)
    case .down: return move(to: row + 1)
    case .backspace where lines[row].cursor == 0: return joinWithPrevious(row)
    case .delete where lines[row].cursor == lines[row].text.count: return joinWithPrevious(row + 1)
    case .left where lines[row].cursor == 0 && row > 0: return move(to: row - 1, column: .max)
    case .right where lines[row].cursor == lines[row].text.count && row + 1 < lines.count:
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

  /// Moves the cursor to a place in the text as it is drawn, or as near to it as there is text.
  ///
  /// - Parameters:
  ///   - point: The column, and the row counted from the first of the whole text.
  ///   - width: The width that lines are wrapped to.
  ///   - metrics: How wide characters are.
  public mutating func moveCursor(to point: Point, width: Int, metrics: TextMetrics) {
    var above = max(0, point.y)
    for index in lines.indices {
      let rows = metrics.typingRows(lines[index].text, to: width)
      guard above < rows.count || index == lines.count - 1 else {
        above -= rows.count
        continue
      }
      let start = rows.prefix(min(above, rows.count - 1)).reduce(0) { $0 + $1.count }
      // Behind a row that goes on below is before its last space.
      let end = above + 1 < rows.count ? metrics.width(rows[above]) - 1 : .max
      lines[index].moveCursor(
        toColumn: above < rows.count ? min(point.x, max(0, end)) : .max, from: start, metrics: metrics)
      row = index
      return
    }
  }

  /// The place behind so many characters of a line that is broken into rows.
  private static func place(behind count: Int, in rows: [String], width: Int, _ metrics: TextMetrics) -> Point {
    var (rest, y) = (count, 0)
    while y + 1 < rows.count, rest >= rows[y].count {
      rest -= rows[y].count
      y += 1
    }
    let column = metrics.width(String(rows[y].prefix(rest)))
    // Behind a full row the cursor stands at the start of the next one, where the next character will.
    return column < width ? Point(x: column, y: y) : Point(x: 0, y: y + 1)
  }

  /// The lines to show, wrapped to a width and scrolled to the cursor, where the cursor is among them, and how many
  /// rows are above them.
  public func window(size: Size, metrics: TextMetrics) -> (lines: [String], cursor: Point, above: Int) {
    guard size.width > 0, size.height > 0 else { return ([], Point(x: 0, y: 0), 0) }
    var shown: [String] = []
    var cursor = Point(x: 0, y: 0)
    for (index, line) in lines.enumerated() {
      let rows = metrics.typingRows(line.text, to: size.width)
      if index == row {
        cursor = Self.place(behind: line.cursor, in: rows, width: size.width, metrics)
        cursor.y += shown.count
      }
      shown += rows.map { metrics.width($0) > size.width ? Self.withoutHangingSpaces($0) : $0 }
    }
    while shown.count <= cursor.y { shown.append("") }
    let first = max(0, cursor.y - size.height + 1)
    return (Array(shown.dropFirst(first).prefix(size.height)), Point(x: cursor.x, y: cursor.y - first), first)
  }

  private static func withoutHangingSpaces(_ row: String) -> String {
    var row = row
    while row.last == " " { row.removeLast() }
    return row
  }
}
