/// How styles look: one place for all colours and attributes.
public struct Theme: Sendable {
  /// The look of one style.
  public struct Look: Equatable, Sendable {
    /// An ANSI colour number for the text, or nil for the terminal's own.
    public var color: Int16?
    /// Drawn bold.
    public var bold: Bool
    /// Drawn underlined.
    public var underline: Bool
    /// Drawn with text and background exchanged.
    public var reverse: Bool

    /// Makes a look.
    public init(color: Int16? = nil, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
      self.color = color
      self.bold = bold
      self.underline = underline
      self.reverse = reverse
    }
  }

  private let looks: [Style: Look]

  /// Makes a theme; a style without a look is drawn plain.
  public init(_ looks: [Style: Look]) {
    self.looks = looks
  }

  /// The look of a style.
  public func look(of style: Style) -> Look { looks[style] ?? Look() }

  /// The terminal's own colours, with the few ANSI ones that are legible on dark and on light backgrounds.
  public static let standard = Theme([
    .heading: Look(bold: true),
    .label: Look(color: 6),
    .focusedLabel: Look(color: 6, bold: true, reverse: true),
    .field: Look(),
    .focusedField: Look(bold: true),
    .secondary: Look(color: 6),
    .selected: Look(reverse: true),
    .badge: Look(color: 4, bold: true),
    .focusedBadge: Look(bold: true, reverse: true),
    .error: Look(color: 1, bold: true),
    .warning: Look(color: 5),
    .success: Look(color: 2, bold: true),
    .key: Look(bold: true),
    .border: Look(color: 6),
  ])
}
