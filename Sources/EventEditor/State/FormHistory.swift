import EventModel

/// What the form held before each change, so that changes can be taken back and made again.
struct FormHistory: Equatable, Sendable {
  private var past: [EventForm] = []
  private var future: [EventForm] = []
  /// The field that a run of typing goes on in; one step takes the whole run back.
  private var typingField: EventField?

  /// Steps kept; older ones are forgotten.
  private static let limit = 500

  /// Notes a change of the form, unless nothing that is saved has changed.
  ///
  /// - Parameters:
  ///   - before: The form as it was.
  ///   - after: The form as it is now.
  ///   - isTyping: Whether a single character was typed, which goes on with the step before it.
  mutating func note(_ before: EventForm, _ after: EventForm, isTyping: Bool) {
    guard !before.holdsTheSame(as: after) else {
      if before.focus != after.focus { typingField = nil }
      return
    }
    future = []
    defer { typingField = isTyping ? after.focus : nil }
    if isTyping, typingField == after.focus { return }
    past.append(before)
    if past.count > Self.limit { past.removeFirst() }
  }

  /// The form before the last change.
  mutating func undo(_ form: EventForm) -> EventForm? {
    typingField = nil
    guard let previous = past.popLast() else { return nil }
    future.append(form)
    return previous
  }

  /// The form as it was before the last undo.
  mutating func redo(_ form: EventForm) -> EventForm? {
    typingField = nil
    guard let next = future.popLast() else { return nil }
    past.append(form)
    return next
  }
}
