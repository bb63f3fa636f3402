import Foundation
import TestSupport
import Testing

@Suite("Pasting and odd text")
struct PasteTests {
  @Test("Line breaks and escape sequences in a pasted title become spaces, and no key is pressed")
  func title() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.paste("Machines\r\nthat \u{1B}[31mthink\u{1B}]0;owned\u{7}\t\u{13}and\n\n  learn\u{1B}[2J\n")
    try screen.waitUntil("the title is one line, with the cursor in it") { form in
      form.line(with: "Title")?.hasSuffix("Machines that [31mthink ]0;owned and learn [2J") == true
        && form.focusedField == "Title"
    }
    try screen.press(.tab)
    try screen.type("2026-11-24 14:00")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Machines that [31mthink ]0;owned and learn [2J"])
  }

  @Test("A description keeps the line breaks of what is pasted")
  func description() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.begin("Machines", starts: "2026-11-24 14:00")
    try screen.go(to: "Description")
    try screen.paste("One.\r\n\tTwo \u{1B}[1mbold\n")
    try screen.waitFor("bold")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    let descriptions = try work.events().map(\.description)
    #expect(descriptions == ["One.\n\tTwo  [1mbold\n"])
  }

  @Test("Of a pasted list of speakers those in the catalogue are badges at once, and the others are asked for")
  func speakers() throws {
    let work = try Workplace(.small())
    #expect(try work.pivotal("sync").status == 0)
    let names = try work.database().names(in: "speakers")
    let screen = try work.editor("new", columns: 120)
    try screen.begin("Machines", starts: "2026-11-24 14:00")
    try screen.go(to: "Speakers")
    try screen.paste(names.joined(separator: "\r\n") + "\nNobody Known, Someone Else\n")
    try screen.waitFor("\(names.count) of \(names.count + 2) pasted names added: choose the others")
    try screen.waitUntil("the first of the others is asked for") { $0.cursorLine.contains("Nobody Known") }
    try screen.press(.down)
    try screen.waitFor("> + Add \"Nobody Known\"")
    try screen.press(.escape)
    try screen.press(.escape)
    try screen.waitUntil("the second of the others is asked for") { $0.cursorLine.contains("Someone Else") }
    try screen.press(.escape)
    try screen.press(.escape)
    try screen.waitForNo("Someone Else")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.speakers) == [names])
  }

  @Test("A great deal of text at once arrives whole")
  func long() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.begin("Long", starts: "2026-11-24 14:00")
    try screen.go(to: "Description")
    let text = (1...1_000).map { "Line \($0) ends here" }.joined(separator: "\n")
    try screen.paste(text)
    try screen.waitFor("Line 1000 ends here")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.description) == [text])
  }

  @Test("Names from the Centre can neither move the cursor nor colour anything")
  func hostileNames() throws {
    let centre = try FaultyCentre.small()
    centre.answer(
      "speakers",
      with: try .listing(
        "speakers", [["id": "1", "name": "Eve \u{1B}[2J\u{1B}[H\u{9B}31m\u{7}\u{202E}evil", "title": "\u{0}\n\u{8}x"]]))
    centre.answer("sponsors", with: try .listing("sponsors", [["id": "1", "name": "A\u{1B}]0;owned\u{7}cme"]]))
    let work = try Workplace(centre)
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.press(.control("r"))
    try screen.waitFor("New event", "Sync completed with errors", "Sponsors: 1 added")
    try screen.go(to: "Sponsor")
    try screen.type("cme")
    try screen.waitUntil("the name is harmless") { $0.highlightedRow == "A]0;ownedcme" }
    #expect(try work.database().names(in: "sponsors") == ["A]0;ownedcme"])
    #expect(try work.database().names(in: "speakers").isEmpty)
  }
}
