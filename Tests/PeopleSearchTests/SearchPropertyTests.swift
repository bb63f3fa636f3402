import TestSupport
import Testing

@testable import PeopleSearch

/// What holds for every catalogue and every query.
@Suite struct SearchPropertyTests {
  @Test func everyHitReallyMatches() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let index = PeopleIndex((0..<40).map { _ in Self.entry(&random) })
      let query = Self.query(&random)
      for hit in index.search(query, limit: 40).hits {
        let words = plainWords(index.entries[hit.index])
        for word in QueryWord.words(of: query).map({ String(decoding: $0.bytes, as: UTF8.self) }) {
          #expect(words.contains { matches(word, $0) }, "\(query) in \(index.entries[hit.index].label)")
        }
      }
    }
  }

  /// Of a single entry, asked for without a row to fill and so without typos.
  @Test func aLongerQueryNeverAddsHits() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2000 {
      let index = PeopleIndex([Self.entry(&random)])
      let longer = Self.query(&random)
      let shorter = String(longer.dropLast(Int.random(in: 1...2, using: &random)))
      let hits = [shorter, longer].map { index.search($0, limit: 0, remembering: false).total }
      #expect(hits[1] <= hits[0], "\(longer) in \(index.entries[0].label)")
    }
  }

  /// However many rows are asked for, the first ones are the same: also where most rows are never looked at.
  @Test(arguments: ["a", "an", "ma", "s s", "a an", "ma an", "anna", "anna ma", "a b c", "of", "an of ma"])
  func theOrderIsTotalAndStable(query: String) {
    let all = Self.crowd.search(query, limit: Self.crowd.entries.count, remembering: false)
    #expect(all.hits.count == all.total)
    #expect(Set(all.hits.map(\.index)).count == all.total)
    let withoutTypos = Self.crowd.search(query, limit: 0, remembering: false).total
    for limit in [1, 5, 50] {
      let first = Self.crowd.search(query, limit: limit, remembering: false)
      #expect(first.hits == Array(all.hits.prefix(limit)))
      #expect(first.total == (withoutTypos < min(limit, 10) ? all.total : withoutTypos))
    }
  }

  @Test(arguments: ["anna martinson", "m an ma", "of library", "sara of"])
  func typingOnFindsTheSameAsTypingAnew(query: String) {
    for end in query.indices {
      let typed = String(query[...end])
      #expect(
        Self.crowd.search(typed, limit: 5) == Self.crowd.search(typed, limit: 5, remembering: false), "\(typed)")
    }
  }

  @Test func severalShardsAnswerAsOne() {
    let texts = [0..<700, 700..<2000, 2000..<5000].map { rows in
      rows.reduce(into: PackedText()) { $0.append(Self.crowd.entries[$1]) }
    }
    let index = PeopleIndex(texts.flatMap { Shard.make(of: $0, usage: .none) }, expectedCount: 0)
    for query in ["", "a", "anna ma", "anan ma", "librarian sara", "xyz"] {
      #expect(index.search(query, limit: 20) == Self.crowd.search(query, limit: 20), "\(query)")
    }
  }

  /// Thousands of people who share a few names.
  private static let crowd: PeopleIndex = {
    var random = SeededGenerator(seed: 13)
    return PeopleIndex((0..<5000).map { _ in entry(&random) })
  }()

  private static let names = [
    "Anna", "Ana", "Maria", "Mara", "Sam", "Sara", "Bo", "Jean-Luc", "O'Neill", "Martin", "Martinson", "Çelik",
    "Ødegård",
    "Żal", "Ian", "S.", "A.", "van", "Олег", "李明", "김", "Santos-Diaz",
  ]
  private static let titles = ["", "Head of Art", "Librarian", "Man of Letters", "Analyst"]
  private static let companies = ["", "Anna & Sons", "Library of Ma", "ACME", "Sam's"]

  private static func entry(_ random: inout SeededGenerator) -> SearchEntry {
    let count = Int.random(in: 1...4, using: &random)
    let name = (0..<count).map { _ in names.randomElement(using: &random) ?? "" }.joined(separator: " ")
    return SearchEntry(
      name: name, title: titles.randomElement(using: &random) ?? "",
      company: companies.randomElement(using: &random) ?? "")
  }

  /// Pieces of names, some with letters changed.
  private static func query(_ random: inout SeededGenerator) -> String {
    let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      var letters = Array((names + titles + companies).randomElement(using: &random) ?? "")
      if Bool.random(using: &random) { letters = Array(letters.prefix(Int.random(in: 1...4, using: &random))) }
      if !letters.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
        let place = Int.random(in: 0..<letters.count, using: &random)
        if Bool.random(using: &random) { letters.remove(at: place) } else { letters.insert("n", at: place) }
      }
      return String(letters)
    }
    return words.joined(separator: " ")
  }
}

// MARK: - What a match is, written down as plainly as can be

private func plainWords(_ entry: SearchEntry) -> [String] {
  let chunks = folded("\(entry.name) \(entry.detail)").split(separator: " ").map(String.init)
  let pieces = chunks.map { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
  let joined = pieces.flatMap { pieces in pieces.indices.map { pieces[$0...].joined() } }
  return pieces.flatMap(\.self) + joined + [pieces.flatMap(\.self).joined()]
}

private func matches(_ query: String, _ word: String) -> Bool {
  if word.contains(query) || (query.first == word.first && isSubsequence(query, of: word)) { return true }
  guard query.count >= TypoComparison.minimumLength else { return false }
  return (0...word.count).contains { distance(Array(query), Array(word.prefix($0))) <= 1 }
}

private func isSubsequence(_ query: String, of word: String) -> Bool {
  var rest = Substring(word)
  for letter in query {
    guard let place = rest.firstIndex(of: letter) else { return false }
    rest = rest[rest.index(after: place)...]
  }
  return true
}

/// The number of typos between two words: letters missing, too many, wrong, or two neighbours swapped.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
  for row in 0...left.count {
    for column in 0...right.count {
      guard row > 0, column > 0 else {
        table[row][column] = max(row, column)
        continue
      }
      let isSame = left[row - 1] == right[column - 1]
      var best = min(
        table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        best = min(best, table[row - 2][column - 2] + 1)
      }
      table[row][column] = best
    }
  }
  return table[left.count][right.count]
}
