import TerminalKit

extension HealthFacts {
  /// The smallest terminal that shows the editor at all.
  private static let smallest = Size(width: 40, height: 10)
  /// The smallest that shows all of it.
  private static let comfortable = Size(width: 80, height: 24)

  /// The terminal, as the editor needs it.
  var terminalFindings: [Finding] {
    [typeFinding] + (terminal.size.map { [sizeFinding($0)] } ?? []) + [textFinding]
      + (terminal.isTerminal ? [colorFinding] : [])
  }

  private var typeFinding: Finding {
    guard terminal.isTerminal else {
      return Finding(
        "terminal", warning: "this runs without a terminal", "run the editor from one; the rest needs none")
    }
    guard terminal.canShowScreens else {
      return Finding(
        "terminal", problem: "the terminal type '\(terminal.type)' (TERM) cannot show full screens",
        "set TERM to your terminal's, for example xterm-256color")
    }
    return Finding("terminal", ok: "the terminal type \(terminal.type) shows full screens")
  }

  private func sizeFinding(_ size: Size) -> Finding {
    let words = "the terminal has \(size.width) columns and \(size.height) rows"
    if size.width < Self.smallest.width || size.height < Self.smallest.height {
      return Finding("size", warning: words, "make it at least 40 by 10")
    }
    if size.width < Self.comfortable.width || size.height < Self.comfortable.height {
      return Finding("size", warning: words, "make it 80 by 24 to see all of the form")
    }
    return Finding("size", ok: words)
  }

  private var textFinding: Finding {
    terminal.isUnicode
      ? Finding("text", ok: "names are shown in UTF-8")
      : Finding("text", warning: "names are shown in ASCII only", "set LANG to a UTF-8 locale such as C.UTF-8")
  }

  private var colorFinding: Finding {
    if terminal.isColorless { return Finding("colours", ok: "NO_COLOR is set, so there are none") }
    return Finding(
      "colours", ok: terminal.colors > 0 ? "the terminal has \(terminal.colors) colours" : "the terminal has no colours"
    )
  }
}
