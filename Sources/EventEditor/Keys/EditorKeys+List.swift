import TerminalKit

extension EditorKeys {
  static let list: [Binding] = [
    Binding(.list, [.character("n"), .insert], .newEvent, "New event", footer: "New"),
    Binding(.list, [.enter, .character("e")], .editEvent, "Edit the event", footer: "Edit"),
    Binding(.list, [.character("p")], .duplicateEvent, "Duplicate: same people, new date", footer: "Duplicate"),
    Binding(.list, [.character("d"), .delete], .deleteEvent, "Delete the event, or the marked ones (asks first)"),
    Binding(.list, [.character("/")], .filter, "Filter the list as you type", footer: "Filter"),
    Binding(.list, [.control("r"), .function(5)], .sync, "Sync with the Resources Centre", footer: "Sync"),
    Binding(.list, [.character("?"), .function(1)], .help, "Help for this screen", footer: "Help"),
    Binding(.list, [.control("x"), .function(10), .function(9)], .menu, "Menu", footer: "Menu"),
    Binding(.list, [.character("q"), .control("q")], .quit, "Quit", footer: "Quit"),
    Binding(.list, [.character(" ")], .mark, "Mark the event, or take its mark off"),
    Binding(.list, [.character("*")], .markAll, "Mark all that are shown, or take their marks off"),
    Binding(.list, [.character("s")], .sort, "Sort by start, title, organizer, status"),
    Binding(.list, [.character("v")], .changeView, "Show as list, day, week, month"),
    Binding(.list, [.character("x")], .export, "Export the marked events, or those shown"),
    Binding(.list, [.character("i")], .history, "History: who changed the event, and what"),
    Binding(.list, [.character("u")], .undoInList, "Undo the last change made here"),
    Binding(.list, [.control("y")], .redoInList, "Redo what was undone"),
    Binding(.list, [.character("j"), .down], .moveInList(.down), "Next event"),
    Binding(.list, [.character("k"), .up], .moveInList(.up), "Previous event"),
    Binding(.list, [.character("g"), .home], .moveInList(.first), "First event"),
    Binding(.list, [.character("G"), .end], .moveInList(.last), "Last event"),
    Binding(.list, [.pageDown], .moveInList(.pageDown), "A page on"),
    Binding(.list, [.pageUp], .moveInList(.pageUp), "A page back"),
    Binding(.list, [.escape], .cancelInList, "Clear the filter, then the marks"),
    Binding(.list, [.control("c")], .cancelOrQuit, "Clear the filter, then the marks, else quit"),
  ]

  static let filter: [Binding] = [
    Binding(.filter, [.enter, .tab, .down], .leaveFilter, "Back to the list, filtered", footer: "Done"),
    Binding(.filter, [.escape, .control("c")], .clearFilter, "Clear the filter", footer: "Clear"),
    Binding(.filter, [.control("g"), .function(1)], .help, "Help for this screen", footer: "Help"),
  ]

  /// The views of a day, a week and a month; what they do not bind is the list's.
  static let calendars: [Binding] =
    [
      Binding(.days, [.enter, .character("e")], .editEvent, "Edit the day's event", footer: "Edit"),
      Binding(.days, [.tab], .nextPane, "Into the day's events", footer: "Events"),
      Binding(.days, [.up, .character("k")], .moveInCalendar(.days(-7)), "Week before"),
      Binding(.days, [.down, .character("j")], .moveInCalendar(.days(7)), "Week after"),
    ] + dayMoves(in: .days) + [
      Binding(.dayEvents, [.enter, .character("e")], .editEvent, "Edit the event", footer: "Edit"),
      Binding(.dayEvents, [.tab, .backTab], .nextPane, "Back to the days; in the day view the next event"),
    ] + dayMoves(in: .dayEvents)

  private static func dayMoves(in context: KeyContext) -> [Binding] {
    [
      Binding(context, [.character("n"), .insert], .newEvent, "New event on that day", footer: "New"),
      Binding(context, [.character("t")], .goToToday, "Today", footer: "Today"),
      Binding(context, [.character("v")], .changeView, "Show as list, day, week, month", footer: "View"),
      Binding(context, [.left, .character("h")], .moveInCalendar(.days(-1)), "Day before"),
      Binding(context, [.right, .character("l")], .moveInCalendar(.days(1)), "Day after"),
      Binding(context, [.pageUp, .character("{")], .moveInCalendar(.months(-1)), "Month before"),
      Binding(context, [.pageDown, .character("}")], .moveInCalendar(.months(1)), "Month after"),
    ]
  }

  static let export: [Binding] = [
    Binding(.export, [.enter, .control("s"), .function(2)], .acceptOverlay, "Write the file", footer: "Write"),
    Binding(.export, [.tab, .down], .moveInOverlay(.down), "Next format", footer: "Format"),
    Binding(.export, [.backTab, .up], .moveInOverlay(.up), "Previous format"),
    Binding(.export, [.escape, .control("c")], .closeOverlay, "Back, nothing written", footer: "Back"),
    Binding(.export, [.control("g"), .function(1)], .help, "Help for this screen"),
  ]

  static let history: [Binding] =
    [
      Binding(
        .history, [.escape, .character("q"), .character("i"), .enter, .control("c")], .closeOverlay, "Close",
        footer: "Close"),
      Binding(.history, [.character("?"), .function(1)], .help, "Help for this screen"),
    ] + overlayMoves(in: .history)
}
