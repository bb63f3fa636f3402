import EventModel
import TestSupport
import Testing

@testable import EventStore

/// An event's speakers stand in one column, as JSON.
@Suite struct NamesColumnTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test(arguments: [
    [], [""], ["", ""], ["Ada"], ["Ada", "Grace"], ["Ada, Countess", "Grace"], ["\"Ada\"", "\\", "\\\""], ["a\u{1}b"],
    ["渕一博", "Łukasz Żal / 李", "👩\u{200D}💻"], ["[", "]", "\",\""], [",", "Grace"],
  ])
  func whateverANameHoldsComesBack(_ names: [String]) throws {
    var details = EventDetails.plain("Talk")
    details.speakers = names
    _ = try storage.add(details, by: "ada", at: noon)
    #expect(try storage.events().first?.details.speakers == names)
  }

  @Test(arguments: [
    (#"[ "Ada" , "Grace" ]"#, ["Ada", "Grace"]), (#"["Ada", "Grace"]"#, ["Ada", "Grace"]), ("[ ]", []),
    (#"["\u0041da"]"#, ["Ada"]),
  ])
  func otherProgramsMayWriteItInOtherWays(_ text: String, _ names: [String]) throws {
    _ = try storage.add(.full, by: "ada", at: noon)
    try directory.connection().execute("UPDATE events SET speakers = ?", [.text(text)])
    #expect(try storage.events().first?.details.speakers == names)
  }

  @Test(arguments: [
    #"["Ada"x"Grace"]"#, #"["Ada","]"#, #"["Ada""Grace"]"#, #"["]"#, "[1]", "[,]", #"[""""]"#,
  ])
  func whatIsNoListOfNamesIsRefused(_ text: String) throws {
    _ = try storage.add(.full, by: "ada", at: noon)
    try directory.connection().execute("UPDATE events SET speakers = ?", [.text(text)])
    #expect(throws: StorageError.self) { try storage.events() }
  }
}
