import EventModel

@testable import EventEditor

extension Scene {
  static let list: [Scene] = [
    Scene("list-empty", "The list before there is any event", events: [], keys: ""),
    Scene("list-events", "The list of events", keys: ""),
    Scene("list-reading", "The list while the events are being read", isRead: false, keys: ""),
    Scene("list-unreadable", "Events that could not be read", events: [], keys: "") {
      $0.send(.eventsUnreadable("The database is in use by another program: close that and press any key."))
    },
    Scene("list-filter", "The list, being filtered", keys: "/mus"),
    Scene("list-filter-nothing", "A filter that nothing matches", keys: "/xyzzy"),
    Scene("list-marks", "The list, filtered, with marks", keys: "<Space>j<Space>/2026-11<Enter>"),
    Scene("list-sorted", "The list, by organizer", keys: "ss"),
    Scene("list-quit", "What Esc says where there is nothing to clear", keys: "<Esc>"),
    Scene("list-saved", "What is said after a save", keys: "<Enter>!<Ctrl-S>"),
    Scene("list-undone", "What is said after a deletion was taken back", keys: "dyu"),
    Scene("list-narrow", "The list in a narrow window", size: (60, 12), keys: "j<Space>"),
    Scene("list-wide", "The list in a wide window", size: (120, 20), keys: ""),
  ]

  static let calendars: [Scene] = [
    Scene("days-day", "One day's events", keys: "jv"),
    Scene("days-day-empty", "A day without events", keys: "vhh"),
    Scene("days-week", "A week of events", keys: "vv"),
    Scene("days-month", "A month of events", keys: "vvv"),
    Scene("days-month-events", "A month, among the events of a day", keys: "vvvl<Tab>j"),
    Scene("days-month-filtered", "A month, filtered", keys: "/comp<Enter>vvv"),
  ]

  static let overList: [Scene] = [
    Scene("delete", "The question before an event is deleted", keys: "d"),
    Scene("delete-many", "The question before marked events are deleted", keys: "*d"),
    Scene("export", "The question how and where to events are written", keys: "<Space>x<Tab>"),
    Scene("export-replace", "The question before a file is replaced", keys: "x<Enter>") { screen in
      if case .export(let request) = screen.asked.last { screen.send(.exported(.exists(request))) }
    },
    Scene("history", "Who changed an event, and what", keys: "") { screen in
      screen.history = [
        HistoryEntry(
          kind: .changed, version: 3, user: "grace", at: EditorScreen.now.advanced(bySeconds: 240),
          fields: [
            FieldChange(field: .venue, before: "", after: "Reading room"),
            FieldChange(field: .speakers, before: "Ada Lovelace", after: "Ada Lovelace, Alan Turing, Grace Hopper"),
          ]),
        HistoryEntry(
          kind: .changed, version: 2, user: "ada", at: EditorScreen.now,
          fields: [FieldChange(field: .title, before: "Accessibility", after: "Accessibility in practice")]),
        HistoryEntry(kind: .created, version: 1, user: "ada", at: EditorScreen.now, fields: []),
      ]
      screen.type("i")
    },
    Scene("help-list", "The help, from the list", keys: "?"),
    Scene("help-list-end", "The end of the help, from the list", keys: "?<End>"),
    Scene("help-days", "The help, from the month", keys: "vvv?"),
    Scene("help-form", "The help, from the form", keys: "n<Ctrl-G>"),
    Scene("help-speakers", "The help, from the list of speakers", keys: "n<Shift-Tab><Shift-Tab>ada<F1>"),
    Scene("menu-list", "The menu, from the list", keys: "<Ctrl-X>"),
    Scene("menu-list-end", "The end of the menu, from the list", keys: "<Ctrl-X><End>"),
    Scene("menu-form", "The menu, from the form", keys: "n<F10>"),
    Scene("draft", "The question about what was left unsaved", drafts: [draft("nSpring meeting")], keys: ""),
  ]

  /// What an editor keeps that is killed after the given keys.
  private static func draft(_ keys: String) -> EventDraft {
    var screen = EditorScreen()
    screen.type(keys)
    return screen.state.draft ?? EventDraft(id: "", base: nil, texts: [:], choices: [:], speakers: [])
  }
}
