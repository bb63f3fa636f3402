import Foundation
import JSONStream
import TestSupport
import Testing

/// Documents changed at random get the same verdict from the reader and from the grammar written out.
@Suite struct FuzzTests {
  private static let seeds =
    GrammarTests.valid + [
      "{\"speakers\":[{\"id\":1,\"name\":\"Ada \\u00e9\",\"bio\":null},{\"id\":\"2\",\"name\":\"\\ud83d\\ude00\"}]}"
    ]
  private static let fragments = [
    "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\ud83d\\ude00", "{", "}", "[", "]", ",", ":", "1", "0", "-", ".", "e",
    "true", "null",
    " ", "\n", "\u{0C}", "\u{0}", "é", "😀", "/", "a", "\u{7F}", "\u{FEFF}",
  ]

  @Test(arguments: 0..<8) func `Every mutant gets the verdict of the grammar, whole and in pieces`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<4_000 {
      let document = Self.mutant(using: &random)
      let expected = ReferenceGrammar.accepts(document)
      for size in [document.count + 1, 1, Int.random(in: 1...7, using: &random)] {
        #expect(passes(document, blockBytes: size) == expected, "\(String(decoding: document, as: UTF8.self)), \(size)")
      }
    }
  }

  @Test func `Foundation reads whatever the grammar written out accepts`() {
    var random = SeededGenerator(seed: 99)
    var judged = 0
    for _ in 0..<8_000 {
      let document = Self.mutant(using: &random)
      let text = String(decoding: document, as: UTF8.self)
      // Foundation refuses half a surrogate pair and numbers beyond Double, and takes some more than the grammar.
      if text.contains("\\ud") || text.contains("\\uD") || text.contains("e") { continue }
      guard ReferenceGrammar.accepts(document) else { continue }
      judged += 1
      let foundation = try? JSONSerialization.jsonObject(with: Data(document), options: .fragmentsAllowed)
      #expect(foundation != nil, "\(text)")
    }
    #expect(judged > 1_000)
  }

  private static func mutant(using random: inout SeededGenerator) -> [UInt8] {
    var document = Array((seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...document.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: document.removeSubrange(place..<min(place + 1, document.count))
      case 1: document.insert(contentsOf: Array((fragments.randomElement(using: &random) ?? "").utf8), at: place)
      case 2: document.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: document.removeLast(document.count - place)
      }
    }
    return document
  }
}
