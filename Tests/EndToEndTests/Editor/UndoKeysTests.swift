import TestSupport
import Testing

@Suite("Undo and redo, in a terminal")
struct UndoKeysTests {
  @Test("Ctrl-_ takes back what was typed, field by field, and Ctrl-Y brings it again")
  func form() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.begin("Compilers", starts: "2027-11-24 14:00")
    try screen.waitForFields(["Title": "Compilers", "Starts": "= Wed 24 Nov 2027 14:00"])
    try screen.press(.control("_"))
    try screen.waitUntil("the start is empty") { $0.contains("Compilers") && !$0.contains("2027") }
    try screen.press(.control("_"))
    try screen.waitUntil("the title is empty") { !$0.contains("Compilers") && !$0.contains("not saved") }
    try screen.press(.control("_"))
    try screen.waitFor("Nothing to undo")
    try screen.press(.control("y"), .control("y"))
    try screen.waitForFields(["Title": "Compilers", "Starts": "= Wed 24 Nov 2027 14:00"])
    try screen.press(.control("y"))
    try screen.waitFor("Nothing to redo")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Compilers"])
  }

  @Test("u in the list takes a deletion back, and Ctrl-Y makes it again, in the database too")
  func list() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.begin("Compilers", starts: "2027-11-24 14:00")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    try screen.type("d")
    try screen.waitFor("Yes, delete")
    try screen.type("y")
    try screen.waitFor("Deleted", "No events yet")
    #expect(try work.events().isEmpty)
    try screen.type("u")
    try screen.waitFor("Undone: “Compilers” is back")
    #expect(try work.events().map(\.title) == ["Compilers"])
    try screen.press(.control("y"))
    try screen.waitFor("Redone: “Compilers” is deleted")
    #expect(try work.events().isEmpty)
  }
}
