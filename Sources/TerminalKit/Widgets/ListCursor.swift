/// Which row of a list is highlighted, and which rows are in view.
///
/// It is a position in a list of a known length; the list itself stays with its owner.
public struct ListCursor: Equatable, Sendable {
  /// The highlighted row; 0 in an empty list.
  public private(set) var index = 0
  /// How many rows the list has.
  public private(set) var count = 0

  /// A way to move in a list.
  public enum Move: Hashable, Sendable {
    /// One row up.
    case up
    /// One row down.
    case down
    /// A page up.
    case pageUp
    /// A page down.
    case pageDown
    /// To the first row.
    case first
    /// To the last row.
    case last
  }

  /// Makes a cursor for an empty list.
  public init() {}

  /// Tells the cursor that its list has another length; it stays as near to where it was as it can.
  public mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    index = min(index, max(0, self.count - 1))
  }

  /// Highlights a row, or the nearest there is.
  public mutating func select(_ row: Int) {
    index = min(max(0, row), max(0, count - 1))
  }

  /// Moves the highlight, without going around at the ends.
  public mutating func move(_ move: Move, page: Int) {
    switch move {
    case .up: select(index - 1)
    case .down: select(index + 1)
    case .pageUp: select(index - max(1, page))
    case .pageDown: select(index + max(1, page))
    case .first: select(0)
    case .last: select(count - 1)
    }
  }

  /// The rows to show in a given height: the highlighted one is always among them.
  public func visibleRows(height: Int) -> Range<Int> {
    guard height > 0, count > 0 else { return 0..<0 }
    // Half a page of what comes before stays in view, which needs no memory of how the cursor got here.
    let first = min(max(0, index - height / 2), max(0, count - height))
    return first..<min(count, first + height)
  }
}
