/// What a piece of text is, never how it looks: a ``Theme`` decides that.
public enum Style: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// The name of a screen.
  case heading
  /// The name of a field or a column.
  case label
  /// The name of the field that has the focus.
  case focusedLabel
  /// What stands in a field.
  case field
  /// What stands in the field that has the focus.
  case focusedField
  /// Something said aside: a reading, a count, a detail.
  case secondary
  /// The row the cursor is on.
  case selected
  /// A chosen thing that can be taken off.
  case badge
  /// The badge that has the focus.
  case focusedBadge
  /// What is wrong.
  case error
  /// What deserves a look.
  case warning
  /// What went well.
  case success
  /// The name of a key in the footer.
  case key
  /// Lines and frames.
  case border
}

/// How a cell is drawn: its style, and whether it is a letter that a search matched.
public struct CellStyle: Hashable, Sendable {
  /// What the text is.
  public var style: Style
  /// Whether a search matched here; shown by bold and underline, since colour alone tells some people nothing.
  public var isMatch: Bool

  /// Makes a cell's style.
  public init(_ style: Style, isMatch: Bool = false) {
    self.style = style
    self.isMatch = isMatch
  }
}
