import Foundation
import TestSupport
import Testing

@Suite("What stands in a form is kept, whatever becomes of the editor")
struct DraftTests {
  /// The titles of the drafts in the database.
  private func titles(_ work: Workplace) throws -> [String] {
    try work.database().values("SELECT json_extract(fields, '$.texts.title') FROM drafts")
  }

  @Test("Each change is in the database within a second")
  func second() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    var title = ""
    var times: [Duration] = []
    for word in ["One", " two", " three", " four", " five"] {
      try screen.type(word)
      title += word
      try screen.waitForFields(["Title": title])
      let start = ContinuousClock.now
      #expect(try isMet(within: .seconds(30)) { try titles(work) == [title] })
      times.append(.now - start)
    }
    // One of them may meet a machine that is busy with something else.
    #expect(times.sorted()[2] < .seconds(1), "\(times)")
  }

  @Test("What was typed a moment before is kept at once when the program is told to end", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.type("Half")
    #expect(try isMet(within: .seconds(30)) { try titles(work) == ["Half"] })
    try screen.type(" an event")
    try screen.waitForFields(["Title": "Half an event"])
    kill(try #require(screen.processIdentifier), number)
    #expect(try screen.waitForExit() == 0)
    #expect(try titles(work) == ["Half an event"])
    try offersItAgain(work)
  }

  @Test("Nor is anything lost when the window is closed")
  func window() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.type("Half an event")
    try screen.waitForFields(["Title": "Half an event"])
    let process = try #require(screen.processIdentifier)
    try screen.hangUp()
    #expect(isMet(within: .seconds(30)) { kill(process, 0) != 0 })
    #expect(try titles(work) == ["Half an event"])
    try offersItAgain(work)
  }

  @Test("A draft that could not be kept is kept again, though nothing more is typed")
  func keptAgain() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    let other = try work.database()
    try other.rows("BEGIN IMMEDIATE")
    try screen.type("Half an event")
    try screen.waitFor("Not kept as a draft yet")
    try other.rows("ROLLBACK")
    #expect(try isMet(within: .seconds(30)) { try titles(work) == ["Half an event"] })
  }

  @Test("Nor is what stands in the small form of a record lost")
  func record() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.go(to: "Sponsor")
    try screen.type("Acme Trust")
    try screen.waitFor("+ Add \"Acme Trust\" to the catalogue")
    try screen.press(.down)
    try screen.waitFor("> + Add")
    try screen.press(.enter)
    try screen.waitFor("New sponsor in the catalogue")
    try screen.type("https://acme.example")
    try screen.waitFor("https://acme.example")
    kill(try #require(screen.processIdentifier), SIGTERM)
    #expect(try screen.waitForExit() == 0)
    let next = try work.editor()
    try next.waitFor("was being edited", "[R] Restore")
    try next.press(.enter)
    try next.waitFor("New sponsor in the catalogue", "Acme Trust", "https://acme.example")
    try next.press(.control("s"))
    try next.waitFor("Acme Trust is in the catalogue now")
    #expect(try work.database().names(in: "sponsors") == ["Acme Trust"])
  }

  /// Kills an editor once what stands in its form is kept.
  private func killOnceKept(_ screen: TmuxScreen, _ work: Workplace, _ title: String) throws {
    #expect(try isMet(within: .seconds(30)) { try titles(work) == [title] })
    kill(try #require(screen.processIdentifier), SIGKILL)
    try screen.waitForExit()
  }

  @Test("Nor by a second kill after the draft was restored")
  func killedTwice() throws {
    let work = try Workplace()
    let first = try work.editor("new")
    try first.waitFor("New event")
    try first.type("Half")
    try killOnceKept(first, work, "Half")
    let second = try work.editor()
    try second.waitFor("“Half” was being edited")
    try second.press(.enter)
    try second.waitForFields(["Title": "Half"])
    try second.press(.end)
    try second.type(" an event")
    try killOnceKept(second, work, "Half an event")
    try offersItAgain(work)
  }

  @Test("What another editor is writing is its own, until that one is gone")
  func twoEditors() throws {
    let work = try Workplace()
    let first = try work.editor("new")
    try first.waitFor("New event")
    try first.type("Half an event")
    #expect(try isMet(within: .seconds(30)) { try titles(work) == ["Half an event"] })
    let second = try work.editor("new")
    try second.waitFor("New event")
    try second.type("Another")
    #expect(try isMet(within: .seconds(30)) { try titles(work).count == 2 })
    // The drafts are looked for before the form is drawn, so what was not offered by now is not offered.
    #expect(try !second.screen().contains("are kept"))
    try second.press(.escape)
    try second.waitFor("Discard")
    try second.type("d")
    try second.waitFor("No events yet")
    #expect(try !second.screen().contains("was being edited"))
    try second.type("q")
    #expect(try second.waitForExit() == 0)
    try killOnceKept(first, work, "Half an event")
    try offersItAgain(work)
  }

  private func offersItAgain(_ work: Workplace) throws {
    let next = try work.editor()
    try next.waitFor("“Half an event” was being edited", "[R] Restore", "[D] Discard", "[L] Later")
    try next.press(.enter)
    try next.waitForFields(["Title": "Half an event"])
    try next.press(.control("q"))
    try next.waitFor("Discard")
    try next.type("d")
    #expect(try next.waitForExit() == 0)
    #expect(try titles(work).isEmpty)
  }
}
