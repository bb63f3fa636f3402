import EventModel
import TerminalKit

/// The times to pick one from, under a date field whose time never comes or comes twice.
struct DateChoices: Equatable, Sendable {
  /// All of them, the earliest first.
  let all: [DateChoice]
  private(set) var cursor = ListCursor()
  /// Whether they are shown; closed, they stay so until something else is typed.
  var isOpen = true

  init(_ all: [DateChoice]) {
    self.all = all
    cursor.setCount(all.count)
  }

  /// The one that Enter takes.
  var highlighted: DateChoice? { all.indices.contains(cursor.index) ? all[cursor.index] : nil }

  mutating func move(_ move: ListCursor.Move) {
    cursor.move(move, page: all.count)
  }

  mutating func select(_ row: Int) {
    cursor.select(row)
  }
}

extension EventForm {
  /// Notes what there is to pick from in the focused field.
  mutating func noteChoices(_ context: DateContext) {
    guard calendar == nil, case .unclear(_, let found)? = focusedDate(context) else {
      choices = nil
      return
    }
    if choices?.all != found { choices = DateChoices(found) }
  }

  private func focusedDate(_ context: DateContext) -> DateReading? {
    switch focus {
    case .starts: startReading(in: context)
    case .ends: endReading(after: startReading(in: context).instant, in: context)
    default: nil
    }
  }

  /// Puts the highlighted time into the field, written so that it is clear by itself.
  mutating func takeChoice() {
    guard let choice = choices?.highlighted, let path = Self.textFields[focus] else { return }
    self[keyPath: path] = TextField(choice.text)
    choices = nil
  }
}
