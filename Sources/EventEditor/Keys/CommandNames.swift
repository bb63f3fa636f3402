import TerminalKit

extension Command {
  /// The name that the file of settings and the page of keys have for it: `new-event`, `move-in-list-down`.
  ///
  /// Files of settings hold these names: the page of keys pins them.
  var name: String {
    switch self {
    case .moveInCalendar(.days(let days)):
      abs(days) == 1 ? "day-\(days < 0 ? "before" : "after")" : "week-\(days < 0 ? "before" : "after")"
    case .moveInCalendar(.months(let months)): "month-\(months < 0 ? "before" : "after")"
    default: caseName("\(self)")
    }
  }
}

extension KeyContext {
  /// The name that the file of settings has for the place: `open-picker`.
  var name: String { caseName("\(self)") }

  /// Whether a setting means the place by a name: what holds everywhere is called `program`, also where it holds in
  /// questions, too.
  func isCalled(_ name: String) -> Bool { self.name == name || self == .terminal && name == KeyContext.program.name }

  /// Whether a letter is typed here, or is an answer, so that no letter can be a command.
  var takesText: Bool {
    switch self {
    case .merge, .plan, .menu, .help, .history, .list, .days, .dayEvents, .badges, .calendar: false
    default: true
    }
  }
}

/// The name of an enumeration's case with that of what it holds: `moveInList(TerminalKit.ListCursor.Move.down)` is
/// `move-in-list-down`.
private func caseName(_ name: String) -> String {
  let parts = name.split { !$0.isLetter && $0 != "." }
  let words = parts.prefix(1) + parts.dropFirst().compactMap { $0.split(separator: ".").last }
  return hyphenated(words.joined(separator: "-"))
}
