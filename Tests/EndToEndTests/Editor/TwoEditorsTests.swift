import EventModel
import EventStore
import Foundation
import TestSupport
import Testing

@Suite("Two editors on one event, in two terminals")
struct TwoEditorsTests {
  /// A workplace with one event, and two editors that have it open.
  private func editors() throws -> (Workplace, TmuxScreen, TmuxScreen) {
    let work = try Workplace()
    let storage = try openStorage(at: work.files.path("pivotal.db"))
    let starts = try #require(Instant(iso8601: "2027-12-01T14:00:00Z"))
    _ = try storage.add(
      EventDetails(
        title: "Compilers", starts: starts, ends: starts.advanced(bySeconds: 3600), timeZone: Workplace.zone,
        venue: "Hall 1"), by: "ada", at: starts.advanced(bySeconds: -86_400))
    let screens = try (work.editor("edit", "1"), work.editor("edit", "1"))
    for screen in [screens.0, screens.1] { try screen.waitForFields(["Title": "Compilers", "Venue": "Hall 1"]) }
    return (work, screens.0, screens.1)
  }

  private func save(_ screen: TmuxScreen, title: String) throws {
    try screen.type(title)
    try screen.waitFor(title)
    try screen.press(.control("s"))
  }

  @Test("Changes to different fields merge by themselves")
  func merge() throws {
    let (work, first, second) = try editors()
    try save(first, title: " and interpreters")
    try first.waitFor("Saved")
    try second.go(to: "Venue")
    try second.press(.end)
    try save(second, title: ", upstairs")
    try second.waitFor("Saved, together with the changes of")
    #expect(try work.events().map(\.title) == ["Compilers and interpreters"])
    #expect(try work.events().map(\.venue) == ["Hall 1, upstairs"])
  }

  @Test("An event that the other one deleted is saved as a new one, once that is answered")
  func deleted() throws {
    let (work, first, second) = try editors()
    try first.press(.escape)
    try first.waitFor("Enter Edit")
    try first.type("d")
    try first.waitFor("Delete “Compilers”")
    try first.type("y")
    try first.waitFor("Deleted")
    try save(second, title: " and interpreters")
    try second.waitFor("“Compilers and interpreters” was deleted by", "save it as a new event?", "[S] Save as new")
    #expect(try work.events().isEmpty)
    try second.press(.escape)
    try second.waitForFields(["Title": "Compilers and interpreters"])
    try second.press(.control("s"))
    try second.waitFor("[S] Save as new")
    try second.press(.enter)
    try second.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Compilers and interpreters"])
    #expect(try work.events().map(\.venue) == ["Hall 1"])
  }

  @Test("Of a field that both have changed the second one is told who saved it and when, and chooses")
  func clash() throws {
    let (work, first, second) = try editors()
    try save(first, title: " of today")
    try first.waitFor("Saved")
    try save(second, title: " of tomorrow")
    try second.waitFor(
      "Changed by two", "saved this event on", "after you opened it", "(x) yours: Compilers of tomorrow",
      ": Compilers of today")
    #expect(try work.events().map(\.title) == ["Compilers of today"])
    try second.press(.escape)
    try second.waitForFields(["Title": "Compilers of tomorrow"])
    try second.press(.control("s"))
    try second.waitFor("Changed by two")
    try second.press(.enter)
    try second.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Compilers of tomorrow"])
  }
}
