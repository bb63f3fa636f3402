/// Draws text into a frame, within bounds: nothing can be drawn outside them.
public struct Canvas {
  /// The frame drawn so far.
  public private(set) var frame: Frame
  /// How text becomes cells.
  public let metrics: TextMetrics
  /// The part of the frame that is drawn into.
  public var bounds: Rect

  /// Makes a canvas over a blank frame.
  public init(size: Size, metrics: TextMetrics) {
    frame = Frame(size: size)
    self.metrics = metrics
    bounds = Rect(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// Where the terminal's cursor will stand, in the frame's coordinates; held within the frame.
  public mutating func setCursor(_ point: Point) {
    frame.cursor = Point(
      x: min(max(0, point.x), max(0, frame.size.width - 1)), y: min(max(0, point.y), max(0, frame.size.height - 1)))
  }

  /// Draws text from a point on and gives the column after it.
  ///
  /// - Parameters:
  ///   - text: One line; what does not fit is cut off with an ellipsis.
  ///   - x: The first column.
  ///   - y: The row.
  ///   - style: How it is drawn.
  ///   - width: The most columns it may take; nil for as many as the bounds have.
  ///   - matches: Runs of characters that a search matched.
  /// - Returns: The first column after the text.
  @discardableResult
  public mutating func draw(
    _ text: String, x: Int, y: Int, style: Style = .text, width: Int? = nil, matches: [Range<Int>] = []
  ) -> Int {
    let limit = min(bounds.maxX, width.map { x + $0 } ?? bounds.maxX)
    guard y >= bounds.y, y < bounds.maxY, x < limit else { return x }
    let shown = metrics.truncated(text, to: limit - x)
    var column = x
    for (offset, character) in shown.enumerated() {
      let isMatch = matches.contains { $0.contains(offset) }
      for glyph in metrics.glyphs(String(character)) {
        if column >= bounds.x {
          frame.put(glyph, at: Point(x: column, y: y), style: CellStyle(style, isMatch: isMatch))
        }
        column += glyph.width
      }
    }
    return column
  }

  /// Blanks an area.
  public mutating func clear(_ area: Rect, style: Style = .text) {
    let visible = area.intersection(bounds)
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX {
        frame.put(Glyph(text: " ", width: 1), at: Point(x: x, y: y), style: CellStyle(style))
      }
    }
  }

  /// Gives all cells of an area a style, keeping their text and their matches.
  public mutating func restyle(_ area: Rect, as style: Style) {
    frame.restyle(area.intersection(bounds)) { $0.style = style }
  }

  /// Draws a frame of lines around an area, with a title in its upper edge.
  public mutating func drawBox(_ area: Rect, title: String) {
    guard area.width >= 2, area.height >= 2 else { return }
    clear(area)
    let line = String(repeating: "─", count: area.width - 2)
    draw("┌" + line + "┐", x: area.x, y: area.y, style: .border)
    draw("└" + line + "┘", x: area.x, y: area.maxY - 1, style: .border)
    for y in (area.y + 1)..<(area.maxY - 1) {
      draw("│", x: area.x, y: y, style: .border)
      draw("│", x: area.maxX - 1, y: y, style: .border)
    }
    draw(" \(title) ", x: area.x + 2, y: area.y, style: .heading, width: area.width - 4)
  }
}
