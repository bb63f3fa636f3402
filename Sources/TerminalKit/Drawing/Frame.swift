/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// What is drawn; empty for the second column of a wide character.
  public var text: String
  /// How it is drawn.
  public var style: CellStyle

  /// A cell with nothing in it.
  public static let blank = Cell(text: " ", style: CellStyle(.text))
}

/// A whole screen as a value: what every cell holds, and where the cursor stands.
public struct Frame: Equatable, Sendable {
  /// The size of the screen.
  public let size: Size
  /// The rows from the top, each with `size.width` cells.
  public private(set) var rows: [[Cell]]
  /// Where the terminal's cursor stands; braille and screen readers follow it.
  public var cursor: Point

  /// Makes a blank frame.
  public init(size: Size) {
    self.size = size
    rows = Array(repeating: Array(repeating: .blank, count: size.width), count: size.height)
    cursor = Point(x: 0, y: 0)
  }

  /// The text of a row, blanks at its end left out.
  public func line(_ row: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    return rows[row].map(\.text).joined().withoutTrailingSpaces
  }

  /// The text of all rows.
  public var text: String { rows.indices.map(line).joined(separator: "\n") }

  /// Puts a glyph into a cell; what does not fit into the frame is left out.
  mutating func put(_ glyph: Glyph, at point: Point, style: CellStyle) {
    guard rows.indices.contains(point.y), point.x >= 0, point.x + glyph.width <= size.width else { return }
    for x in point.x..<(point.x + glyph.width) { breakWide(x: x, y: point.y) }
    rows[point.y][point.x] = Cell(text: glyph.text, style: style)
    if glyph.width == 2 { rows[point.y][point.x + 1] = Cell(text: "", style: style) }
  }

  /// Blanks the other half of a wide character that is about to lose one half.
  private mutating func breakWide(x: Int, y: Int) {
    if rows[y][x].text.isEmpty, x > 0 { rows[y][x - 1].text = " " }
    if x + 1 < size.width, rows[y][x + 1].text.isEmpty { rows[y][x + 1].text = " " }
  }

  /// Changes the style of a run of cells and leaves their text.
  mutating func restyle(_ area: Rect, _ change: (inout CellStyle) -> Void) {
    let visible = area.intersection(Rect(x: 0, y: 0, width: size.width, height: size.height))
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX { change(&rows[y][x].style) }
    }
  }
}
