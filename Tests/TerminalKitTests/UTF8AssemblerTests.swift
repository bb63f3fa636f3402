import TestSupport
import Testing

@testable import TerminalKit

@Suite("Characters from a terminal's bytes")
struct UTF8AssemblerTests {
  private func assembled(_ bytes: [UInt8]) -> String {
    var assembler = UTF8Assembler()
    var scalars = bytes.flatMap { assembler.take($0) }
    scalars += assembler.flush()
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: ["Café", "渕一博", "🎉", "مرحبا", "a\u{301}", ""])
  func wellFormedTextComesThrough(_ text: String) {
    #expect(assembled(Array(text.utf8)) == text)
  }

  @Test func aCharacterInPiecesIsWaitedFor() {
    var assembler = UTF8Assembler()
    #expect(assembler.take(0xC3).isEmpty)
    #expect(assembler.isWaiting)
    #expect(assembler.take(0xA9) == ["é"])
    #expect(!assembler.isWaiting)
  }

  @Test(
    arguments: [
      ([0xE9], "\u{FFFD}"), ([0x43, 0xE9, 0x20, 0x6C], "C\u{FFFD} l"), ([0xFF, 0x61], "\u{FFFD}a"),
      ([0xC3, 0xC3, 0xA9], "\u{FFFD}é"), ([0xF0, 0x9F, 0x61], "\u{FFFD}a"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80, 0x62], "\u{FFFD}\u{FFFD}b"),
    ] as [([UInt8], String)])
  func whatIsNoCharacterIsMarkedAndNothingAfterItIsLost(_ bytes: [UInt8], _ text: String) {
    #expect(assembled(bytes).filter { $0 != "\u{FFFD}" } == text.filter { $0 != "\u{FFFD}" })
    #expect(assembled(bytes).contains("\u{FFFD}"))
  }

  @Test func noBytesMakeItTrap() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(assembled(bytes).unicodeScalars.count <= bytes.count)
    }
  }
}
