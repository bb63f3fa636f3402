import Testing

@testable import TerminalKit

@Suite("The mouse")
struct MouseInputTests {
  @Test(arguments: [
    ("0;10;3M", MouseInput(.left, at: Point(x: 9, y: 2))), ("1;1;1M", MouseInput(.middle, at: Point(x: 0, y: 0))),
    ("2;300;100M", MouseInput(.right, at: Point(x: 299, y: 99))),
    ("64;5;5M", MouseInput(.wheelUp, at: Point(x: 4, y: 4))),
    ("65;5;5M", MouseInput(.wheelDown, at: Point(x: 4, y: 4))),
    // With Shift, Alt or Ctrl held.
    ("4;2;2M", MouseInput(.left, at: Point(x: 1, y: 1))), ("81;2;2M", MouseInput(.wheelDown, at: Point(x: 1, y: 1))),
  ])
  func aPressIsReadWithItsPlace(_ report: String, _ input: MouseInput) {
    #expect(MouseInput(report: report) == input)
  }

  @Test(arguments: [
    "0;10;3m", "32;10;3M", "66;1;1M", "3;1;1M", "0;0;1M", "0;1;M", "0;1M", "M", "", "0;1;1;1M", "-1;1;1M",
    "99999999999999999999;1;1M", "0;40000;1M",
  ])
  func whatIsNoPressIsPassedOver(_ report: String) {
    #expect(MouseInput(report: report) == nil)
  }

  @Test func olderTerminalsSendThreeBytes() {
    #expect(MouseInput(bytes: [32, 42, 35]) == MouseInput(.left, at: Point(x: 9, y: 2)))
    #expect(MouseInput(bytes: [96, 33, 33]) == MouseInput(.wheelUp, at: Point(x: 0, y: 0)))
    #expect(MouseInput(bytes: [35, 42, 35]) == nil)
    #expect(MouseInput(bytes: [0, 0, 0]) == nil)
    #expect(MouseInput(bytes: [32, 42]) == nil)
  }

  @Test func whatWasDrawnLastIsWhatOnePointsAt() {
    var map = HitMap<String>()
    map.add("screen", Rect(x: 0, y: 0, width: 80, height: 24))
    map.add("box", Rect(x: 10, y: 5, width: 20, height: 3))
    map.add("nothing", Rect(x: 10, y: 5, width: 0, height: 3))
    #expect(map.hit(at: Point(x: 10, y: 5))?.target == "box")
    #expect(map.hit(at: Point(x: 12, y: 7))?.offset == Point(x: 2, y: 2))
    #expect(map.hit(at: Point(x: 30, y: 5))?.target == "screen")
    #expect(map.hit(at: Point(x: 80, y: 5)) == nil)
  }
}
