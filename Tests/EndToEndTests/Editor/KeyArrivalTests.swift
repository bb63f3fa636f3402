import EventModel
import EventStore
import Foundation
import TestSupport
import Testing

/// The keys of the key map that are more than one letter, pressed in the built program.
@Suite("Keys arrive in all kinds of terminals")
struct KeyArrivalTests {
  private static let terminals = [
    "xterm-256color", "tmux-256color", "screen", "linux", "vt100", "vt220", "xterm-mono",
  ]

  /// A workplace with forty talks, one a day.
  private func workplace() throws -> Workplace {
    let work = try Workplace()
    let storage = try openStorage(at: work.files.path("pivotal.db"))
    let first = try #require(Instant(iso8601: "2027-12-01T14:00:00Z"))
    for number in 10..<50 {
      let starts = first.advanced(bySeconds: Int64(number) * 86_400)
      let details = EventDetails(
        title: "Talk \(number)", starts: starts, ends: starts.advanced(bySeconds: 3600), timeZone: Workplace.zone)
      _ = try storage.add(details, by: "ada", at: first.advanced(bySeconds: -86_400))
    }
    return work
  }

  @Test("In the list", arguments: terminals)
  func list(terminal: String) throws {
    let screen = try workplace().editor(terminal: terminal)
    try screen.waitUntil("the list is there") { $0.cursorLine.contains("Talk 10") }
    let moves: [(TestKey, String)] = [
      (.down, "Talk 11"), (.up, "Talk 10"), (.pageDown, "Talk 29"), (.pageUp, "Talk 10"), (.end, "Talk 49"),
      (.home, "Talk 10"),
    ]
    for (key, title) in moves {
      try screen.press(key)
      try screen.waitUntil("\(key) goes to \(title)") { $0.cursorLine.contains(title) }
    }
    let openings: [(TestKey, String)] = [
      (.function(1), "Help, lines"), (.function(9), "Do it"), (.function(10), "Do it"), (.delete, "Yes, delete"),
      (.insert, "New event"), (.enter, "Edit event"),
    ]
    for (key, text) in openings {
      try screen.press(key)
      try screen.waitFor(text)
      try screen.press(.escape)
      try screen.waitForNo(text)
    }
    for key in [TestKey.function(5), .function(6), .control("r")] {
      try screen.press(key)
      try screen.waitFor("RESOURCES_CENTRE_URL")
      try screen.press(.up)
      try screen.waitForNo("RESOURCES_CENTRE_URL")
    }
  }

  @Test("Esc answers at once, and no letter after it is taken for one key with it")
  func escape() throws {
    let screen = try workplace().editor()
    try screen.waitUntil("the list is there") { $0.cursorLine.contains("Talk 10") }
    var times: [Duration] = []
    for _ in 0..<5 {
      try screen.press(.control("x"))
      try screen.waitFor("Do it")
      let start = ContinuousClock.now
      try screen.press(.escape)
      try screen.waitForNo("Do it")
      times.append(.now - start)
    }
    // ncurses waits a second for the rest of a key unless it is told otherwise; the quickest counts, for others may
    // hold the processors up.
    #expect(times.min() ?? .seconds(60) < .milliseconds(500), "\(times)")
    try screen.type("/talk 33")
    try screen.waitFor("1 of 40 events")
    try screen.press(.escape)
    try screen.waitForNo("1 of 40 events")
    try screen.type("G")
    try screen.waitUntil("the letter acts by itself") { $0.cursorLine.contains("Talk 49") }
  }

  @Test("In the form", arguments: terminals)
  func form(terminal: String) throws {
    let screen = try workplace().editor("new", terminal: terminal)
    try screen.waitFor("New event")
    try screen.press(.function(2))
    try screen.waitFor("Not saved: Title is missing")
    for key in [TestKey.tab, .enter, .down, .control("n")] {
      try screen.press(key)
      try screen.waitUntil("\(key) goes on") { $0.focusedField == "Starts" }
      try screen.press(.shiftTab)
      try screen.waitUntil("Shift-Tab goes back") { $0.focusedField == "Title" }
    }
    try screen.press(.tab)
    try screen.waitUntil("the dates are next") { $0.focusedField == "Starts" }
    try screen.type("2027-12-15")
    for key in [TestKey.function(4), .altDown, .down] {
      try screen.press(key)
      try screen.waitUntil("\(key) opens the calendar") { $0.cursorLine.contains("[15]") }
      try screen.press(.right, .left, .left)
      try screen.waitUntil("arrows move in it") { $0.cursorLine.contains("[14]") }
      try screen.press(.pageDown)
      try screen.waitFor("January 2028")
      try screen.press(.pageUp)
      try screen.waitFor("December 2027")
      try screen.press(.escape)
      try screen.waitForNo("December 2027")
    }
  }

  @Test("Esc many thousand times is as many keys, and the next key acts")
  func manyEscapes() throws {
    let screen = try workplace().editor()
    try screen.waitUntil("the list is there") { $0.cursorLine.contains("Talk 10") }
    try screen.send(String(repeating: "\u{1B}", count: 200_000))
    try screen.waitFor("q quits")
    try screen.type("G")
    try screen.waitUntil("the letter acts") { $0.cursorLine.contains("Talk 49") }
  }
}
