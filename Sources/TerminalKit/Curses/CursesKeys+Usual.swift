import CNcurses

extension CursesKeys {
  /// What most terminals send for keys that the terminal's description may not name, or name otherwise.
  ///
  /// The name in `TERM` is often that of another terminal: one inside tmux sends tmux's own Home.
  static let usualKeys: [(sequence: String, code: Int32)] =
    [
      ("\u{1B}[1~", KEY_HOME), ("\u{1B}[7~", KEY_HOME), ("\u{1B}[H", KEY_HOME), ("\u{1B}OH", KEY_HOME),
      ("\u{1B}[4~", KEY_END), ("\u{1B}[8~", KEY_END), ("\u{1B}[F", KEY_END), ("\u{1B}OF", KEY_END),
      ("\u{1B}[2~", KEY_IC), ("\u{1B}[3~", KEY_DC), ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE),
      ("\u{1B}[Z", KEY_BTAB),
    ]
    + arrows + functionKeys

  private static let arrows = ["A": KEY_UP, "B": KEY_DOWN, "C": KEY_RIGHT, "D": KEY_LEFT].flatMap { letter, code in
    [("\u{1B}[" + letter, code), ("\u{1B}O" + letter, code)]
  }

  /// F1 to F12: the number in the sequence leaves some out.
  private static let functionKeys: [(String, Int32)] = {
    let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    let numbered = numbers.enumerated().map { ("\u{1B}[\($1)~", pivotal_key_f(Int32($0) + 1)) }
    return numbered + "PQRS".enumerated().map { ("\u{1B}O\($1)", pivotal_key_f(Int32($0) + 1)) }
  }()
}
