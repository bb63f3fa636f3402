import JSONStream
import Testing

/// Exactly the documents of RFC 8259 pass, wherever the network happens to split them.
@Suite struct GrammarTests {
  static let valid = [
    "{}", "[]", "null", "true", "false", "0", "-0", "1", "-1.5e+10", "1E5", "\"\"", " \t\r\n[ 1 , 2 ] \n", "[[],{}]",
    "{\"a\":1,\"a\":2}", "{\"\":null}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\\u00e9\\uD83D\\uDE00\"",
    "[\"\\\\\",\"\\\\\\\"\"]", "\"é漢😀\u{7F}\u{2028}\"", "[\"\\ud800\"]", "[\"\\udc00x\"]", "[\"\\ud800\\n\"]",
    "[\"\\uD800\\uD800\\uDC00\"]", "\"\\ud800\"", "\"\\u0000\"", "123456789012345678901234567890", "1e999999",
    "[1e-99999]",
    "[\"//\",\"/*\"]", "{\"a\":{\"b\":[{\"c\":\"}\"}]}}", "\u{20}1\u{20}", "[[[[[[[[]]]]]]]]",
  ]

  static let invalid = [
    "", " ", "{", "[", "]", "}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{1:2}", "{a:1}", "'a'",
    "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "--1", "\"", "\"a",
    "\"\\\"",
    "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\", "\"\\u", "\"\\ud800", "\"\\ud800\\", "\"\\ud800\\u12\"", "\"\n\"",
    "\"\t\"",
    "[1]\"", "[1]x", "[1][2]", "[1],", "1 \"x", "1\"x", "1 2", "1,", "true false", "truetrue", "\"a\"b", "\"a\"\"b\"",
    "\"a\" \"",
    "{}{}", "[]]", "{}}", "[}", "{]", "[1}", "{\"a\":1]", "1[", "1{", "[\"a\"\"b\"]", "[1\"a\"]", "[true\"a\"]",
    "[nullnull]",
    "\u{0C}[1]", "[\u{0B}1]", "[1]\u{0C}", "1\u{0B}", "[1]\u{0}", "\u{0}", "\u{FEFF}[]", "[\u{A0}1]", "[1]\u{A0}",
    "// a\n1", "/* a */1", "[1]//", "#1", "[1;2]", "{\"a\":1 \"b\":2}", "[\"a\u{1}\"]", "\\u0031", "[\\u0031]",
  ]

  @Test(arguments: valid) func `A valid document passes at every split`(_ text: String) throws {
    let document = Array(text.utf8)
    #expect(ReferenceGrammar.accepts(document))
    let whole = try events(of: document, blockBytes: document.count)
    for size in 1...max(document.count, 1) {
      #expect(try events(of: document, blockBytes: size) == whole, "in blocks of \(size)")
    }
  }

  @Test(arguments: invalid) func `An invalid document fails at every split`(_ text: String) {
    let document = Array(text.utf8)
    #expect(!ReferenceGrammar.accepts(document))
    for size in 1...max(document.count, 1) {
      #expect(!passes(document, blockBytes: size), "in blocks of \(size)")
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82],
      [0xF0, 0x9F, 0x98], [0xC3, 0x28], [0xE2, 0x82, 0x28],
    ] as [[UInt8]])
  func `Bytes that are not UTF-8 fail at every split`(_ bytes: [UInt8]) {
    for document in [Array("[\"".utf8) + bytes + Array("\"]".utf8), Array("[\"".utf8) + bytes, Array("1".utf8) + bytes]
    {
      for size in 1...document.count {
        #expect(!passes(document, blockBytes: size), "\(document) in blocks of \(size)")
      }
    }
  }

  @Test func `UTF-16 is refused`() {
    #expect(!passes(Array("[1]".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, blockBytes: 4))
  }

  @Test func `Nesting to the limit passes and one more fails`() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let deepest = String(repeating: open, count: 64) + "1" + String(repeating: close, count: 64)
      #expect(passes(Array(deepest.utf8), blockBytes: 7))
      #expect(!passes(Array((open + deepest + close).utf8), blockBytes: 7))
    }
    #expect(!passes(Array(String(repeating: "[", count: 1_000_000).utf8), blockBytes: 4096))
  }
}
