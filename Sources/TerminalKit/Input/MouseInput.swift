/// Something that was done with the mouse.
public struct MouseInput: Hashable, Sendable {
  /// What was pressed or turned.
  public enum Button: Hashable, Sendable {
    /// The left button.
    case left
    /// The middle button, or the wheel pressed.
    case middle
    /// The right button.
    case right
    /// The wheel, turned away from the person.
    case wheelUp
    /// The wheel, turned towards the person.
    case wheelDown
  }

  /// What was pressed or turned.
  public let button: Button
  /// The cell that the pointer was on.
  public let position: Point

  /// Makes an input.
  public init(_ button: Button, at position: Point) {
    self.button = button
    self.position = position
  }
}

extension MouseInput {
  /// Reads what terminals send between `ESC [ <` and its end: `0;10;3M`; nil for what is no press of a button, such as
  /// the release of one.
  init?(report: String) {
    let numbers = report.dropLast().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard report.last == "M", numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2]
    else { return nil }
    self.init(code: code, column: column, row: row)
  }

  /// Reads the three bytes that older terminals send behind `ESC [ M`.
  init?(bytes: [UInt8]) {
    guard bytes.count == 3 else { return nil }
    self.init(code: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  private init?(code: Int, column: Int, row: Int) {
    // 4, 8 and 16 say which of Shift, Alt and Ctrl was held.
    guard let button = Self.buttons[code & ~0b11100], (1...32_767).contains(column), (1...32_767).contains(row) else {
      return nil
    }
    self.init(button, at: Point(x: column - 1, y: row - 1))
  }

  private static let buttons: [Int: Button] = [0: .left, 1: .middle, 2: .right, 64: .wheelUp, 65: .wheelDown]
}
