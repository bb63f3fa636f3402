/// One event before and after a change of it, so that the change can be taken back.
public struct EventChange: Equatable, Sendable {
  /// The event as it was; nil where it was not there.
  public let before: Event?
  /// The event as it is since; nil where it is gone.
  public let after: Event?

  /// Makes a change from its two sides.
  public init(before: Event?, after: Event?) {
    self.before = before
    self.after = after
  }

  /// The event's number; nil for a change of nothing.
  public var id: Event.ID? { before?.id ?? after?.id }

  /// What the event was called last.
  public var title: String { (after ?? before)?.details.title ?? "" }
}
