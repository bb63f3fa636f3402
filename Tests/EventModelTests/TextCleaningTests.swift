import EventModel
import Testing

/// Text from outside is made fit to be stored and drawn, and is otherwise left alone.
@Suite struct TextCleaningTests {
  @Test(arguments: [
    ("", ""), ("Ada Lovelace", "Ada Lovelace"), ("  Ada \t\n Lovelace  ", "Ada Lovelace"), ("   ", ""),
    ("Ada\u{A0}\u{2003}\u{3000}Lovelace\u{2028}", "Ada Lovelace"), ("\u{1680}Ada\u{85}B", "Ada B"),
    ("A\u{200A}\u{205F}B\u{202F}", "A B"),
    ("\u{1B}[2JAda\u{7F}\u{9B}1m", "[2JAda1m"), ("a\u{0}b", "ab"), ("a \u{7} b", "a b"), ("José Valim", "José Valim"),
    ("Jose\u{301}", "Jose\u{301}"), ("まつもと　ゆきひろ", "まつもと ゆきひろ"), ("a\u{200B}b\u{200D}c", "a\u{200B}b\u{200D}c"),
    ("£ § ©", "£ § ©"), ("👩‍🔬", "👩‍🔬"), ("a\r\nb", "a b"),
  ])
  func `A line has single spaces and no control characters`(_ text: String, _ cleaned: String) {
    #expect(Array(cleanedLine(text).unicodeScalars) == Array(cleaned.unicodeScalars))
  }

  @Test(arguments: [
    ("", ""), ("One.\n\tTwo.", "One.\n\tTwo."), ("a\r\nb\rc\n\nd", "a\nb\nc\n\nd"),
    ("a\u{0B}b\u{0C}c\u{85}d", "a\nb\nc\nd"),
    ("\u{1B}[31mred\u{0}\u{9B}", "[31mred"), ("  two  spaces  ", "  two  spaces  "),
    ("é£漢👩‍🔬\u{A0}\u{2028}", "é£漢👩‍🔬\u{A0}\u{2028}"),
    ("\r\r\n\n", "\n\n\n"),
  ])
  func `A text keeps its lines and tabs and loses other control characters`(_ text: String, _ cleaned: String) {
    #expect(Array(cleanedText(text).unicodeScalars) == Array(cleaned.unicodeScalars))
  }

  @Test func `Every character is treated alike, whatever stands beside it`() {
    for value in UInt32(0)...0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isControl = scalar.properties.generalCategory == .control
      let isSpace = scalar.properties.isWhitespace
      let expected = isSpace ? "a b" : isControl ? "ab" : "a\(scalar)b"
      #expect(Array(cleanedLine("a\(scalar)b").unicodeScalars) == Array(expected.unicodeScalars), "U+\(value)")
      if isControl && !isSpace {
        #expect(cleanedText("a\(scalar)b") == "ab", "U+\(value)")
      }
    }
  }
}
