import TestSupport
import Testing

@testable import PeopleSearch

/// Whatever a name or a query holds, the search answers, and its marks lie inside the text.
@Suite struct AnyTextTests {
  @Test func randomTextNeverTraps() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let entries = (0..<8).map { _ in SearchEntry(name: text(&random), detail: text(&random)) }
      let index = PeopleIndex(entries)
      for query in [text(&random), part(of: entries[0].name, &random), part(of: entries[1].detail, &random)] {
        check(index.search(query, limit: 5), in: index)
      }
    }
  }

  @Test(arguments: ["\u{301}", "\u{301}\u{302}a", "a\u{200D}", "\u{1F1E9}", "\u{D55C}\u{11AB}", "\u{0}", "👩‍👩‍👧", "\r\n"])
  func oddTextsFindThemselves(text: String) {
    let index = PeopleIndex([SearchEntry(name: text, detail: text)])
    let result = index.search(text, limit: 1)
    #expect(result.total == 1)
    check(result, in: index)
  }

  @Test(arguments: ["a", "é", "e\u{301}", "李", "👩‍👩‍👧", "\u{301}", " "])
  func aNameOf10000CharactersIsFound(character: String) {
    let name = String(repeating: character, count: 10_000)
    let index = PeopleIndex([SearchEntry(name: name, detail: name), SearchEntry(name: "b", detail: "")])
    for query in [name, character, name + name] { check(index.search(query, limit: 2), in: index) }
    #expect(index.search(name, limit: 2).hits.first?.index == 0)
  }

  private func check(_ result: SearchResult, in index: PeopleIndex) {
    #expect(result.hits.count <= result.total)
    for hit in result.hits {
      #expect(index.entries.indices.contains(hit.index))
      expectOrdered(hit.nameMatches, within: index.entries[hit.index].name)
      expectOrdered(hit.detailMatches, within: index.entries[hit.index].detail)
    }
  }

  private func expectOrdered(_ ranges: [Range<Int>], within text: String) {
    var end = -1
    for range in ranges {
      #expect(range.lowerBound > end && !range.isEmpty)
      end = range.upperBound
    }
    #expect(end <= text.count)
  }

  private func text(_ random: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let last: UInt32 = [0x7F, 0x24F, 0x36F, 0xFFFF, 0x10_FFFF].randomElement(using: &random) ?? 0
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...last, using: &random)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private func part(of text: String, _ random: inout SeededGenerator) -> String {
    String(text.unicodeScalars.dropFirst(Int.random(in: 0...3, using: &random)).prefix(4))
  }
}
