import TerminalKit

/// Everything a key or a menu entry can ask for.
enum Command: Hashable, Sendable {
  // The program
  case help, menu, sync, planSync, stopSync, suspend, redraw, quit, useTheme(String), toggleMouse
  // The list of events
  case moveInList(ListCursor.Move)
  case newEvent, editEvent, duplicateEvent, deleteEvent
  case filter, leaveFilter, clearFilter, cancelInList, cancelOrQuit
  case mark, markAll, sort, changeView, nextPane, export, history, undoInList, redoInList
  // The form
  case nextField, previousField, save, closeForm, newLine, editOutside, undo, redo
  // Pickers
  case openPicker, closePicker, moveInPicker(ListCursor.Move), choose, toggleSpeaker, toggleSpeakerKeepingText,
    chooseNobody
  case clearSearch, editRecord, deleteRecord, takeNewName
  // Badges
  case enterBadges, leaveBadges, moveToBadge(BadgeMove), removeBadgeBackward, removeBadgeForward
  case moveBadgeEarlier, moveBadgeLater
  // Calendar
  case openCalendar, closeCalendar, moveInCalendar(MonthCalendar.Move), goToToday, takeDay
  // Times to pick from
  case moveInChoices(ListCursor.Move), takeChoice, closeChoices
  // Text
  case edit(EditingAction)
  // What lies over a screen
  case closeOverlay, moveInOverlay(ListCursor.Move), acceptOverlay, keepMine, keepTheirs

  /// Whether the menu offers it; the others make sense only as keys.
  var isInMenu: Bool {
    switch self {
    case .help, .sync, .planSync, .suspend, .redraw, .quit, .newEvent, .editEvent, .duplicateEvent, .deleteEvent,
      .filter, .markAll, .sort, .changeView, .export, .history, .undoInList, .redoInList, .save, .closeForm,
      .editOutside, .undo, .redo, .useTheme, .toggleMouse:
      true
    default: false
    }
  }
}

/// Where a key binding holds.
///
/// Several contexts hold at a time; the nearest to the user comes first.
enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case question = "Questions"
  case merge = "Changed by two"
  case record = "Record of the catalogue"
  case recordLines = "Record of the catalogue, several lines"
  case plan = "What a sync would change"
  case menu = "Menu"
  case help = "Help"
  case history = "History"
  case export = "Export"
  case days = "Week and month"
  case dayEvents = "Events of a day"
  case list = "List of events"
  case filter = "Filter"
  case badges = "Badges"
  case emptyText = "Speakers, nothing typed"
  case textStart = "Speakers, at the start of the text"
  case chosenRow = "Speakers, on somebody chosen"
  case noRow = "Picker, on no row"
  case catalogueRow = "Picker, on somebody of the catalogue"
  case openSpeakers = "Speakers, list open"
  case openPicker = "Picker, list open"
  case renamed = "Picker, a name that is another now"
  case searchText = "Picker, text typed"
  case speakers = "Speakers"
  case picker = "Picker"
  case calendar = "Calendar"
  case dateChoices = "Dates, a time to be picked"
  case dateField = "Dates"
  case plainField = "One-line fields"
  case textArea = "Description"
  case textEditing = "Typing"
  case runningSync = "While a sync runs"
  case form = "Form"
  case program = "Everywhere"
  case terminal = "Everywhere, also in questions"
}
