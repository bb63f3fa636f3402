import Testing

@testable import PeopleSearch

/// Who comes before whom, and what is forgiven.
@Suite struct SearchOrderTests {
  @Test func kindsOfMatchComeInTheirOrder() {
    let names = ["Mxran Day", "Amaranto Lee", "Marianna Roe", "Marant Fox", "Maran Ito"]
    #expect(
      found("maran", names, limit: 6) == ["Maran Ito", "Marant Fox", "Amaranto Lee", "Marianna Roe", "Mxran Day"])
  }

  @Test func theNameComesBeforeTheTitleBeforeTheCompany() {
    let index = PeopleIndex([
      SearchEntry(name: "A", title: "Nurse", company: "Fern"), SearchEntry(name: "B", title: "Fern", company: "Moss"),
      SearchEntry(name: "Fern", title: "Nurse", company: "Moss"),
    ])
    #expect(index.search("fern", limit: 3).hits.map(\.index) == [2, 1, 0])
  }

  @Test func whoWasChosenMoreOftenAndLaterComesFirstAmongEquals() {
    let names = ["Ann Lee", "Ann Poe", "Ann Fox", "Anna Day"]
    let usage = Usage(choices: [["Anna Day", "Ann Poe"], ["Anna Day"], ["Ann Fox"]])
    let index = PeopleIndex(names.map { SearchEntry(name: $0, detail: "") }, usage: usage)
    #expect(index.search("ann", limit: 4).hits.map(\.index) == [2, 1, 0, 3])
    #expect(index.search("", limit: 3).hits.map(\.index) == [3, 2, 1])
  }

  @Test func anInitialAndAFamilyNameWithTheSameLetterAreTwoWords() {
    #expect(found("m martin", ["Anna Martin", "Marta Poe", "Mike Martin"], limit: 1) == ["Mike Martin"])
  }

  @Test func typosAreTriedWhereNothingBetterFillsTheList() {
    let names = ["Smith Ann", "Smihtson Lee", "Smihton Lee"]
    #expect(found("smiht", names, limit: 2) == ["Smihton Lee", "Smihtson Lee"].reversed())
    #expect(found("smiht", names, limit: 3).last == "Smith Ann")
  }

  @Test(arguments: [
    "julai fern", "jula fern", "juliia fern", "julka fern", "julia frenandez", "julia fernandzz", "fernadez juila",
  ])
  func oneTypoAWordIsForgiven(query: String) {
    #expect(found(query, ["Ada Knuth", "Julia Fernández"], limit: 5) == ["Julia Fernández"])
  }

  @Test(arguments: [
    ("oneill", "Tip O’Neill"), ("o'neill", "Tip O'Neill"), ("o neill", "Tip O'Neill"), ("jeanluc", "Jean-Luc Ponty"),
    ("luc ponty", "Jean-Luc Ponty"), ("smithoneill", "Ann Smith-O'Neill"), ("李明", "李 明"), ("明 李", "李明"), ("민수", "김민수"),
    ("山田太", "山田 太郎"),
    ("петр", "Пётр Ильич"), ("yoruk ozgur", "Özgür Yörük"), ("aliyev", "Aliyev"),
  ])
  func piecesAndJoinedWordsAreFound(query: String, name: String) {
    #expect(found(query, ["Nobody Else", name], limit: 5).first == name)
  }

  @Test func lettersApartAndTyposAreMarkedWhereTheyStand() {
    #expect(marks("lvlc", "Ada Lovelace") == ["L", "v", "l", "c"])
    #expect(marks("lovlace", "Ada Lovelace") == ["Lov", "lace"])
    #expect(marks("lovelcae", "Ada Lovelace") == ["Lovelace"])
    #expect(marks("oneil", "Tip O'Neill") == ["O", "Neil"])
    #expect(marks("m martin", "Mike Martin") == ["M", "Martin"])
  }

  @Test func aLabelIsTakenApartAndPutTogetherAgain() {
    for label in [
      "Ada", "Ada — Poet", "Ada — Poet, Engine — Works, Ltd", "Ada — ", " — x", "", "Ada—Poet", "a\u{301} — ,",
    ] {
      #expect(SearchEntry(label: label).label.utf8.elementsEqual(label.utf8))
    }
    let packed = PeopleIndex([SearchEntry(label: "Ada — Poet, Engine")])
    #expect(
      packed.entries[0] == SearchEntry(name: "Ada", title: "Poet", company: "Engine")
        || packed.entries[0].detail == "Poet, Engine")
  }

  @Test func whatIsReadySearchesWhileTheRestIsRead() {
    let builder = PeopleIndexBuilder(expectedCount: 70_000)
    #expect(builder.partial().isPartial)
    for number in 0..<70_000 { builder.append(SearchEntry(name: number == 69_999 ? "Zoe" : "Ann", detail: "")) }
    let partial = builder.partial()
    #expect(partial.expectedCount == 70_000)
    #expect(partial.search("ann", limit: 1).total == partial.entries.count)
    let whole = builder.finish()
    #expect(!whole.isPartial)
    #expect(whole.search("zoe", limit: 1).hits.map(\.index) == [69_999])
  }

  private func found(_ query: String, _ names: [String], limit: Int) -> [String] {
    PeopleIndex(names.map { SearchEntry(name: $0, detail: "") }).search(query, limit: limit).hits.map {
      names[$0.index]
    }
  }

  private func marks(_ query: String, _ name: String) -> [String] {
    let characters = Array(name)
    let hit = PeopleIndex([SearchEntry(name: name, detail: "")]).search(query, limit: 1).hits.first
    return (hit?.nameMatches ?? []).map { String(characters[$0]) }
  }
}
