import TerminalKit

/// The key map.
///
/// Dispatch, footer, help and menu are made from this one table.
enum EditorKeys {
  typealias Binding = KeyBinding<KeyContext, Command>
  typealias Table = KeyTable<KeyContext, Command>

  /// The order is the footer's: what is nearest to the user comes first.
  static let table = KeyTable(
    overlays + badges + openPickers + speakers + catalogueRows + pickers + filter + textArea + dates + plainFields
      + runningSync
      + form + calendars + list + text + program + looks)

  private static let form: [Binding] = [
    Binding(.form, [.control("s"), .function(2)], .save, "Save the event", footer: "Save"),
    Binding(.form, [.tab, .control("n")], .nextField, "Next field", footer: "Next"),
    Binding(.form, [.backTab, .control("p")], .previousField, "Previous field"),
    Binding(.form, [.escape, .control("c")], .closeForm, "Close the form (asks if changed)", footer: "Close"),
    Binding(.form, [.control("_")], .undo, "Undo"),
    Binding(.form, [.control("y")], .redo, "Redo"),
    Binding(.form, [.control("g"), .function(1)], .help, "Help for this screen", footer: "Help"),
  ]

  private static let dates: [Binding] = [
    Binding(.calendar, [.enter], .takeDay, "Take the day", footer: "Take"),
    Binding(.calendar, [.escape, .control("c")], .closeCalendar, "Close the calendar", footer: "Close"),
    Binding(.calendar, [.character("t")], .goToToday, "Today", footer: "Today"),
    Binding(.calendar, [.left, .character("h")], .moveInCalendar(.days(-1)), "Day before"),
    Binding(.calendar, [.right, .character("l")], .moveInCalendar(.days(1)), "Day after"),
    Binding(.calendar, [.up, .character("k")], .moveInCalendar(.days(-7)), "Week before"),
    Binding(.calendar, [.down, .character("j")], .moveInCalendar(.days(7)), "Week after"),
    Binding(.calendar, [.pageUp, .character("{")], .moveInCalendar(.months(-1)), "Month before"),
    Binding(.calendar, [.pageDown, .character("}")], .moveInCalendar(.months(1)), "Month after"),
    Binding(.dateChoices, [.enter], .takeChoice, "Take the highlighted time", footer: "Take"),
    Binding(.dateChoices, [.escape, .control("c")], .closeChoices, "Close the list", footer: "Close"),
    Binding(.dateChoices, [.down, .control("n")], .moveInChoices(.down), "Next time"),
    Binding(.dateChoices, [.up, .control("p")], .moveInChoices(.up), "Previous time"),
    Binding(.dateField, [.down, .function(4), .altDown], .openCalendar, "Open the calendar", footer: "Calendar"),
    Binding(.dateField, [.enter], .nextField, "Next field"),
  ]

  private static let plainFields: [Binding] = [
    Binding(.plainField, [.enter, .down], .nextField, "Next field"),
    Binding(.plainField, [.up], .previousField, "Previous field"),
  ]

  private static let textArea: [Binding] = [
    Binding(.textArea, [.enter], .newLine, "New line", footer: "New line"),
    Binding(.textArea, [.control("o")], .editOutside, "Edit in $VISUAL or $EDITOR", footer: "$EDITOR"),
    Binding(.textArea, [.up], .edit(.up), "Row up"),
    Binding(.textArea, [.down], .edit(.down), "Row down"),
  ]

  private static let pickers: [Binding] = [
    Binding(.renamed, [.control("t")], .takeNewName, "Take the new name", footer: "New name"),
    Binding(.picker, [.enter, .down, .function(4), .altDown], .openPicker, "Open the list", footer: "Open"),
    Binding(.speakers, [.enter, .down, .function(4), .altDown], .openPicker, "Open the list", footer: "Open"),
    Binding(.searchText, [.escape, .control("c")], .clearSearch, "Put the old text back", footer: "Undo text"),
  ]

  private static let openPickers: [Binding] =
    [
      Binding(.openPicker, [.enter], .choose, "Choose the highlighted one", footer: "Choose"),
      Binding(.openPicker, [.escape, .control("c")], .closePicker, "Close the list", footer: "Close"),
    ] + moves(in: .openPicker)

