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

  @Test func everyNameThatIsShownNamesItsKey() {
    let keys: [Key] =
      [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .altDown, .function(1), .function(12), .character("n"), .character("N"), .character(" "),
        .character("{"), .control(" "), .control("_"), .control("a"), .control("z"),
      ]
    for key in keys { #expect(Key(named: key.name) == key, "\(key.name)") }
  }

  @Test(arguments: [
    ("^S", Key.control("s")), ("ctrl-s", .control("s")), ("PGDN", .pageDown), ("Comma", .character(",")),
    ("Hash", .character("#")), ("Return", .enter), ("é", .character("é")),
  ])
  func otherWaysToWriteAKeyAreUnderstood(_ name: String, _ key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: ["", " ", "Ctrl-I", "Ctrl-M", "Ctrl-H", "F13", "F0", "Alt-X", "Shift-F1", "Ctrl-Enter", "nn"])
  func whatNoTerminalSendsIsNoKey(_ name: String) {
    #expect(Key(named: name) == nil)
  }

  @Test func aCommandWithoutAKeyIsInTheMenuAndNotInTheFooter() {
    let table = KeyTable<String, String>(table.bindings + [Binding("form", [], "theme", "Theme", footer: "Theme")])
    #expect(table.active(in: ["form"]).map(\.command) == ["close form", "save", "theme"])
    #expect(table.footer(in: ["form"]).map(\.command) == ["close form", "save"])
  }
}
