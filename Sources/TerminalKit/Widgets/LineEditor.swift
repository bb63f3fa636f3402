/// One line of text being typed: the text, and where the cursor is in it.
///
/// Characters are what a person sees as one: a letter with its accents is moved over and removed whole.
public struct LineEditor: Equatable, Sendable {
  private var characters: [Character]
  /// What has been typed, kept since it is asked for far more often than it changes.
  public private(set) var text: String
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  /// Makes an editor with the cursor behind the text.
  public init(_ text: String = "") {
    characters = Array(text)
    self.text = text
    cursor = characters.count
  }

  /// Whether nothing has been typed.
  public var isEmpty: Bool { characters.isEmpty }
  /// Whether the cursor stands behind the text.
  public var isCursorAtEnd: Bool { cursor == characters.count }
  /// What stands before the cursor.
  public var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text at the cursor and the cursor behind it.
  ///
  /// A combining mark joins the character before it, so the line is split into characters anew.
  public mutating func insert(_ text: String) {
    replace(cursor..<cursor, with: text)
  }

  /// Characters on each side of a change that are split anew with it.
  private static let seam = 16

  /// Puts text in the place of some characters and the cursor behind it.
  ///
  /// What meets at the ends may join; only where that reaches far, as in a row of flags, the whole line is split anew.
  private mutating func replace(_ range: Range<Int>, with new: String) {
    let area = max(0, range.lowerBound - Self.seam)..<min(characters.count, range.upperBound + Self.seam)
    let before = String(characters[area.lowerBound..<range.lowerBound]) + new
    let pieces = Array(before + String(characters[range.upperBound..<area.upperBound]))
    let isPlain = text.utf8.count == characters.count && new.utf8.allSatisfy { $0 < 0x80 }
    if isPlain {
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      text.replaceSubrange(start..<text.utf8.index(start, offsetBy: range.count), with: new)
    }
    let isApart = area.upperBound == characters.count || pieces.last == characters[area.upperBound - 1]
    characters.replaceSubrange(area, with: pieces)
    if !isPlain { text = String(characters) }
    if !isApart { characters = Array(text) }
    cursor = min(area.lowerBound + before.count, characters.count)
  }

  /// Does what a key asks for.
  ///
  /// - Returns: Whether the text changed.
  @discardableResult
  public mutating func perform(_ action: EditingAction) -> Bool {
    let before = characters.count
    switch action {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .up: cursor = 0
    case .end, .down: cursor = characters.count
    case .backspace: remove(from: cursor - 1, to: cursor)
    case .delete: remove(from: cursor, to: cursor + 1)
    case .deleteWord: remove(from: wordStart(before: cursor), to: cursor)
    case .deleteToStart: remove(from: 0, to: cursor)
    case .deleteToEnd: remove(from: cursor, to: characters.count)
    }
    return characters.count != before
  }

  private mutating func remove(from start: Int, to end: Int) {
    let range = max(0, start)..<max(0, min(end, characters.count))
    guard !range.isEmpty else { return }
    replace(range, with: "")
    cursor = min(range.lowerBound, characters.count)
  }

  private func wordStart(before position: Int) -> Int {
    var start = position
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  /// Moves the cursor before the character that is drawn at a column, or behind the text.
  ///
  /// - Parameters:
  ///   - column: The column, counted from where the text is shown.
  ///   - start: The first character that is shown.
  ///   - metrics: How wide characters are.
  /// - Returns: Whether there is a character at the column.
  @discardableResult
  public mutating func moveCursor(toColumn column: Int, from start: Int = 0, metrics: TextMetrics) -> Bool {
    var rest = max(0, column)
    cursor = min(max(0, start), characters.count)
    while cursor < characters.count {
      rest -= metrics.width(String(characters[cursor]))
      if rest < 0 { return true }
      cursor += 1
    }
    return false
  }

  /// The part of the text to show in a field, the cursor's column in it, and how many characters stand before it.
  ///
  /// The cursor is always inside, and so is the whole character under it: a long text is shown from further right.
  public func window(width: Int, metrics: TextMetrics) -> (text: String, cursorColumn: Int, start: Int) {
    guard width > 0 else { return ("", 0, 0) }
    var start = 0
    var column = metrics.width(textBeforeCursor)
    let under = cursor < characters.count ? max(1, metrics.width(String(characters[cursor]))) : 1
    var rest = column + metrics.width(String(characters[cursor...]))
    // What has no room at the right is an ellipsis there, which must not stand for what is under the cursor.
    while start < cursor, column + under + (rest > width ? metrics.width("…") : 0) > width {
      let columns = metrics.width(String(characters[start]))
      (column, rest) = (column - columns, rest - columns)
      start += 1
    }
    return (String(characters[start...]), column, start)
  }
}
