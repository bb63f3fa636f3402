import Testing

@testable import TerminalKit

@Suite("Key bindings")
struct KeyTableTests {
  private typealias Binding = KeyBinding<String, String>

  private let table = KeyTable<String, String>([
    Binding("list", [.escape], "close list", "Close", footer: "Close"),
    Binding("form", [.escape, .control("c")], "close form", "Leave", footer: "Leave"),
    Binding("form", [.control("s"), .function(2)], "save", "Save", footer: "Save"),
  ])

  @Test func theNearestContextOwnsAKey() {
    #expect(table.command(for: .escape, in: ["list", "form"]) == "close list")
    #expect(table.command(for: .escape, in: ["form"]) == "close form")
    #expect(table.command(for: .control("s"), in: ["list", "form"]) == "save")
    #expect(table.command(for: .character("x"), in: ["list", "form"]) == nil)
  }

  @Test func helpLeavesOutTheKeysThatANearerContextOwns() {
    let keys = table.active(in: ["list", "form"]).map { ($0.command, $0.keys) }
    #expect(keys.map(\.0) == ["close list", "close form", "save"])
    #expect(keys[1].1 == [.control("c")])
  }

  @Test func twoBindingsOfOneContextOnOneKeyAreFound() {
    #expect(table.clashes.isEmpty)
    let bad = KeyTable<String, String>(table.bindings + [Binding("form", [.control("s")], "sort", "Sort")])
    #expect(
      bad.clashes.map { "\($0.first.command) and \($0.second.command) on \($0.key.name)" } == [
        "save and sort on Ctrl-S"
      ])
  }

  @Test(arguments: [
    (Key.control("s"), "Ctrl-S", "^S"), (.function(10), "F10", "F10"), (.pageUp, "PgUp", "PgUp"),
    (.character("n"), "n", "n"), (.character(" "), "Space", "Space"), (.backTab, "Shift-Tab", "Shift-Tab"),
    (.enter, "Enter", "Enter"), (.escape, "Esc", "Esc"), (.altDown, "Alt-Down", "Alt-Down"),
  ])
  func keysHaveTheNamesThatPeopleKnow(_ key: Key, _ name: String, _ short: String) {
    #expect(key.name == name)
    #expect(key.shortName == short)
  }
}
