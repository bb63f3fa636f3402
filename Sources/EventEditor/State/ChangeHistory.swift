import EventModel

/// What is typed into field by field, so that changes can be taken back and made again.
protocol Reversible: Equatable, Sendable {
  /// A field.
  associatedtype Field: Equatable, Sendable
  /// The field that is typed into.
  var focus: Field { get }
  /// Whether another state would be saved as the same.
  func holdsTheSame(as other: Self) -> Bool
}

extension EventForm: Reversible {}

typealias FormHistory = ChangeHistory<EventForm>

/// What a form held before each change.
struct ChangeHistory<Form: Reversible>: Equatable, Sendable {
  private var past: [Form] = []
  private var future: [Form] = []
  /// The field that a run of typing goes on in; one step takes the whole run back.
  private var typingField: Form.Field?

  /// Steps kept; older ones are forgotten.
  private static var limit: Int { 500 }

  /// Notes a change of the form, unless nothing that is saved has changed.
  ///
  /// - Parameters:
  ///   - before: The form as it was.
  ///   - after: The form as it is now.
  ///   - isTyping: Whether a single character was typed, which goes on with the step before it.
  mutating func note(_ before: Form, _ after: Form, isTyping: Bool) {
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
  mutating func undo(_ form: Form) -> Form? {
    typingField = nil
    guard let previous = past.popLast() else { return nil }
    future.append(form)
    return previous
  }

  /// The form as it was before the last undo.
  mutating func redo(_ form: Form) -> Form? {
    typingField = nil
    guard let next = future.popLast() else { return nil }
    past.append(form)
    return next
  }
}

extension ChangeHistory<EventForm> {
  /// Notes that the lists of earlier states were filled from a catalogue that is no more.
  mutating func outdateLists() {
    for index in past.indices { past[index].outdateLists() }
    for index in future.indices { future[index].outdateLists() }
  }
}
