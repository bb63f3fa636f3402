import Foundation
import TestSupport
import Testing

@Suite("The demo")
struct DemoTests {
  @Test("It opens on twelve events and a synced catalogue, and leaves nothing behind")
  func opensAndLeaves() throws {
    let work = try Workplace()
    let screen = try work.editor("demo")
    try screen.waitUntil("all twelve events are there") { list in
      list.contains("82 speakers · synced just now") && list.contains("q Quit")
        && list.lines.filter { $0.hasSuffix("confirmed") }.count == 12
    }
    try screen.type("g")
    try screen.waitUntil("the first event is selected") { $0.highlightedRow?.contains("Moore School") == true }
    try screen.press(.enter)
    try screen.waitFor("Edit event")
    try screen.waitForFields([
      "Title": "Moore School Lectures", "Starts": "1946", "Time zone": "America/New_York", "Capacity": "28",
      "City": "Philadelphia", "Organizer": "University of Pennsylvania", "Sponsor": "Office of Naval Research",
      "Speakers": "[J. Presper Eckert x] [John Mauchly x]", "Status": "confirmed", "Description": "A summer course",
    ])
    #expect(!work.demoDirectories.isEmpty)
    try screen.press(.escape)
    try screen.waitFor("q Quit")
    try screen.type("q")
    #expect(try screen.waitForExit() == 0)
    #expect(work.demoDirectories.isEmpty)
  }

  @Test("It leaves nothing behind either when it is told to end", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endedBySignal(signal: Int32) throws {
    let work = try Workplace()
    let screen = try work.editor("demo")
    try screen.waitFor("82 speakers")
    kill(try #require(screen.processIdentifier), signal)
    try screen.waitForExit()
    #expect(work.demoDirectories.isEmpty)
    try screen.waitUntil("the terminal is as it was") { !$0.isAlternate && $0.isCursorVisible }
  }

  @Test("Nor when it is told to end before it has opened")
  func endedEarly() throws {
    let work = try Workplace()
    let screen = try work.editor("demo")
    #expect(isMet(within: .seconds(20)) { !work.demoDirectories.isEmpty })
    kill(try #require(screen.processIdentifier), SIGTERM)
    try screen.waitForExit()
    #expect(work.demoDirectories.isEmpty)
  }

  @Test("Nor when its terminal is closed")
  func closedTerminal() throws {
    let work = try Workplace()
    let screen = try work.editor("demo")
    try screen.waitFor("82 speakers")
    let number = try #require(screen.processIdentifier)
    try screen.hangUp()
    #expect(isMet(within: .seconds(20)) { kill(number, 0) != 0 })
    #expect(work.demoDirectories.isEmpty)
  }
}

extension Workplace {
  /// What demos have put into the directory for temporary files.
  fileprivate var demoDirectories: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: files.url.path)) ?? []
    return names.filter { $0.hasPrefix("pivotal-demo") }
  }
}
