import EventModel
import TerminalKit

/// What a part of the screen means to somebody who clicks on it.
enum ClickTarget: Equatable, Sendable {
  /// A field, at no place in particular.
  case field(EventField)
  /// A field's text, from a character on.
  case text(EventField, start: Int)
  /// The description's text, from a row on, wrapped to a width.
  case description(above: Int, width: Int)
  /// The sign behind a field that opens its list.
  case opener(EventField)
  case badge(Int)
  /// The sign on a badge that takes it off.
  case badgeRemoval(Int)
  /// A row of the open list.
  case pickerRow(Int)
  /// The row that adds what was typed.
  case addition
  case day(CivilDay)
  /// The filter's text, from a character on.
  case filter(start: Int)
  /// A row of the list of events.
  case eventRow(Int)
  /// A day in the calendar of events.
  case eventDay(CivilDay)
  /// An event of the calendar's day.
  case dayEvent(Event.ID)
  case menuRow(Int)
  /// A row of what a sync would change.
  case planRow(Int)
  /// An answer to a question.
  case choice(Int)
  /// One side of a field that two people have changed.
  case clash(Int, keepsMine: Bool)
  /// A command that the footer names.
  case command(Command)
  /// Something that lies over the screen and does nothing there.
  case cover
  /// What is around something that a click beside it closes.
  case outside
}

extension EditorView {
  /// What the parts of the screen mean to somebody who clicks on them.
  static func hits(_ state: EditorState) -> HitMap<ClickTarget> { drawn(state, metrics: state.metrics).hits }

  /// Notes what a part of the screen means, as far as it can be seen.
  mutating func note(_ target: ClickTarget, _ area: Rect) {
    hits.add(target, area.intersection(canvas.bounds))
  }

  /// Notes what a run of columns means.
  mutating func note(_ target: ClickTarget, x: Int, y: Int, to end: Int) {
    note(target, Rect(x: x, y: y, width: end - x, height: 1))
  }
}