  private static let catalogueRows: [Binding] = [
    Binding(
      .catalogueRow, [.control("v"), .function(6)], .editRecord, "Change the highlighted one in the catalogue",
      footer: "Change")
  ]

  private static let speakers: [Binding] =
    [
      Binding(.chosenRow, [.enter], .toggleSpeaker, "Take the highlighted one off", footer: "Remove"),
      Binding(.noRow, [.enter], .chooseNobody, "Say how to choose, for no row is highlighted"),
      Binding(.openSpeakers, [.enter], .toggleSpeaker, "Add the highlighted one, or take it off", footer: "Add"),
      Binding(.emptyText, [.backspace, .left], .enterBadges, "Go to the last badge", footer: "Last badge"),
      Binding(.openSpeakers, [.escape, .control("c")], .closePicker, "Close the list", footer: "Close"),
      Binding(.openSpeakers, [.control("t"), .insert], .toggleSpeakerKeepingText, "Add or take off, keeping the text"),
      Binding(.textStart, [.left], .enterBadges, "Go to the last badge"),
    ] + moves(in: .openSpeakers)

  private static func moves(in context: KeyContext) -> [Binding] {
    [
      Binding(context, [.down, .control("n")], .moveInPicker(.down), "Next row"),
      Binding(context, [.up, .control("p")], .moveInPicker(.up), "Previous row"),
      Binding(context, [.pageDown], .moveInPicker(.pageDown), "A page on"),
      Binding(context, [.pageUp], .moveInPicker(.pageUp), "A page back"),
    ]
  }

  private static let badges: [Binding] = [
    Binding(.badges, [.backspace, .control("d")], .removeBadgeBackward, "Take the badge off", footer: "Remove"),
    Binding(.badges, [.delete], .removeBadgeForward, "Take the badge off, go on to the next"),
    Binding(.badges, [.character("<")], .moveBadgeEarlier, "Move the badge earlier", footer: "Earlier"),
    Binding(.badges, [.character(">")], .moveBadgeLater, "Move the badge later", footer: "Later"),
    Binding(.badges, [.left], .moveToBadge(.left), "Badge before"),
    Binding(.badges, [.right], .moveToBadge(.right), "Badge after, then the text"),
    Binding(.badges, [.home], .moveToBadge(.first), "First badge"),
    Binding(.badges, [.end], .moveToBadge(.last), "Last badge"),
    Binding(.badges, [.escape, .down, .control("c")], .leaveBadges, "Back to the text", footer: "Text"),
  ]

  private static let text: [Binding] = [
    Binding(.textEditing, [.left, .control("b")], .edit(.left), "Character back"),
    Binding(.textEditing, [.right, .control("f")], .edit(.right), "Character on"),
    Binding(.textEditing, [.home, .control("a")], .edit(.home), "Start of the line"),
    Binding(.textEditing, [.end, .control("e")], .edit(.end), "End of the line"),
    Binding(.textEditing, [.backspace], .edit(.backspace), "Delete the character before"),
    Binding(.textEditing, [.delete, .control("d")], .edit(.delete), "Delete the character here"),
    Binding(.textEditing, [.control("w")], .edit(.deleteWord), "Delete the word before"),
    Binding(.textEditing, [.control("u")], .edit(.deleteToStart), "Delete to the start of the line"),
    Binding(.textEditing, [.control("k")], .edit(.deleteToEnd), "Delete to the end of the line"),
  ]

