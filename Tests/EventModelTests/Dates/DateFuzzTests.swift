import EventModel
import Foundation
import TestSupport
import Testing

@Suite("No text is too odd for a date field")
struct DateFuzzTests {
  private static let pieces = [
    "2026-11-24", "24 nov", "nov", "fri", "tomorrow", "today", "now", "noon", "midnight", "24th", "+2d", "+1w", "+3h",
    "-90m", "14:00", "24:00", "14", "2pm", "+01:00", "-05:00", "Z", "CET", "T", "at", "1h30", "99999999999999999999",
    "0", "9999-12-31", "0001-01-01", "29 feb", "03/04", "10.12.", "1.1.2027", " ", ":", "-", "+", "/", ".", ",", "'",
    "in", "next", "this", "week", "months", "h", "14h30", "the", "of", "a year", "🎉", "e\u{301}", "\u{0}", "\u{202E}",
    "٣", "é", "\t", "st", "w", "m",
  ]

  @Test("Texts put together from the pieces of dates are read or refused, always in words", arguments: 1...8)
  func pieces(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let zones = try ["Europe/Berlin", "Pacific/Apia", "UTC"].map(zone)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...6, using: &random))
        .map { _ in (Self.pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "") }
        .joined()
      let place = zones.randomElement(using: &random) ?? .gmt
      let now = Instant(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)) ?? .earliest
      let context = DateContext(now: now, timeZone: place)
      expectSense(readStart(text, in: context), of: text, in: place)
      expectSense(readEnd(text, start: now, in: context), of: text, in: place)
      expectSense(readEnd(text, start: nil, in: context), of: text, in: place)
    }
  }

  @Test("Random characters, and a great many of them")
  func characters() throws {
    var random = SeededGenerator(seed: 7)
    let context = try context()
    for _ in 0..<1500 {
      let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      expectSense(readStart(text, in: context), of: text, in: context.timeZone)
    }
    for piece in ["9", "+", "🎉", "fri ", "1h", ":", "\u{301}"] {
      let text = String(repeating: piece, count: 10_000)
      #expect(readStart(text, in: context).instant == nil)
      #expect(readEnd(text, start: context.now, in: context).instant == nil)
    }
  }

  private func expectSense(_ reading: DateReading, of text: String, in place: TimeZone) {
    switch reading {
    case .understood(let found, let words):
      #expect(words.hasPrefix("= "), "\(text)")
      #expect(found >= .earliest && found <= .latest, "\(text)")
      let again = readStart(startText(found, in: place), in: DateContext(now: found, timeZone: place))
      #expect(again.instant == found, "\(text): \(startText(found, in: place))")
    case .wrong(let sentence):
      #expect(!sentence.isEmpty && sentence.count < 200 && !sentence.contains("\n"), "\(text)")
    case .unclear(let sentence, let choices):
      #expect(!sentence.isEmpty && sentence.count < 200 && choices.count == 2, "\(text)")
      for choice in choices {
        let picked = readStart(choice.text, in: DateContext(now: .earliest, timeZone: place))
        #expect(picked.instant != nil, "\(text): \(choice.text)")
      }
    case .empty:
      break
    }
  }
}
