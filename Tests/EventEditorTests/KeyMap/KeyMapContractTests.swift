import TerminalKit
import Testing

@testable import EventEditor

@Suite("The key map that people were promised")
struct KeyMapContractTests {
  /// What is done, where and by which command, on which keys; the last are those that arrive on every terminal.
  private static let rows = """
    Help for this screen | list.help | F1 | ?
    Help for this screen | filter.help form.help record.help export.help | F1 | Ctrl-G
    Help for this screen | plan.help merge.help history.help | F1 | ?
    Menu | list.menu program.menu | F10 F9 | Ctrl-X
    Next field | form.next-field record.next-field | Tab | Ctrl-N
    Previous field | form.previous-field record.previous-field | Shift-Tab | Ctrl-P
    Next field, on plain one-line fields | plain-field.next-field record.next-field | | Enter Down
    Previous field, on plain one-line fields | plain-field.previous-field record.previous-field | | Up
    Next field, on dates | date-field.next-field | | Enter
    Save | form.save record.save merge.accept-overlay plan.accept-overlay export.accept-overlay | F2 | Ctrl-S
    Close, cancel, back | form.close-form filter.clear-filter search-text.clear-search | | Esc Ctrl-C
    Close, cancel, back | open-picker.close-picker open-speakers.close-picker | | Esc Ctrl-C
    Close, cancel, back | calendar.close-calendar date-choices.close-choices badges.leave-badges | | Esc Ctrl-C
    Close, cancel, back | question.close-overlay merge.close-overlay record.close-overlay | | Esc Ctrl-C
    Close, cancel, back | plan.close-overlay menu.close-overlay help.close-overlay | | Esc Ctrl-C
    Close, cancel, back | history.close-overlay export.close-overlay | | Esc Ctrl-C
    Quit | list.quit | q | Ctrl-Q
    Quit | terminal.quit | | Ctrl-Q
    Quit | list.cancel-or-quit | | Ctrl-C
    Sync | list.sync program.sync | F5 | Ctrl-R
    Stop the sync | running-sync.stop-sync | | Esc
    Suspend | terminal.suspend | | Ctrl-Z
    Redraw | terminal.redraw | | Ctrl-L
    List: move | list.move-in-list-down | Down | j
    List: move | list.move-in-list-up | Up | k
    List: move | list.move-in-list-first | Home | g
    List: move | list.move-in-list-last | End | G
    List: move by pages | list.move-in-list-page-down | PgDn |
    List: move by pages | list.move-in-list-page-up | PgUp |
    List: filter | list.filter | | /
    List: clear the filter | list.cancel-in-list | | Esc
    List: mark one | list.mark | | Space
    List: mark all | list.mark-all | | *
    List: sort | list.sort | | s
    List: change view | list.change-view days.change-view day-events.change-view | | v
    List: export | list.export | | x
    List: history | list.history | | i
    Calendar: day | days.day-before day-events.day-before calendar.day-before | Left | h
    Calendar: day | days.day-after day-events.day-after calendar.day-after | Right | l
    Calendar: week | days.week-before calendar.week-before | Up | k
    Calendar: week | days.week-after calendar.week-after | Down | j
    Calendar: month | days.month-before day-events.month-before calendar.month-before | PgUp | {
    Calendar: month | days.month-after day-events.month-after calendar.month-after | PgDn | }
    Calendar: today | days.go-to-today day-events.go-to-today calendar.go-to-today | | t
    List: new | list.new-event days.new-event day-events.new-event | Ins | n
    List: edit | list.edit-event days.edit-event day-events.edit-event | | Enter e
    List: duplicate | list.duplicate-event | | p
    List: delete | list.delete-event | Del | d
    Open a picker | picker.open-picker speakers.open-picker | F4 Alt-Down | Down Enter
    Open a calendar | date-field.open-calendar | F4 Alt-Down | Down
    Move in a picker | open-picker.move-in-picker-down open-speakers.move-in-picker-down | Down | Ctrl-N
    Move in a picker | open-picker.move-in-picker-up open-speakers.move-in-picker-up | Up | Ctrl-P
    Move in a picker by pages | open-picker.move-in-picker-page-down open-speakers.move-in-picker-page-down | PgDn |
    Move in a picker by pages | open-picker.move-in-picker-page-up open-speakers.move-in-picker-page-up | PgUp |
    Choose | open-picker.choose | | Enter
    Add or remove | open-speakers.toggle-speaker chosen-row.toggle-speaker | | Enter
    Add or remove, keeping the text | open-speakers.toggle-speaker-keeping-text | Ins | Ctrl-T
    Into the badges | text-start.enter-badges | | Left
    Into the badges | empty-text.enter-badges | | Left Backspace
    Between badges | badges.move-to-badge-left | | Left
    Between badges | badges.move-to-badge-right | | Right
    Between badges | badges.move-to-badge-first | Home |
    Between badges | badges.move-to-badge-last | End |
    Back to the text | badges.leave-badges | | Esc Down
    Remove the focused badge | badges.remove-badge-backward | | Backspace Ctrl-D
    Remove the focused badge | badges.remove-badge-forward | Del |
    Move the badge | badges.move-badge-earlier | | <
    Move the badge | badges.move-badge-later | | >
    Undo | form.undo | | Ctrl-_
    Undo | list.undo-in-list | | u
    Redo | form.redo list.redo-in-list | | Ctrl-Y
    Edit text in $EDITOR | text-area.edit-outside | | Ctrl-O
    Text editing | text-editing.edit-left | Left | Ctrl-B
    Text editing | text-editing.edit-right | Right | Ctrl-F
    Text editing | text-editing.edit-home | Home | Ctrl-A
    Text editing | text-editing.edit-end | End | Ctrl-E
    Text editing | text-editing.edit-delete | Del | Ctrl-D
    Text editing | text-editing.edit-backspace | | Backspace
    Text editing | text-editing.edit-delete-word | | Ctrl-W
    Text editing | text-editing.edit-delete-to-start | | Ctrl-U
    Text editing | text-editing.edit-delete-to-end | | Ctrl-K
    """

