import EventModel
import TerminalKit
import TestSupport
import Testing

@testable import EventEditor

@Suite("The cursor stands at the focus")
struct CursorTests {
  private static let keys = [
    "n", "e", "p", "d", "/", "?", "q", "<Ctrl-X>", "<Ctrl-G>", "<Tab>", "<Tab>", "<Tab>", "<Shift-Tab>", "<Down>",
    "<Down>",
    "<Up>", "<Left>", "<Right>", "<Enter>", "<Enter>", "<Esc>", "<Backspace>", "<Home>", "<End>", "<PgDn>", "a", "k",
    "t",
    "<Ctrl-T>", "<Ctrl-S>", "<Ctrl-_>", "<F4>", "渕", "é", "<",
  ]

  /// The ways into the screens, each gone some times: the list, the filter, a new event, the badges of one.
  private static let starts = [
    "", "/ev", "n", "e<Shift-Tab><Shift-Tab><Left>", "n<Tab><Down>", "?", "d", "<Ctrl-X>",
    "n<Shift-Tab><Shift-Tab>Radia<Down><Enter>", "e<Shift-Tab><Shift-Tab>grace<Ctrl-V><Tab><Tab><Tab>One<Enter>two",
    "<Ctrl-R>",
  ]

  @Test("On a walk through all screens, at all sizes", arguments: [(80, 24), (40, 10), (120, 40)])
  func everyScreen(_ width: Int, _ height: Int) throws {
    var random = SeededGenerator(seed: 3)
    var screen = EditorScreen(
      width: width, height: height,
      events: (10...29).map { .sample("Event \($0)", day: $0, speakers: ["Ada Lovelace", "渕一博"]) }, role: .dataOps)
    var seen: Set<String> = []
    let first = screen
    for step in 0..<1_200 {
      if step % 40 == 0 {
        screen = first
        screen.type(Self.starts[step / 40 % Self.starts.count])
        if screen.state.sync.isRunning {
          screen.send(.syncEnded(.finished(.sample([.speakers: SyncOutcome()]))))
          #expect(screen.text.contains("Sync completed"))
        }
        let isNews = screen.text.contains("Sync completed")
        let (name, isRight) = focus(of: screen)
        seen.insert(isNews ? "sync result" : name)
        // News that cover the focus have the cursor themselves.
        let isSeen = isRight || isNews && screen.cursorLine.contains("Sync completed")
        #expect(isSeen, "\(name), cursor at \(screen.frame.cursor):\n\(screen.text)")
      }
      screen.type(Self.keys.randomElement(using: &random) ?? "")
      let (name, isRight) = focus(of: screen)
      seen.insert(name)
      if !isRight { Issue.record("\(name), cursor at \(screen.frame.cursor):\n\(screen.text)") }
    }
    #expect(
      seen.isSuperset(of: [
        "list", "filter", "help", "menu", "question", "field", "calendar", "badge", "record", "sync result",
      ]), "\(seen)")
  }

  @Test("In every place where keys act, at all sizes", arguments: KeyContext.allCases)
  func everyPlace(_ place: KeyContext) {
    for (width, height) in [(80, 24), (40, 10), (120, 40), (300, 100)] {
      var screen = KeyPlaces.screen(place)
      screen.resize(width, height)
      let (name, isRight) = focus(of: screen)
      #expect(isRight, "\(place), \(name), cursor at \(screen.frame.cursor):\n\(screen.text)")
    }
  }

  /// What has the focus, and whether the cursor is there.
  private func focus(of screen: EditorScreen) -> (name: String, isRight: Bool) {
    let (frame, state) = (screen.frame, screen.state)
    let cell = frame.rows[frame.cursor.y][frame.cursor.x].text
    switch state.overlays.last {
    case .help: return ("help", frame.cursor.y > 0)
    case .menu: return ("menu", cell == ">")
    case .question: return ("question", cell == ">")
    case .merge: return ("merge", cell == ">")
    case .plan: return ("plan", cell == ">")
    case .record(let record): return ("record", screen.cursorLine.contains(record.labels[record.focus]))
    case .history: return ("history", frame.cursor.y > 0)
    case .export(let page): return ("export", screen.beforeCursor.hasSuffix(page.file.textBeforeCursor))
    case nil: break
    }
    guard let form = state.form else {
      if let calendar = state.list.calendar, !state.list.isFiltering {
        if calendar.isAmongEvents { return ("events of a day", state.highlighted == nil || cell == ">") }
        return ("days", screen.cursorLine.dropFirst(frame.cursor.x).contains("["))
      }
      return state.list.isFiltering
        ? ("filter", frame.cursor.y == 1 && screen.beforeCursor.hasSuffix(state.list.filter.textBeforeCursor))
        : ("list", state.list.visible.isEmpty || cell == ">")
    }
    if form.calendar != nil { return ("calendar", screen.beforeCursor.hasSuffix("[")) }
    if form.focus == .speakers, form.speakers.focusedBadge != nil { return ("badge", cell == "[") }
    // The label stands in the row of the cursor, in the style of the one that has the focus.
    let labelled = frame.rows[frame.cursor.y].filter { $0.style.style == .focusedLabel }.map(\.text).joined()
    return ("field", labelled == form.focus.label)
  }
}
