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

  @Test(
    "A locale that this machine lacks, as ssh brings them along, still says what the terminal takes",
    arguments: [("LC_ALL", "xx_XX.UTF-8", true), ("LC_CTYPE", "xx_XX.utf8", true), ("LC_ALL", "C", false)])
  func otherLocales(variable: String, value: String, isUnicode: Bool) throws {
    let screen = try Workplace().editor("demo", with: [variable: value])
    try screen.waitFor("82 speakers")
    try screen.waitFor(isUnicode ? "Les machines à calcul" : "Les machines a calcul")
  }

  @Test("Matched letters are underlined and bold, with colours and without", arguments: ["", "1"])
  func matches(noColor: String) throws {
    let screen = try Workplace().editor("demo", with: ["NO_COLOR": noColor])
    try screen.waitFor("82 speakers", "q Quit")
    try screen.type("n")
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    var styles = Styles(try screen.styledText())
    #expect(!styles.attributes.contains("4"), "nothing is underlined before")
    try screen.type("knuth")
    try screen.waitFor("1 of 82 shown")
    let isMarked = try isMet(within: .seconds(30)) {
      styles = Styles(try screen.styledText())
      return styles.attributes.isSuperset(of: ["1", "4"])
    }
    #expect(isMarked, "\(styles.attributes)")
  }
}
