import TestSupport
import Testing

@testable import TerminalKit

@Suite("Moving in a list")
struct ListCursorTests {
  @Test func whateverIsDoneTheHighlightedRowExistsAndIsInView() {
    var random = SeededGenerator(seed: 42)
    var cursor = ListCursor()
    let moves: [ListCursor.Move] = [.up, .down, .pageUp, .pageDown, .first, .last]
    for _ in 0..<5_000 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: cursor.setCount(Int.random(in: -3...30, using: &random))
      case 1: cursor.select(Int.random(in: -50...50, using: &random))
      default: cursor.move(moves.randomElement(using: &random) ?? .up, page: Int.random(in: -1...9, using: &random))
      }
      let rows = cursor.visibleRows(height: Int.random(in: 1...12, using: &random))
      #expect(cursor.count == 0 ? rows.isEmpty : rows.contains(cursor.index))
      #expect(rows.upperBound <= cursor.count)
    }
  }

  @Test func aListThatShrinksKeepsTheHighlightAsNearAsItCan() {
    var cursor = ListCursor()
    cursor.setCount(10)
    cursor.move(.last, page: 5)
    cursor.setCount(4)
    #expect(cursor.index == 3)
  }
}
