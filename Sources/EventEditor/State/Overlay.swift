import TerminalKit

/// What lies over a screen and takes the keys first.
enum Overlay: Equatable, Sendable {
  case help(HelpPage)
  case menu(Menu)
  case question(Question)
  case merge(MergePage)
  case history(HistoryPage)
  case export(ExportPage)
  case record(RecordForm)
  case plan(PlanPage)
}

/// The help for the screen it was called from.
struct HelpPage: Equatable, Sendable {
  let lines: [HelpLine]
  /// The first row that is shown; how many there can be depends on the window.
  var cursor = ListCursor()
}

/// One line of help.
enum HelpLine: Equatable, Sendable {
  case heading(String)
  case key(String, String)
}

/// The commands of the screen it was called from.
struct Menu: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    /// The key that does the same; nil where none does.
    let key: Key?
    let help: String
    let command: Command
  }

  let items: [Item]
  var cursor: ListCursor
}
