import Testing

@testable import TerminalKit

@Suite("Drawing into a frame")
struct CanvasTests {
  private func canvas(_ width: Int = 10, _ height: Int = 2) -> Canvas {
    Canvas(size: Size(width: width, height: height), metrics: .testing)
  }

  @Test func textIsCutAtTheBounds() {
    var canvas = canvas()
    #expect(canvas.draw("Grace Hopper", x: 2, y: 0) == 10)
    canvas.draw("outside", x: 0, y: 2)
    canvas.draw("left", x: -2, y: 1)
    #expect(canvas.frame.line(0) == "  Grace H…")
    #expect(canvas.frame.line(1) == "ft")
  }

  @Test func aWideCharacterThatIsHalfOverwrittenLeavesNoHalfBehind() {
    var canvas = canvas()
    canvas.draw("渕一", x: 0, y: 0)
    canvas.draw("x", x: 1, y: 0)
    #expect(canvas.frame.line(0) == " x一")
    canvas.draw("y", x: 2, y: 0)
    #expect(canvas.frame.line(0) == " xy")
  }

  @Test func aWideCharacterNeverStandsHalfOutside() {
    var canvas = canvas(3, 1)
    canvas.draw("a渕渕", x: 0, y: 0)
    #expect(canvas.frame.line(0) == "a…" || canvas.frame.line(0) == "a渕")
    #expect(canvas.frame.rows[0].count == 3)
  }

  @Test func matchesAreMarkedByCharacter() {
    var canvas = canvas()
    canvas.draw("Ada", x: 0, y: 0, matches: [1..<3])
    #expect(canvas.frame.rows[0].prefix(4).map(\.style.isMatch) == [false, true, true, false])
  }

  @Test func theCursorIsHeldWithinTheFrame() {
    var canvas = canvas()
    canvas.setCursor(Point(x: 99, y: -1))
    #expect(canvas.frame.cursor == Point(x: 9, y: 0))
  }

  @Test func aBoxKeepsItsTitleInsideItsEdge() {
    var canvas = canvas(10, 3)
    canvas.drawBox(Rect(x: 0, y: 0, width: 10, height: 3), title: "A long title")
    #expect(canvas.frame.line(0).hasPrefix("┌─ A lo"))
    #expect(canvas.frame.line(1) == "│        │")
    #expect(canvas.frame.line(2) == "└────────┘")
  }
}
