/// How styles look: one place for all colours and attributes.
public struct Theme: Equatable, Sendable {
  /// The look of one style.
  public struct Look: Equatable, Sendable {
    /// The colour of the text, or nil for the terminal's own.
    public var color: Color?
    /// The colour behind the text, or nil for the terminal's own.
    public var background: Color?
    /// Drawn bold.
    public var bold: Bool
    /// Drawn underlined.
    public var underline: Bool
    /// Drawn with text and background exchanged.
    public var reverse: Bool

    /// Makes a look.
    public init(
      color: Color? = nil, background: Color? = nil, bold: Bool = false, underline: Bool = false, reverse: Bool = false
    ) {
      self.color = color
      self.background = background
      self.bold = bold
      self.underline = underline
      self.reverse = reverse
    }
  }

  /// A colour, as well as a terminal can show it.
  public struct Color: Equatable, Sendable {
    /// The number of one of the first eight colours, which every terminal with colours has.
    public let basic: Int
    /// The number among 256, for terminals that have so many.
    public let extended: Int?

    /// Makes a colour.
    public init(_ basic: Int, extended: Int? = nil) {
      self.basic = basic
      self.extended = extended
    }

    /// The number to use on a terminal with so many colours.
    ///
    /// One that has millions takes larger numbers for red, green and blue, so it is given the first eight only.
    public func number(ofColors count: Int) -> Int {
      guard let extended, (256...0x7FFF).contains(count) else { return basic }
      return extended
    }
  }

  /// What it is called in the settings and in the menu.
  public let name: String
  private let looks: [Style: Look]

  /// Makes a theme.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - looks: The looks of styles; what they leave open is as that of ordinary text.
  public init(_ name: String, _ looks: [Style: Look]) {
    self.name = name
    self.looks = looks
  }

  /// The look of a style.
  public func look(of style: Style) -> Look {
    let text = looks[.text] ?? Look()
    var look = looks[style] ?? text
    look.color = look.color ?? text.color
    look.background = look.background ?? text.background
    return look
  }
}
