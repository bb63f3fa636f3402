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
    #expect(ascii.glyphs("Søren — a…").map(\.text).joined() == "S?ren - a~")
    #expect(ascii.width("e\u{301}") == 1)
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
}
