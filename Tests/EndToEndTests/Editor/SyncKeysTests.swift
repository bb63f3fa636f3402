import Foundation
import TestSupport
import Testing

@Suite("A sync in the editor")
struct SyncKeysTests {
  @Test("F5 starts one as well")
  func functionKey() throws {
    let work = try Workplace(.small())
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.function(5))
    try screen.waitFor("Sync completed successfully", "Speakers: 2 added, 0 updated, 0 unchanged")
  }

  @Test("So does the menu")
  func menu() throws {
    let work = try Workplace(.small())
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.control("x"))
    let menu = try screen.waitUntil("the menu is open, with its first row marked") {
      $0.contains("Sync with the Resources Centre") && $0.cursorText.hasPrefix(">")
    }
    let row = try #require(menu.row(of: "Sync with the Resources Centre"))
    for row in menu.cursorRow..<row {
      try screen.press(.down)
      try screen.waitUntil("the next row is marked") { $0.cursorRow == row + 1 }
    }
    try screen.press(.enter)
    try screen.waitFor("Sync completed successfully")
  }

  @Test("How long it waits for an answer of unknown length is a setting")
  func setting() throws {
    let centre = try FaultyCentre.small()
    centre.answer(
      "speakers",
      with: .scripted { connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"speakers\":[")
        while connection.send("   "), !connection.isClosed(within: .milliseconds(50)) {}
      })
    let work = try Workplace(centre)
    try FileManager.default.createDirectory(
      atPath: work.files.path(".config/pivotal"), withIntermediateDirectories: true)
    try work.files.write("sync-max-time = 2s\n", to: ".config/pivotal/config")
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.control("r"))
    try screen.waitFor("end after 2 s; allow it more time")
  }

  @Test("The result leaves with any key, and that key still acts")
  func result() throws {
    let work = try Workplace(.small())
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.control("r"))
    try screen.waitFor("Sync completed successfully")
    try screen.type("n")
    try screen.waitUntil("the form is there instead") {
      $0.contains("New event") && !$0.contains("Sync completed successfully")
    }
  }

  @Test("Esc stops one that is slow, and the form underneath keeps its text")
  func stopping() throws {
    let centre = try FaultyCentre.small()
    let body = try FaultyCentre.body("speakers", Array(repeating: ["id": "1", "name": "Ada Lovelace"], count: 5_000))
    centre.answer("speakers", with: .slow(body, bytes: 20, every: .milliseconds(50)))
    let work = try Workplace(centre)
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.type("A talk being written")
    try screen.press(.control("r"))
    try screen.waitFor("Esc stops")
    #expect(try isMet(within: .seconds(20)) { try work.database().names(in: "sponsors") == ["Acme Trust"] })
    try screen.type(" meanwhile")
    try screen.waitFor("A talk being written meanwhile")
    try screen.press(.escape)
    try screen.waitFor("Stopped.")
    try screen.type("!")
    try screen.waitUntil("the form is whole") { form in
      form.line(with: "Title")?.hasSuffix("A talk being written meanwhile!") == true && form.contains("New event")
        && form.contains("* not saved") && !form.contains("Stopped.")
    }
    #expect(try work.database().names(in: "speakers").isEmpty)
    #expect(try work.database().names(in: "sponsors") == ["Acme Trust"])
  }

  @Test("What failed is named")
  func failures() throws {
    let centre = try FaultyCentre.small()
    centre.answer("sponsors", with: .status(500))
    centre.answer(
      "speakers",
      with: try .listing(
        "speakers", [["id": "1", "name": "Ada Lovelace"], ["id": "2", "name": "Grace Hopper", "updated_at": "soon"]]))
    let work = try Workplace(centre)
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.control("r"))
    try screen.waitFor(
      "Sync completed with errors", "Speakers: 1 added, 0 updated, 0 unchanged, 1 failed", "Grace Hopper — ",
      "Organizers: 1 added", "Sponsors: not synced — The Resources Centre could not answer",
      "1 speaker · synced just now")
  }

  @Test("A Centre that is not there is a sentence")
  func nobodyThere() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    centre.stop()
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.control("r"))
    try screen.waitFor("Sync failed", "Nothing answers at")
    try screen.type("q")
    #expect(try screen.waitForExit() == 0)
  }

  @Test("With nothing configured it names the variable to set, and the demo")
  func notConfigured() throws {
    let screen = try Workplace().editor()
    try screen.waitFor("never synced")
    try screen.press(.control("r"))
    try screen.waitFor("No Resources Centre is configured", "RESOURCES_CENTRE_URL", "`pivotal demo`")
  }

  @Test("A sync under an open picker brings its rows in")
  func openPicker() throws {
    let work = try Workplace(.small())
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    try screen.press(.down)
    try screen.waitFor("No speakers yet")
    try screen.press(.control("r"))
    try screen.waitFor("Sync completed successfully")
    try screen.type("turing")
    try screen.waitUntil("he is there to choose") { $0.highlightedRow == "[ ] Alan Turing" }
  }

  @Test("F6 shows first what would change, and does that only when it is approved")
  func plan() throws {
    let work = try Workplace(.small())
    let screen = try work.editor()
    try screen.waitFor("never synced")
    try screen.press(.function(6))
    try screen.waitFor("Speakers: 2 added, 0 updated, 0 unchanged", "+ Ada Lovelace", "+ Alan Turing", "Enter Apply")
    try screen.press(.escape)
    try screen.waitFor("Nothing was changed.")
    #expect(try work.database().names(in: "speakers").isEmpty)
    try screen.press(.function(6))
    try screen.waitFor("+ Ada Lovelace")
    try screen.press(.enter)
    try screen.waitFor("Sync completed successfully", "2 speakers · synced just now")
    #expect(try work.database().names(in: "speakers") == ["Ada Lovelace", "Alan Turing"])
  }

  @Test("A Centre that was emptied is asked about")
  func removals() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    centre.answer("speakers", with: try .listing("speakers", []))
    let screen = try work.editor()
    try screen.waitFor("2 speakers")
    try screen.press(.control("r"))
    try screen.waitFor("lists 0 of 2 speakers", "[K] Keep them", "[A] Accept removals")
    try screen.type("a")
    try screen.waitFor("Speakers: 0 added, 0 updated, 0 unchanged, 2 gone", "0 speakers")
  }
}
