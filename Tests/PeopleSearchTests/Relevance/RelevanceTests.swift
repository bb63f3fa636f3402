import TestSupport
import Testing

@testable import PeopleSearch

/// Whether the one who is looked for is among the first five, over names of many cultures and the ways people type.
@Suite struct RelevanceTests {
  private static let queriesPerKind = 150

  @Test func theWantedPersonIsAmongTheFirstFive() {
    var random = SeededGenerator(seed: 2026)
    let people = Self.people(&random)
    let index = PeopleIndex(people.map { SearchEntry(label: $0.label) })
    var foundInAll = 0
    var askedInAll = 0
    for kind in QueryKind.allCases {
      var asked = 0
      var missed: [String] = []
      while asked < Self.queriesPerKind {
        guard let person = people.randomElement(using: &random), let query = kind.query(for: person, &random) else {
          continue
        }
        asked += 1
        let labels = index.search(query, limit: 5).hits.map { index.entries[$0.index].label }
        if !labels.contains(person.label) { missed.append("\(query) (\(person.label))") }
      }
      let share = Double(asked - missed.count) / Double(asked)
      print("\(kind.rawValue): \(asked - missed.count) of \(asked)", missed.prefix(6))
      #expect(share >= 0.97, "\(kind.rawValue): \(missed.joined(separator: "; "))")
      foundInAll += asked - missed.count
      askedInAll += asked
    }
    print("all: \(foundInAll) of \(askedInAll)")
    #expect(Double(foundInAll) / Double(askedInAll) >= 0.99)
  }

  /// 13,000 people; a few given and family names are those of many, as they are anywhere.
  private static func people(_ random: inout SeededGenerator) -> [Person] {
    var people: [Person] = []
    var names: Set<String> = []
    while people.count < 13_000 {
      let person = person(&random)
      if names.insert(person.name).inserted { people.append(person) }
    }
    return people
  }

  private static func person(_ random: inout SeededGenerator) -> Person {
    let (script, lists): (Person.Script, [NameList]) =
      switch Int.random(in: 0..<20, using: &random) {
      case 0: (.cyrillic, NameLists.cyrillic)
      case 1: (.eastAsian, NameLists.eastAsian)
      default: (.latin, NameLists.latin)
      }
    let list = NameList.random(lists, &random)
    // People move and marry: one in two Latin names is of two cultures.
    let other = script == .latin && Bool.random(using: &random) ? NameList.random(lists, &random) : list
    let given = common(list.given, &random)
    let family =
      other.stems.isEmpty || Int.random(in: 0..<3, using: &random) == 0
      ? common(other.family, &random) : common(other.stems, &random) + common(other.endings, &random)
    let detail = [NameLists.titles, NameLists.companies].map { $0.randomElement(using: &random) ?? "" }
    let name = list.name(script == .latin ? decorated(given, &random) : given, family)
    let shown = detail.filter { !$0.isEmpty }.joined(separator: ", ")
    return Person(
      given: given, family: family, company: detail[1], name: name, label: shown.isEmpty ? name : "\(name) — \(shown)",
      script: script)
  }

  /// One of some names, the first of them most often.
  private static func common(_ names: [String], _ random: inout SeededGenerator) -> String {
    names[min(Int.random(in: names.indices, using: &random), Int.random(in: names.indices, using: &random))]
  }

  /// Some have a second given name, or the initial of one.
  private static func decorated(_ given: String, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "\(given) \("ABCDEFGHJKLMPRSTVW".randomElement(using: &random) ?? "A")."
    case 1: "\(given) \(common(NameList.random(NameLists.latin, &random).given, &random))"
    default: given
    }
  }
}

extension NameList {
  fileprivate static func random(_ lists: [NameList], _ random: inout SeededGenerator) -> NameList {
    lists.randomElement(using: &random) ?? lists[0]
  }
}
