import EventEditor
import EventModel
import EventStore
import Foundation
import TerminalKit
import TestSupport
import Testing

@Suite("The terminal's own cells are those of the frame")
struct CellTests {
  /// Names with the difficulties that names have.
  static let names = [
    "渕一博 (Fuchi Kazuhiro)", "이순신", "\u{1112}\u{1161}\u{11AB} decomposed", "ｆｕｌｌ width", "ｶﾀｶﾅ half",
    "E\u{301}lodie Durand", "a\u{327}\u{302}\u{323}\u{301} piled", "नमस्ते दुनिया", "สวัสดี ครับ", "שָׁלוֹם כֹּהֵן", "محمد بن موسى",
    "Ada \u{202E}olleh\u{202C} Lovelace", "🎉 Party Planner", "👩\u{200D}👩\u{200D}👧 Family", "👍🏽 Thumb",
    "❤\u{FE0F} Heart", "1\u{FE0F}\u{20E3} Keycap", "🇬🇧 Flag", "𝒜lgebra", "\u{10FFFD} Private", "ﷺ Ligature",
    "Zero\u{200B}Width\u{2060}Joiners", "Tab\u{9}bed",
  ]

  /// The frame that the editor should show for the same events and keys.
  private func frame(of work: Workplace, _ size: Size, typing keys: [Key]) throws -> Frame {
    let metrics = TextMetrics.activateLocale(["LC_ALL": "C.UTF-8"])
    let storage = try openStorage(at: work.files.path("pivotal.db"))
    let zone = try #require(TimeZone(identifier: Workplace.zone))
    var state = EditorState(
      size: size, options: EditorOptions(now: .earliest, timeZone: zone, start: .newEvent, role: .admin),
      metrics: metrics)
    let catalogue = CatalogueSnapshot(
      speakers: try storage.speakers(), organizers: try storage.organizers(), sponsors: try storage.sponsors(),
      lastSync: try storage.catalogueSummary().lastSuccess)
    _ = state.update(.catalogueLoaded(catalogue))
    _ = state.update(.eventsLoaded(.empty))
    for key in keys { _ = state.update(.input(.key(key))) }
    return EditorView.frame(state, metrics: metrics)
  }

  @Test(
    "Wide, combining, right-to-left and joined names shift nothing",
    arguments: ["tmux-256color", "xterm-256color", "linux"], [(80, 40), (120, 40)])
  func cells(terminal: String, size: (columns: Int, rows: Int)) throws {
    let centre = try FaultyCentre.small()
    let records = Self.names.enumerated().map { number, name in
      ["id": "\(number)", "name": name, "title": "Guest 客", "company": "Ünïcode \(name)", "bio": "\(name) | \(name)"]
    }
    centre.answer("speakers", with: try .listing("speakers", records))
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new", columns: size.columns, rows: size.rows, terminal: terminal)
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    var keys = [Key](repeating: .tab, count: 11)
    try screen.type("guest")
    try screen.waitFor("\(Self.names.count) of \(Self.names.count) shown")
    // Each is highlighted once, so that each has been drawn in every way; three are chosen, as badges.
    keys += "guest".map(Key.character)
    for number in Self.names.indices {
      if [0, 9, 13].contains(number) {
        try screen.press(.control("t"))
        keys.append(.control("t"))
      }
      try screen.press(.down)
      keys.append(.down)
      let expected = try frame(of: work, Size(width: size.columns, height: size.rows), typing: keys)
      let rows = expected.rows.indices.map(expected.line)
      try screen.waitUntil("the screen is \(rows.joined(separator: "\n"))") { $0.lines == rows }
    }
    try screen.expect(try frame(of: work, Size(width: size.columns, height: size.rows), typing: keys))
  }
}

extension TmuxScreen {
  /// Waits until the screen is a frame, and compares its cursor and how many columns the terminal counts for each row.
  func expect(_ frame: Frame) throws {
    let rows = frame.rows.indices.map(frame.line)
    let shown = try waitUntil("the screen is \(rows.joined(separator: "\n"))") { screen in
      screen.lines == rows && screen.cursorColumn == frame.cursor.x && screen.cursorRow == frame.cursor.y
    }
    let widths = frame.rows.map { row in (row.lastIndex { $0.text != " " } ?? -1) + 1 }
    let counted = try self.widths(of: shown.lines)
    for (row, line) in shown.lines.enumerated() { #expect(counted[row] == widths[row], "\(line)") }
  }
}
