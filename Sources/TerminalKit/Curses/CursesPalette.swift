import CNcurses

/// What ncurses needs to draw a style: attributes and a colour pair, worked out once.
struct CursesPalette {
  struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  private var looks: [Style: Look] = [:]
  /// How many colours the terminal has; 0 where none are to be used.
  private let colors: Int
  /// Whether a pair may have the terminal's own colours in it.
  private let hasOwnColors: Bool

  /// Works the styles out; without colour the attributes alone tell them apart.
  init(theme: Theme, usesColor: Bool) {
    if usesColor, has_colors() {
      start_color()
      hasOwnColors = use_default_colors() == OK
      colors = Int(pivotal_colors())
    } else {
      (hasOwnColors, colors) = (false, 0)
    }
    use(theme)
  }

  /// Works the styles out anew, for another theme.
  mutating func use(_ theme: Theme) {
    for style in Style.allCases {
      let look = theme.look(of: style)
      var drawn = Look(attributes: 0, pair: 0)
      if look.bold { drawn.attributes |= pivotal_a_bold() }
      if look.underline { drawn.attributes |= pivotal_a_underline() }
      if look.reverse { drawn.attributes |= pivotal_a_reverse() }
      if colors > 0, look.color != nil || look.background != nil {
        drawn.pair = Int16(style.rawValue) + 1
        init_pair(
          drawn.pair, number(look.color, else: Int(COLOR_WHITE)), number(look.background, else: Int(COLOR_BLACK)))
      }
      looks[style] = drawn
    }
  }

  /// A colour's number; where none is given the terminal's own, or the usual one where that cannot be named.
  private func number(_ color: Theme.Color?, else usual: Int) -> Int16 {
    Int16(clamping: color?.number(ofColors: colors) ?? (hasOwnColors ? -1 : usual))
  }

  func look(of style: CellStyle) -> Look {
    var look = looks[style.style] ?? Look(attributes: 0, pair: 0)
    if style.isMatch { look.attributes |= pivotal_a_bold() | pivotal_a_underline() }
    return look
  }
}
