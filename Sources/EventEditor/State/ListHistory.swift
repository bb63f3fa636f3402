import EventModel

/// What was done in the list since the program started, so that it can be taken back and done again.
struct ListHistory: Equatable, Sendable {
  private var past: [[EventChange]] = []
  private var future: [[EventChange]] = []

  /// Steps kept; older ones are forgotten.
  private static let limit = 100

  /// Notes what was done; what was undone before cannot be redone any more.
  mutating func note(_ changes: [EventChange]) {
    future = []
    put(changes, backFor: .undo)
  }

  /// Takes the next step out, to be gone that way.
  mutating func take(_ travel: Travel) -> [EventChange]? {
    switch travel {
    case .undo: past.popLast()
    case .redo: future.popLast()
    }
  }

  /// Puts a step where going that way will meet it.
  mutating func put(_ changes: [EventChange], backFor travel: Travel) {
    guard !changes.isEmpty else { return }
    switch travel {
    case .undo:
      past.append(changes)
      if past.count > Self.limit { past.removeFirst() }
    case .redo: future.append(changes)
    }
  }
}

/// Why something is not taken back or done again, for good.
public enum RevertRefusal: Error, Equatable, Sendable {
  /// Someone has saved one of the events since.
  case changed(by: String)
  /// One of the events has been deleted since.
  case gone
}
