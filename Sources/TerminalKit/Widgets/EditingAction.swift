/// What can be done to text with a key.
public enum EditingAction: Hashable, Sendable {
  /// Moves the cursor one character back.
  case left
  /// Moves the cursor one character on.
  case right
  /// Moves the cursor to the start of the line.
  case home
  /// Moves the cursor to the end of the line.
  case end
  /// Removes the character before the cursor.
  case backspace
  /// Removes the character at the cursor.
  case delete
  /// Removes the word before the cursor.
  case deleteWord
  /// Removes what stands before the cursor on its line.
  case deleteToStart
  /// Removes what stands from the cursor to the end of its line.
  case deleteToEnd
  /// Moves the cursor one row up, in text of several lines.
  case up
  /// Moves the cursor one row down, in text of several lines.
  case down
}
