// The text as it is drawn, in rows: where the cursor stands among them, and how it goes from one to another.

extension TextEditor {
  /// The lines to show, wrapped to a width and scrolled to the cursor, where the cursor is among them, and how many
  /// rows are above them.
  public func window(size: Size, metrics: TextMetrics) -> (lines: [String], cursor: Point, above: Int) {
    guard size.width > 0, size.height > 0 else { return ([], Point(x: 0, y: 0), 0) }
    let rows = rows(width: size.width, metrics)
    let cursor = cursorPlace(in: rows, width: size.width, metrics)
    let first = max(0, cursor.y - size.height + 1)
    let shown = rows.joined().dropFirst(first).prefix(size.height).map { row in
      metrics.width(row) > size.width ? row.withoutTrailingSpaces : row
    }
    return (shown, Point(x: cursor.x, y: cursor.y - first), first)
  }

  /// Moves the cursor to a place in the text as it is drawn, or as near to it as there is text.
  ///
  /// - Parameters:
  ///   - point: The column, and the row counted from the first of the whole text.
  ///   - width: The width that lines are wrapped to.
  ///   - metrics: How wide characters are.
  public mutating func moveCursor(to point: Point, width: Int, metrics: TextMetrics) {
    wantedColumn = nil
    go(to: point, in: rows(width: width, metrics), metrics)
  }

  /// Moves the cursor to another row, to the column it began in or as near to that as the row's text allows.
  mutating func move(byRows step: Int, width: Int, metrics: TextMetrics) {
    // A window without a column draws no rows.
    let width = width > 0 ? width : .max
    let rows = rows(width: width, metrics)
    let place = cursorPlace(in: rows, width: width, metrics)
    let column = wantedColumn ?? place.x
    let target = place.y + step
    guard (0..<rows.reduce(0) { $0 + $1.count }).contains(target) else { return }
    go(to: Point(x: column, y: target), in: rows, metrics)
    wantedColumn = column
  }

  /// The rows of each line; behind a full one there is one more while the cursor stands on it.
  private func rows(width: Int, _ metrics: TextMetrics) -> [[String]] {
    var rows = lines.map { metrics.typingRows($0.text, to: width) }
    let place = Self.place(behind: lines[row].cursor, in: rows[row], width: width, metrics)
    if place.y == rows[row].count { rows[row].append("") }
    return rows
  }

  /// Where the cursor stands, counted from the first row of the whole text.
  private func cursorPlace(in rows: [[String]], width: Int, _ metrics: TextMetrics) -> Point {
    let place = Self.place(behind: lines[row].cursor, in: rows[row], width: width, metrics)
    return Point(x: place.x, y: place.y + rows.prefix(row).reduce(0) { $0 + $1.count })
  }

  /// The place behind so many characters of a line that is broken into rows.
  private static func place(behind count: Int, in rows: [String], width: Int, _ metrics: TextMetrics) -> Point {
    var (rest, y) = (count, 0)
    while y + 1 < rows.count {
      let length = rows[y].characterCount
      guard rest >= length else { break }
      rest -= length
      y += 1
    }
    let column = metrics.width(String(rows[y].prefix(rest)))
    // Behind a full row the cursor stands at the start of the next one, where the next character will.
    return column < width ? Point(x: column, y: y) : Point(x: 0, y: y + 1)
  }

  private mutating func go(to point: Point, in rows: [[String]], _ metrics: TextMetrics) {
    var above = max(0, point.y)
    for (index, rows) in rows.enumerated() {
      guard above < rows.count || index == lines.count - 1 else {
        above -= rows.count
        continue
      }
      let start = rows.prefix(min(above, rows.count - 1)).reduce(0) { $0 + $1.characterCount }
      // Behind a row that goes on below is before its last space.
      let end = above + 1 < rows.count ? metrics.width(rows[above]) - 1 : .max
      lines[index].moveCursor(
        toColumn: above < rows.count ? min(point.x, max(0, end)) : .max, from: start, metrics: metrics)
      row = index
      return
    }
  }
}

extension String {
  /// How many characters there are, at once where each is a byte: a line has no line breaks, which may be two.
  fileprivate var characterCount: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }
}
