import CNcurses

/// What ncurses needs to draw a style: attributes and a colour pair, worked out once.
struct CursesPalette {
  struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  private var looks: [Style: Look] = [:]

  /// Works the styles out; without colour the attributes alone tell them apart.
  init(theme: Theme, usesColor: Bool) {
    let hasColors = usesColor && has_colors()
    if hasColors {
      start_color()
      use_default_colors()
    }
    for style in Style.allCases {
      let look = theme.look(of: style)
      var drawn = Look(attributes: 0, pair: 0)
      if look.bold { drawn.attributes |= pivotal_a_bold() }
      if look.underline { drawn.attributes |= pivotal_a_underline() }
      if look.reverse { drawn.attributes |= pivotal_a_reverse() }
      if hasColors, let color = look.color {
        drawn.pair = Int16(style.rawValue) + 1
        init_pair(drawn.pair, color, -1)
      }
      looks[style] = drawn
    }
  }

  func look(of style: CellStyle) -> Look {
    var look = looks[style.style] ?? Look(attributes: 0, pair: 0)
    if style.isMatch { look.attributes |= pivotal_a_bold() | pivotal_a_underline() }
    return look
  }
}
