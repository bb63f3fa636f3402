import TestSupport
import Testing

@testable import TerminalKit

@Suite("How many columns text takes")
struct TextMetricsTests {
  private let metrics = TextMetrics.testing

  @Test(arguments: [
    ("Ada", 3), ("渕一博", 6), ("e\u{301}", 1), ("Å", 1), ("", 0), ("a\u{200D}b", 2), ("\u{200B}", 0), ("ﷺ", 1),
    ("שלום", 4), ("a\u{7}b", 2),
  ])
  func widthIsTheTerminals(_ text: String, _ columns: Int) {
    #expect(metrics.width(text) == columns)
  }

  @Test func joinedEmojiAreDrawnOneByOneSoThatEveryTerminalCountsAlike() {
    let family = "👩\u{200D}👩\u{200D}👧"
    #expect(metrics.glyphs(family).map(\.text) == ["👩", "👩", "👧"])
    #expect(metrics.width(family) == 6)
  }

  @Test func truncationEndsWithAnEllipsisAndNeverSplitsAWideCharacter() {
    #expect(metrics.truncated("Ada Lovelace", to: 6) == "Ada L…")
    #expect(metrics.truncated("渕一博", to: 4) == "渕…")
    #expect(metrics.truncated("Ada", to: 3) == "Ada")
    #expect(metrics.truncated("Ada", to: 0) == "")
  }

  @Test func anASCIITerminalGetsSignsItHas() {
    let ascii = TextMetrics(isUnicode: false)
    func drawn(_ text: String) -> String { ascii.glyphs(text).map(\.text).joined() }
    #expect(drawn("Søren — a…") == "Soren - a...")
    #expect(drawn("“Élodie’s” naïve café → ‘Groß’ 2×3 • Łódź") == "\"Elodie's\" naive cafe -> 'Gross' 2x3 * Lodz")
    #expect(drawn("a\u{A0}b 渕 é e\u{301}") == "a b ? e e")
    for text in ["Groß →", "…", "Æ"] { #expect(ascii.width(text) == drawn(text).count) }
    #expect(ascii.width("e\u{301}") == 1)
  }

  /// What a machine with only some locales can draw.
  private func isUnicode(_ environment: [String: String], on machine: [String: String]) -> Bool {
    TextMetrics.activateLocale(environment) { machine[$0] }.isUnicode
  }

  @Test func withoutALocaleItTriesUTF8BeforeASCII() {
    let bare = ["C": "ANSI_X3.4-1968"]
    let usual = ["C": "ANSI_X3.4-1968", "C.UTF-8": "UTF-8", "de_DE": "ISO-8859-1"]
    #expect(isUnicode([:], on: usual) && isUnicode(["LANG": ""], on: usual))
    #expect(isUnicode(["LANG": "en_GB.utf8"], on: usual), "a name that ssh brings along")
    for locale in ["C", "de_DE", "fr_FR"] { #expect(!isUnicode(["LANG": locale], on: usual), "\(locale)") }
    for locale in ["", "C", "C.UTF-8", "en_GB.UTF-8"] { #expect(!isUnicode(["LANG": locale], on: bare), "\(locale)") }
    #expect(!isUnicode(["LANG": "C.UTF-8", "LC_ALL": "C"], on: usual))
  }

  @Test func whatIsCutEndsWithDotsThereAndKeepsItsWidth() {
    let ascii = TextMetrics(isUnicode: false)
    func drawn(_ text: String, _ width: Int) -> String {
      ascii.glyphs(ascii.truncated(text, to: width)).map(\.text).joined()
    }
    #expect(drawn("Augusta Ada King, Countess of Lovelace", 30) == "Augusta Ada King, Countess ...")
    #expect(drawn("Ada Lovelace", 6) == "Ada L~", "dots would take half of it")
    #expect(drawn("→→→→", 6) == "->->~")
    #expect(drawn("Ada Lovelace", 1) == "~" && drawn("Ada Lovelace", 0) == "")
  }

  @Test func aCellHoldsAtMostFiveScalars() {
    let piled = "a" + String(repeating: "\u{301}", count: 40)
    #expect(metrics.glyphs(piled).map(\.text.unicodeScalars.count) == [5])
  }

  @Test func noTextMakesItTrap() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(metrics.width(metrics.truncated(text, to: 10)) <= 10)
      #expect(metrics.wrapped(text, to: 7).allSatisfy { metrics.width($0) <= 7 || $0.count == 1 })
    }
  }

  @Test func paragraphsBreakAtSpaces() {
    #expect(metrics.paragraphs("one two three\n\nfour", to: 7) == ["one two", "three", "", "four"])
    #expect(metrics.paragraphs("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
  }

  @Test func theLastOfSomeRowsSaysThatThereAreMore() {
    #expect(metrics.paragraphs("one two three four", to: 7, atMost: 2) == ["one two", "three …"])
    #expect(metrics.paragraphs("one two three four", to: 7, atMost: 1) == ["one tw…"])
    #expect(metrics.paragraphs("one two", to: 7, atMost: 1) == ["one two"])
    #expect(metrics.paragraphs("one two", to: 3, atMost: 0) == [])
  }
}
