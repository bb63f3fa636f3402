/// What the parts of a screen mean to somebody who points at them, noted while they are drawn.
public struct HitMap<Target: Sendable>: Sendable {
  /// What was pointed at.
  public struct Hit: Sendable {
    /// What it means.
    public let target: Target
    /// Where in its area the pointer was, counted from the area's corner.
    public let offset: Point
  }

  private var areas: [(area: Rect, target: Target)] = []

  /// Makes a map of a screen on which nothing means anything.
  public init() {}

  /// Notes what an area means; it hides what was noted there before.
  public mutating func add(_ target: Target, _ area: Rect) {
    guard area.width > 0, area.height > 0 else { return }
    areas.append((area, target))
  }

  /// What is at a point; nil where nothing was noted.
  public func hit(at point: Point) -> Hit? {
    areas.last { entry in entry.area.contains(point) }.map { area, target in
      Hit(target: target, offset: Point(x: point.x - area.x, y: point.y - area.y))
    }
  }
}
