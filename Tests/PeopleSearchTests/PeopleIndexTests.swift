import Testing

@testable import PeopleSearch

@Suite struct PeopleIndexTests {
  let index = PeopleIndex([
    SearchEntry(name: "Ada Lovelace", detail: "Mathematician, Analytical Engine"),
    SearchEntry(name: "Adam Smith", detail: "Economist, Glasgow"),
    SearchEntry(name: "Łukasz Żal", detail: "Cinematographer"),
    SearchEntry(name: "Jean-Luc Ponty", detail: ""),
    SearchEntry(name: "Canada House", detail: "London"),
    SearchEntry(name: "Grace Hopper", detail: "Admiral, US Navy; Ada prize"),
    SearchEntry(name: "Zoe\u{308} 李", detail: ""),
  ])

  @Test func anEmptyQueryFindsAllInTheOrderGiven() {
    let result = index.search(" \u{301}", limit: 3)
    #expect(result == SearchResult(hits: (0..<3).map { SearchHit(index: $0) }, total: 7))
  }

  @Test func wholeWordsComeBeforeStartsBeforeInsides() {
    let result = index.search("ada", limit: 10)
    #expect(result.hits.map(\.index) == [0, 5, 1, 4])
    #expect(result.total == 4)
  }

  @Test func equallyGoodOnesKeepTheOrderGiven() {
    let index = PeopleIndex(["b Ann", "a Ann", "c Ann", "Anna"].map { SearchEntry(name: $0, detail: "") })
    #expect(index.search("ann", limit: 10).hits.map(\.index) == [0, 1, 2, 3])
  }

  @Test(arguments: ["lovelace ada", "LOVE engine", "  ada\u{3000}analy ", "math lov", "a l"])
  func wordsMatchInAnyOrderAndInNameOrDetail(query: String) {
    #expect(index.search(query, limit: 10).hits.first?.index == 0)
  }

  @Test(arguments: ["lukasz", "zal", "ŁUKASZ ŻAL", "luk zal", "cinema"])
  func diacriticsDoNotMatter(query: String) {
    #expect(index.search(query, limit: 10).hits.map(\.index) == [2])
  }

  @Test(arguments: ["xyz", "ada xyz", "adalovelace", "ada lovelace economist"])
  func everyWordHasToMatch(query: String) {
    #expect(index.search(query, limit: 10) == SearchResult(hits: [], total: 0))
  }

  @Test func aPartBehindAHyphenIsAWord() {
    let index = PeopleIndex([SearchEntry(name: "Lucas", detail: ""), SearchEntry(name: "Jean-Luc", detail: "")])
    #expect(index.search("luc", limit: 10).hits.map(\.index) == [1, 0])
  }

  @Test func theLimitCutsTheHitsAndNotTheTotal() {
    for limit in [Int.min, -1, 0, 1, 2, 100, Int.max] {
      let result = index.search("a", limit: limit)
      #expect(result.hits.count == min(max(0, limit), 6))
      #expect(result.total == 6)
    }
  }

  @Test func nothingIsFoundInNothing() {
    #expect(PeopleIndex([]).search("a", limit: 5) == SearchResult(hits: [], total: 0))
    #expect(PeopleIndex([]).search("", limit: 5) == SearchResult(hits: [], total: 0))
  }

  @Test func matchedPartsAreCountedInCharacters() {
    #expect(marks("zoe", "Zoe\u{308} 李") == ["Zoe\u{308}"])
    #expect(marks("李", "Zoe\u{308} 李") == ["李"])
    #expect(marks("strass", "Große Straße 7") == ["Straß"])
    #expect(marks("b", "👩‍👩‍👧 b") == ["b"])
    #expect(marks("sse", "Große") == ["ße"])
    #expect(marks("a b", "  a \u{3000} b ") == ["a", "b"])
  }

  @Test func matchedPartsAreMergedAndInOrder() {
    #expect(marks("lace love", "Ada Lovelace") == ["Lovelace"])
    #expect(marks("lov ada", "Ada Lovelace") == ["Ada", "Lov"])
    #expect(marks("ad ada", "Ada Lovelace") == ["Ada"])
    #expect(marks("ada", "Canada, Ada") == ["Ada"])
  }

  @Test func aWordIsMarkedInTheNameOrElseInTheDetail() {
    let hit = index.search("ada hopper", limit: 1).hits.first
    #expect(hit == SearchHit(index: 5, nameMatches: [6..<12], detailMatches: [18..<21]))
  }

  private func marks(_ query: String, _ name: String) -> [String] {
    let characters = Array(name)
    let hit = PeopleIndex([SearchEntry(name: name, detail: "")]).search(query, limit: 1).hits.first
    return (hit?.nameMatches ?? []).map { String(characters[$0]) }
  }
}