  /// One row of it.
  private struct Row {
    let action: String
    let bindings: [String]
    let keys: [Key]
    let keysThatArrive: [Key]

    init?(_ line: Substring) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
      guard cells.count == 4 else { return nil }
      action = cells[0].joined(separator: " ")
      bindings = cells[1].map(String.init)
      keys = cells[2].compactMap { Key(named: String($0)) }
      keysThatArrive = cells[3].compactMap { Key(named: String($0)) }
      guard keys.count == cells[2].count, keysThatArrive.count == cells[3].count else { return nil }
    }
  }

  @Test func everyRowOfItIsInTheTable() throws {
    for line in Self.rows.split(separator: "\n") {
      let row = try #require(Row(line), "\(line)")
      #expect(!row.bindings.isEmpty && !(row.keys + row.keysThatArrive).isEmpty, "\(line)")
      for name in row.bindings {
        let binding = EditorKeys.table.bindings.first { "\($0.context.name).\($0.command.name)" == name }
        let bound = try #require(binding, "\(row.action): there is no \(name)").keys
        let missing = (row.keys + row.keysThatArrive).filter { !bound.contains($0) }.map(\.name)
        #expect(missing.isEmpty, "\(row.action): \(name) has lost \(missing.joined(separator: ", "))")
      }
    }
  }

  /// A page on and a page back, and the ends of a row of badges, are reached by other keys too.
  private static let areWaysRound = ["List: move by pages", "Move in a picker by pages", "Between badges"]

  @Test func whatIsSaidToArriveDoesOnEveryTerminal() throws {
    for line in Self.rows.split(separator: "\n") {
      let row = try #require(Row(line))
      #expect(row.keysThatArrive.allSatisfy { $0.alwaysArrives }, "\(line)")
      let isReached = !row.keysThatArrive.isEmpty || row.action == "Remove the focused badge"
      #expect(isReached || Self.areWaysRound.contains(row.action), "\(line)")
    }
  }

  /// What the sync's plan needs is in the menu; pages and ends are ways to go faster.
  @Test func noCommandNeedsAKeyThatSomeTerminalsLack() {
    let faster = ["page-up", "page-down", "first", "last", "badge-forward", "plan-sync"]
    for binding in EditorKeys.table.bindings where !binding.keys.isEmpty {
      let isReached =
        binding.keys.contains(where: \.alwaysArrives) || faster.contains { binding.command.name.hasSuffix($0) }
      #expect(isReached, "\(binding.context.name).\(binding.command.name)")
    }
  }

  @Test(arguments: KeyContext.allCases)
  func theFooterNamesKeysThatAlwaysArrive(_ place: KeyContext) {
    let screen = KeyPlaces.screen(place)
    for item in EditorKeys.table.footer(in: screen.state.contexts) {
      #expect(item.keys.first?.alwaysArrives == true, "\(item.help) in \(screen.footer)")
    }
  }

  @Test(arguments: KeyContext.allCases)
  func everyScreenHasItsHelp(_ place: KeyContext) {
    var screen = KeyPlaces.screen(place)
    guard ![.question, .menu, .help, .terminal].contains(place) else { return }
    let before = screen.frame
    screen.type("<F1>")
    #expect(screen.text.contains("Help, lines") || screen.text.contains(" Help "), "\(screen.text)")
    screen.type("<Esc>")
    #expect(screen.frame == before)
  }

  /// Screen and tmux keep Ctrl-A and Ctrl-B to themselves; the others are other keys to a terminal.
  @Test func noCommandHasOnlyAKeyThatIsTakenOnItsWay() {
    let taken = "abhijm[".map(Key.control)
    for binding in EditorKeys.table.bindings where !binding.keys.isEmpty {
      #expect(binding.keys.contains { !taken.contains($0) }, "\(binding.command.name)")
    }
  }

  @Test func noTwoCommandsOfAPlaceShareAKey() {
    #expect(EditorKeys.table.clashes.isEmpty)
  }
}
