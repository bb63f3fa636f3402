import CNcurses
import Foundation

/// Turns what ncurses reads into keys.
///
/// Bytes are read rather than characters: where the locale cannot decode a letter, or it arrives in two pieces, the
/// library's own reading of characters fails and drops what it has.
struct CursesKeys {
  private var assembler = UTF8Assembler()
  private var waiting: [TerminalInput] = []

  // Codes for sequences that terminfo does not name, above ncurses' own (KEY_MAX is 0777) and below the extended
  // ones that it hands out from 01000 on by itself.
  private static let pasteBegin: Int32 = 0x4001
  private static let pasteEnd: Int32 = 0x4002
  private static let altDown: Int32 = 0x4003
  private static let mouseReport: Int32 = 0x4004
  private static let olderMouseReport: Int32 = 0x4005

  /// Milliseconds to wait for the next byte of a report, and the most bytes that one has.
  private static let reportWait: Int32 = 100
  private static let longestReport = 24

  static func defineExtraKeys() {
    define_key("\u{1B}[200~", pasteBegin)
    define_key("\u{1B}[201~", pasteEnd)
    define_key("\u{1B}[1;3B", altDown)
    define_key("\u{1B}\u{1B}[B", altDown)
    // One of these may be the library's own mouse, which would drop what it does not know.
    define_key("\u{1B}[<", mouseReport)
    define_key("\u{1B}[M", olderMouseReport)
    // What is known already stays, unless it is a key that has no name here, such as a Find key where Home is.
    for (sequence, code) in usualKeys {
      let known = key_defined(sequence)
      if known == 0 || known > 0 && key(for: known) == nil { define_key(sequence, code) }
    }
  }

  /// All input that is there already, and whether anything was read at all.
  mutating func read() -> (inputs: [TerminalInput], hasRead: Bool) {
    var hasRead = false
    while case let code = getch(), code != ERR {
      hasRead = true
      take(code)
    }
    defer { waiting = [] }
    return (waiting, hasRead)
  }

  private mutating func take(_ code: Int32) {
    if code == 27 { return takeEscape() }
    if let byte = UInt8(exactly: code) {
      waiting += assembler.take(byte).compactMap(Self.key).map(TerminalInput.key)
      return
    }
    waiting += assembler.flush().compactMap(Self.key).map(TerminalInput.key)
    switch code {
    case KEY_RESIZE: waiting.append(.resize(Size(width: Int(pivotal_columns()), height: Int(pivotal_lines()))))
    case Self.pasteBegin: waiting.append(.paste(Self.pastedText()))
    case Self.mouseReport:
      let report = rest { $0.last.map { (0x40...0x7E).contains($0) } ?? false }
      if let input = MouseInput(report: String(decoding: report, as: UTF8.self)) { waiting.append(.mouse(input)) }
    case Self.olderMouseReport:
      if let input = MouseInput(bytes: rest { $0.count == 3 }) { waiting.append(.mouse(input)) }
    default:
      if let key = Self.key(for: code) { waiting.append(.key(key)) }
    }
  }

  /// The rest of what the mouse reports, which may be on its way still.
  private func rest(until isWhole: ([UInt8]) -> Bool) -> [UInt8] {
    timeout(Self.reportWait)
    defer { timeout(0) }
    var bytes: [UInt8] = []
    while !isWhole(bytes), bytes.count < Self.longestReport, let byte = UInt8(exactly: getch()) { bytes.append(byte) }
    return bytes
  }

  /// Takes what follows an Esc at once: a key pressed with Alt, a sequence that means nothing here, or nothing.
  private mutating func takeEscape() {
    waiting += assembler.flush().compactMap(Self.key).map(TerminalInput.key)
    var next = getch()
    // Whoever holds the key down, or sends it many thousand times, sends as many keys.
    while next == 27 {
      waiting.append(.key(.escape))
      next = getch()
    }
    switch next {
    case ERR: waiting.append(.key(.escape))
    case Int32(UInt8(ascii: "[")): swallowSequence()
    case Int32(UInt8(ascii: "O")): _ = getch()
    default:
      let already = waiting.count
      take(next)
      let keys = waiting[already...]
      waiting.removeSubrange(already...)
      waiting += keys.map { if case .key(let key) = $0 { TerminalInput.chord(key) } else { $0 } }
    }
  }

  /// Passes over a control sequence (ECMA-48): parameters, then one byte from `@` to `~`.
  private func swallowSequence() {
    var code = getch()
    while code != ERR, !(0x40...0x7E).contains(code) { code = getch() }
  }

  /// Whether the terminal's input is closed: readable, and yet there is nothing to read.
  static func inputHasEnded() -> Bool {
    pivotal_waiting_bytes(STDIN_FILENO) <= 0
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_DC: .delete, KEY_IC: .insert, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
    KEY_ENTER: .enter, altDown: .altDown,
  ]

  /// The key that the library has a number for; nil for keys that have no name here.
  private static func key(for code: Int32) -> Key? {
    named[code] ?? (1...12).first { pivotal_key_f(Int32($0)) == code }.map(Key.function)
  }

  private static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0: return .control(" ")
    case 1...26: return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 28...31: return Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    default: return scalar.properties.generalCategory == .control ? nil : .character(Character(scalar))
    }
  }

  /// Reads a paste to its end.
  ///
  /// A terminal that never sends the end has a second to go on.
  private static func pastedText() -> String {
    var assembler = UTF8Assembler()
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    timeout(1000)
    defer { timeout(0) }
    while case let code = getch(), code != ERR, code != pasteEnd {
      guard let byte = UInt8(exactly: code) else { continue }
      // Terminals send a line break in a paste as a carriage return, some with the line feed behind it.
      if byte != 10 || !isAfterReturn { text.append(contentsOf: assembler.take(byte == 13 ? 10 : byte)) }
      isAfterReturn = byte == 13
    }
    text.append(contentsOf: assembler.flush())
    return String(text)
  }
}
