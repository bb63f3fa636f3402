/// What a terminal sends.
public enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A key was pressed together with Alt, which terminals send as Esc and the key at once.
  case chord(Key)
  /// The mouse was used.
  case mouse(MouseInput)
  /// Text was pasted; it may hold line breaks.
  case paste(String)
  /// The window has a new size.
  case resize(Size)
  /// The terminal is gone.
  case hangUp
}