  private static let overlays: [Binding] =
    [
      Binding(.question, [.enter], .acceptOverlay, "Take the marked answer", footer: "Answer"),
      Binding(.question, [.right, .tab, .down], .moveInOverlay(.down), "Next answer", footer: "Next"),
      Binding(.question, [.left, .backTab, .up], .moveInOverlay(.up), "Previous answer"),
      Binding(.question, [.escape, .control("c")], .closeOverlay, "Back, nothing done", footer: "Back"),
      Binding(.merge, [.enter, .control("s"), .function(2)], .acceptOverlay, "Save what is marked", footer: "Save"),
      Binding(.merge, [.left, .character("m")], .keepMine, "Keep yours", footer: "Yours"),
      Binding(.merge, [.right, .character("t")], .keepTheirs, "Take theirs", footer: "Theirs"),
      Binding(.merge, [.escape, .control("c")], .closeOverlay, "Back to the form, nothing saved", footer: "Back"),
      Binding(.merge, [.character("?"), .function(1)], .help, "Help for this screen"),
      Binding(.recordLines, [.enter], .newLine, "New line"),
      Binding(.recordLines, [.up], .edit(.up), "Row up"),
      Binding(.recordLines, [.down], .edit(.down), "Row down"),
      Binding(.record, [.control("s"), .function(2)], .save, "Save to the catalogue", footer: "Save"),
      Binding(
        .record, [.control("t"), .function(8)], .deleteRecord, "Delete it from the catalogue (asks)", footer: "Delete"),
      Binding(.record, [.tab, .control("n"), .enter, .down], .nextField, "Next field", footer: "Next"),
      Binding(.record, [.backTab, .control("p"), .up], .previousField, "Previous field"),
      Binding(.record, [.escape, .control("c")], .closeOverlay, "Back (asks if changed)", footer: "Back"),
      Binding(.record, [.control("_")], .undo, "Undo"),
      Binding(.record, [.control("y")], .redo, "Redo"),
      Binding(.record, [.control("g"), .function(1)], .help, "Help for this screen", footer: "Help"),
      Binding(.plan, [.enter, .control("s"), .function(2)], .acceptOverlay, "Make these changes", footer: "Apply"),
      Binding(.plan, [.escape, .control("c")], .closeOverlay, "Back, nothing changed", footer: "Cancel"),
      Binding(.plan, [.character("?"), .function(1)], .help, "Help for this screen"),
      Binding(.menu, [.enter], .acceptOverlay, "Do it", footer: "Do it"),
      Binding(
        .menu, [.escape, .control("c"), .control("x"), .function(10), .function(9)], .closeOverlay, "Close",
        footer: "Close"),
      Binding(
        .help, [.escape, .character("q"), .enter, .control("c"), .control("g"), .function(1)], .closeOverlay, "Close",
        footer: "Close"),
    ] + overlayMoves(in: .plan) + overlayMoves(in: .menu) + overlayMoves(in: .merge) + overlayMoves(in: .help)
    + export + history

  static func overlayMoves(in context: KeyContext) -> [Binding] {
    [
      Binding(context, [.down, .character("j"), .control("n")], .moveInOverlay(.down), "Down"),
      Binding(context, [.up, .character("k"), .control("p")], .moveInOverlay(.up), "Up"),
      Binding(context, [.pageDown, .character(" ")], .moveInOverlay(.pageDown), "A page on"),
      Binding(context, [.pageUp], .moveInOverlay(.pageUp), "A page back"),
      Binding(context, [.home, .character("g")], .moveInOverlay(.first), "To the top"),
      Binding(context, [.end, .character("G")], .moveInOverlay(.last), "To the end"),
    ]
  }

  private static let runningSync: [Binding] = [
    Binding(
      .runningSync, [.escape, .control("c")], .stopSync, "Stop the sync after its current step", footer: "Stop sync")
  ]

  private static let program: [Binding] = [
    Binding(.program, [.control("r"), .function(5)], .sync, "Sync with the Resources Centre"),
    Binding(.program, [.function(6)], .planSync, "Sync, but show first what would change"),
    Binding(.program, [.control("x"), .function(10), .function(9)], .menu, "Menu", footer: "Menu"),
    Binding(.terminal, [.control("q")], .quit, "Quit (asks if changed)"),
    Binding(.terminal, [.control("z")], .suspend, "Suspend; `fg` comes back"),
    Binding(.terminal, [.control("l")], .redraw, "Draw the screen anew"),
  ]

  /// What the menu offers and no key does, unless somebody gives it one.
  private static let looks: [Binding] =
    Theme.all.map { Binding(.program, [], .useTheme($0.name), "Theme: \($0.name)") }
    + [Binding(.program, [], .toggleMouse, "Mouse on or off")]
}
