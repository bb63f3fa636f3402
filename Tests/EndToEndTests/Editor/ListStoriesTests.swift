import EventModel
import EventStore
import Foundation
import TestSupport
import Testing

@Suite("Stories of the list: marks, files, views, history")
struct ListStoriesTests {
  /// A workplace with a talk at 14:00 on each of some days from 1 December 2027 on.
  private func workplace(_ titles: String...) throws -> Workplace {
    let work = try Workplace()
    let storage = try openStorage(at: work.files.path("pivotal.db"))
    for (day, title) in titles.enumerated() {
      let starts = try #require(Instant(iso8601: "2027-12-0\(day + 1)T14:00:00Z"))
      let details = EventDetails(
        title: title, starts: starts, ends: starts.advanced(bySeconds: 3600), timeZone: Workplace.zone,
        status: .confirmed)
      _ = try storage.add(details, by: "ada", at: starts.advanced(bySeconds: -86_400))
    }
    return work
  }

  @Test("Some are marked and written to a file, which is not replaced unasked")
  func marksAndExport() throws {
    let work = try workplace("Accessibility", "Compilers", "Databases")
    let file = work.files.path("talks.csv")
    let screen = try work.editor([])
    try screen.waitUntil("the list is there") { $0.cursorLine.hasPrefix("> ") && $0.contains("3 events") }
    try screen.type(" j x")
    try screen.waitFor("Export: 2 events marked", "(x) ics")
    try screen.press(.control("u"))
    try screen.type(file)
    try screen.waitFor("(x) csv")
    try screen.press(.enter)
    try screen.waitFor("2 events written to")
    let first = try String(contentsOfFile: file, encoding: .utf8)
    #expect(first.hasPrefix("id,title,starts,ends,"))
    #expect(first.contains("1,Accessibility,2027-12-01T14:00:00+00:00"))
    #expect(first.contains("Databases") && !first.contains("Compilers"))
    try screen.press(.escape)
    try screen.waitForNo("marked")
    try screen.type("x")
    try screen.waitFor("Export: 3 events shown")
    try screen.press(.control("u"))
    try screen.type(file)
    try screen.press(.enter)
    try screen.waitFor("Replace it")
    try screen.press(.enter)
    try screen.waitForNo("Replace it")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == first)
    try leave(screen)
  }

  @Test("A day, a week and a month show the events, and a new one is made on the day")
  func views() throws {
    let work = try workplace("Accessibility", "Compilers")
    let screen = try work.editor([])
    try screen.waitUntil("the list is there") { $0.cursorLine.hasPrefix("> ") && $0.contains("2 events") }
    try screen.type("v")
    try screen.waitUntil("the day is shown") {
      $0.contains("Wed 1 Dec 2027: 1 event") && $0.cursorLine.hasPrefix("> 14:00–15:00 Accessibility")
    }
    try screen.type("vvl")
    try screen.waitUntil("the next day of the month is shown") {
      $0.contains("Events, month") && $0.contains("Thu 2 Dec 2027: 1 event") && $0.cursorText.hasPrefix("[ 2]")
    }
    try screen.type("n")
    try screen.waitForFields(["Starts": "2027-12-02"])
    try screen.type("Editors")
    try screen.press(.tab)
    try screen.type("18:00")
    try screen.press(.control("s"))
    try screen.waitFor("Saved", "Thu 2 Dec 2027: 2 events", "18:00–19:00 Editors")
    try screen.press(.escape)
    try screen.waitUntil("the list is back, on the new event") {
      $0.cursorLine.hasPrefix("> ") && $0.cursorLine.contains("Editors")
    }
    #expect(try work.events().map(\.starts).last == "2027-12-02T18:00:00+00:00")
    try leave(screen)
  }

  @Test("An event is changed, its history tells so, and the change and a deletion are taken back")
  func historyAndUndo() throws {
    let work = try workplace("Compilers")
    let screen = try work.editor([])
    try screen.waitUntil("the list is there") { $0.cursorLine.contains("Compilers") }
    try screen.press(.enter)
    try screen.waitForFields(["Title": "Compilers"])
    try screen.type(" II")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    try screen.type("i")
    try screen.waitFor(
      "History of “Compilers II”", "\(NSUserName()) changed", "Title: “Compilers” → “Compilers II”", "ada added it")
    try screen.press(.escape)
    try screen.waitForNo("History of")
    try screen.type("u")
    try screen.waitFor("Undone: “Compilers” is as before")
    try screen.type("dy")
    try screen.waitFor("Deleted", "No events yet")
    #expect(try work.events().isEmpty)
    try screen.type("u")
    try screen.waitFor("Undone: “Compilers” is back")
    #expect(try work.events().map(\.id) == ["1"])
    let kinds = try work.database().rows("SELECT kind FROM changes ORDER BY id").compactMap { $0[0] }
    #expect(kinds == ["created", "changed", "changed", "deleted", "restored"])
    try leave(screen)
  }

  private func leave(_ screen: TmuxScreen) throws {
    try screen.press(.control("q"))
    #expect(try screen.waitForExit() == 0)
  }
}
