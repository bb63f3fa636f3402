import CNcurses
import Foundation

/// Turns what ncurses reads into keys.
enum CursesKeys {
  // Codes for sequences that terminfo does not name, above ncurses' own (KEY_MAX is 0777) and below the extended
  // ones that it hands out from 01000 on by itself.
  private static let pasteBegin: Int32 = 0x4001
  private static let pasteEnd: Int32 = 0x4002
  private static let altDown: Int32 = 0x4003

  static func defineExtraKeys() {
    define_key("\u{1B}[200~", pasteBegin)
    define_key("\u{1B}[201~", pasteEnd)
    define_key("\u{1B}[1;3B", altDown)
    define_key("\u{1B}\u{1B}[B", altDown)
  }

  /// The next input that is there already; nil when there is none.
  static func next() -> TerminalInput? {
    while true {
      var code = wint_t()
      let status = get_wch(&code)
      if status == ERR { return nil }
      if status == KEY_CODE_YES {
        if let input = special(Int32(bitPattern: code)) { return input }
      } else if let key = key(for: code) {
        return .key(key)
      }
    }
  }

  /// Whether the terminal's input is closed: readable, and yet there is nothing to read.
  static func inputHasEnded() -> Bool {
    var pending: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &pending) != 0 || pending == 0
  }

  private static func special(_ code: Int32) -> TerminalInput? {
    if code == KEY_RESIZE {
      return .resize(Size(width: Int(pivotal_columns()), height: Int(pivotal_lines())))
    }
    if code == pasteBegin { return .paste(pastedText()) }
    return named[code].map(TerminalInput.key) ?? functionKey(code).map(TerminalInput.key)
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_DC: .delete, KEY_IC: .insert, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
    KEY_ENTER: .enter, altDown: .altDown,
  ]

  private static func functionKey(_ code: Int32) -> Key? {
    (1...12).first { pivotal_key_f(Int32($0)) == code }.map(Key.function)
  }

  private static func key(for code: wint_t) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0: return .control(" ")
    case 1...26: return Unicode.Scalar(code + 0x60).map { .control(Character($0)) }
    case 28...31: return Unicode.Scalar(code + 0x40).map { .control(Character($0)) }
    default:
      guard let scalar = Unicode.Scalar(code), scalar.properties.generalCategory != .control else { return nil }
      return .character(Character(scalar))
    }
  }

  /// Reads a paste to its end.
  ///
  /// A terminal that never sends the end has a second to go on.
  private static func pastedText() -> String {
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    timeout(1000)
    defer { timeout(0) }
    while true {
      var code = wint_t()
      let status = get_wch(&code)
      if status == ERR || (status == KEY_CODE_YES && Int32(bitPattern: code) == pasteEnd) { return String(text) }
      guard status == OK, let scalar = Unicode.Scalar(code) else { continue }
      // Terminals send a line break in a paste as a carriage return, some with the line feed behind it.
      if scalar != "\n" || !isAfterReturn { text.append(scalar == "\r" ? "\n" : scalar) }
      isAfterReturn = scalar == "\r"
    }
  }
}
