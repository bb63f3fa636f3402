/// What a terminal sends.
public enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A key was pressed together with Alt, which terminals send as Esc and the key at once.
  case chord(Key)
  /// Text was pasted; it may hold line breaks.
  case paste(String)
  /// The window has a new size.
  case resize(Size)
  /// The terminal is gone.
  case hangUp
}
