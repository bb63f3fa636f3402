import EventEditor
import EventModel
import EventStore
import Foundation
import TerminalKit
import TestSupport
import Testing

/// The list, a calendar, a question and the page of two changes, with names that have the difficulties of names.
@Suite("The terminal's own cells are those of the frame, on the other pages")
struct PageCellTests {
  private static let size = Size(width: 100, height: 40)

  /// A workplace with an event for each name, an hour apart, in a year that is not the present one.
  private let work: Workplace
  private let storage: any EventStorage
  private let screen: TmuxScreen
  /// The state that the program's editor should be in.
  private var state: EditorState
  private let metrics = TextMetrics.activateLocale(["LC_ALL": "C.UTF-8"])

  init() throws {
    work = try Workplace()
    storage = try openStorage(at: work.files.path("pivotal.db"))
    let first = try #require(Instant(iso8601: "2036-12-01T01:00:00Z"))
    for (number, name) in CellTests.names.map(cleanedLine).enumerated() {
      let starts = first.advanced(bySeconds: Int64(number) * 1800)
      let details = EventDetails(
        title: "\(name) talks", starts: starts, ends: starts.advanced(bySeconds: 3600), timeZone: Workplace.zone,
        venue: name, organizer: name, speakers: [name, "Guest 客"])
      _ = try storage.add(details, by: "ada", at: first.advanced(bySeconds: -86_400))
    }
    screen = try work.editor(columns: Self.size.width, rows: Self.size.height)
    let zone = try #require(TimeZone(identifier: Workplace.zone))
    state = EditorState(
      size: Self.size,
      options: EditorOptions(now: first.advanced(bySeconds: -86_400 * 400), timeZone: zone, role: .admin),
      metrics: metrics)
    _ = state.update(.catalogueLoaded(CatalogueSnapshot(speakers: [], organizers: [], sponsors: [], lastSync: nil)))
    _ = state.update(.eventsLoaded(EventsSnapshot(try storage.events())))
    try screen.waitFor("never synced", "q Quit")
  }

  /// Presses a key in the program and in the state.
  private mutating func press(_ key: Key) throws {
    switch key {
    case .character(let character): try screen.type(String(character))
    case .control(let letter): try screen.press(.control(letter))
    case .escape: try screen.press(.escape)
    case .enter: try screen.press(.enter)
    default: throw TestFailure("\(key) is none of the keys here")
    }
    _ = state.update(.input(.key(key)))
  }

  private func expectTheSame() throws { try screen.expect(EditorView.frame(state, metrics: metrics)) }

  @Test("The list, each row once under the cursor")
  mutating func list() throws {
    for _ in CellTests.names {
      try expectTheSame()
      try press(.character("j"))
    }
    try press(.character("*"))
    try expectTheSame()
  }

  @Test("The day, the week and the month")
  mutating func calendars() throws {
    for _ in 0..<3 {
      try press(.character("v"))
      try expectTheSame()
    }
  }

  @Test("Questions and the history")
  mutating func questions() throws {
    for number in CellTests.names.indices {
      if [1, 6, 10, 13].contains(number) {
        try press(.character("d"))
        try expectTheSame()
        try press(.escape)
      }
      try press(.character("j"))
    }
  }

  @Test("The page of two changes")
  mutating func merge() throws {
    let stored = try storage.events()
    let event = stored[13]
    for _ in 0..<13 { try press(.character("j")) }
    try press(.enter)
    try screen.waitFor("Edit event")
    var details = event.details
    details.title = "👩\u{200D}👩\u{200D}👧 渕一博 E\u{301}lodie שָׁלוֹם, changed by another"
    let theirs = try storage.update(
      event.id, to: details, basedOn: event.version, by: "grace",
      at: try #require(Instant(iso8601: "2036-01-01T12:00:00Z")))
    for character in " 渕🎉" { try press(.character(character)) }
    try expectTheSame()
    try press(.control("s"))
    _ = state.update(.conflicted(theirs))
    try screen.waitFor("Changed by two")
    try expectTheSame()
  }
}
