import Foundation
import TestSupport
import Testing

@Suite("How the editor looks in different terminals")
struct LooksTests {
  /// Opens everything that can be looked at, and hands each screen to the test.
  private func tour(_ screen: TmuxScreen, _ look: (TerminalScreen) throws -> Void) throws {
    try look(try screen.waitFor("82 speakers"))
    try screen.type("?")
    try look(try screen.waitFor("Filter the list as you type"))
    try screen.press(.escape)
    try screen.press(.control("x"))
    try look(try screen.waitFor("Menu"))
    try screen.press(.escape)
    try screen.press(.enter)
    try screen.waitFor("Edit event")
    try screen.go(to: "Speakers")
    try screen.type("professor")
    try look(try screen.waitFor(" selected"))
    try screen.press(.escape, .escape, .control("r"))
    try look(try screen.waitFor("Sync completed successfully"))
  }

  @Test("With NO_COLOR there is no colour, and bold and reverse still tell things apart")
  func noColor() throws {
    let screen = try Workplace().editor("demo", with: ["NO_COLOR": "1"])
    try tour(screen) { _ in
      var styles = Styles("")
      let hasBoth = try isMet(within: .seconds(30)) {
        styles = Styles(try screen.styledText())
        return styles.attributes.isSuperset(of: ["1", "7"])
      }
      #expect(hasBoth)
      #expect(styles.colors.isEmpty)
    }
  }

  @Test("Without NO_COLOR there is colour, so that the test before proves something")
  func color() throws {
    let screen = try Workplace().editor("demo")
    try screen.waitFor("82 speakers")
    var styles = Styles("")
    let hasColor = try isMet(within: .seconds(30)) {
      styles = Styles(try screen.styledText())
      return !styles.colors.isEmpty
    }
    #expect(hasColor)
    // None that some background swallows, and no background.
    #expect(styles.colors.isSubset(of: ["31", "32", "34", "35", "36"]))
  }

  @Test("With LANG=C there is nothing but ASCII")
  func ascii() throws {
    let screen = try Workplace().editor("demo", with: ["LANG": "C"])
    try tour(screen) { shown in
      #expect(shown.text.utf8.count == shown.text.unicodeScalars.count, "\(shown)")
    }
  }

  @Test("With no locale named at all, names are whole")
  func noLocale() throws {
    let screen = try Workplace().editor("demo", with: ["LANG": ""])
    try screen.waitFor("82 speakers")
    try screen.waitFor("Les machines à calcul")
  }
}
