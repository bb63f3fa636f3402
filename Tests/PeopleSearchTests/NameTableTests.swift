import PeopleSearch
import Testing

@Suite("Names that are exactly a text")
struct NameTableTests {
  private let index = PeopleIndex(
    ["Søren Kierkegård", "John Smith", "JOHN  SMITH", "Ada Lovelace", "Ada", "渕一博", "John Smith"].map {
      SearchEntry(name: $0, detail: "Somewhere")
    })

  @Test(
    "They are found without regard to case, diacritics and white space, and as they are written",
    arguments: [
      ("soren kierkegard", ["Søren Kierkegård"]), ("john smith", ["John Smith", "JOHN  SMITH"]),
      (" ADA ", ["Ada"]), ("渕一博", ["渕一博"]), ("Ada Love", []), ("Somewhere", []), ("", []), ("  ", []),
    ] as [(String, Set<String>)])
  func found(_ text: String, _ names: Set<String>) {
    #expect(index.names(equalTo: text) == names)
  }

  @Test("Each of very many is found, over the borders of the index's parts")
  func many() {
    let names = (0..<70_000).map { "Person \($0 % 317) Name \($0)" }
    let index = PeopleIndex(names.map { SearchEntry(name: $0, detail: "") })
    for number in stride(from: 0, to: names.count, by: 997) {
      #expect(index.names(equalTo: names[number].lowercased()) == [names[number]])
    }
    #expect(index.names(equalTo: "Person 0 Name 1").isEmpty)
  }

  @Test("In an index without entries there is none")
  func empty() {
    #expect(PeopleIndex([]).names(equalTo: "Ada").isEmpty)
  }
}
