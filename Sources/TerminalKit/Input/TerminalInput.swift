/// What a terminal sends.
public enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; it may hold line breaks.
  case paste(String)
  /// The window has a new size.
  case resize(Size)
  /// The terminal is gone.
  case hangUp
}
