import Foundation

/// Someone to be found.
struct Person {
  let given: String
  let family: String
  let company: String
  let name: String
  let label: String
  let script: Script

  enum Script { case latin, cyrillic, eastAsian }
}

/// The ways in which people type when they look for someone.
enum QueryKind: String, CaseIterable {
  case firstLetters = "first letters of given and family name"
  case familyFirst = "family name first"
  case initial = "an initial and the family name"
  case plainLetters = "without diacritics"
  case swapped = "two letters swapped"
  case missing = "a letter missing"
  case doubled = "a letter doubled"
  case wrong = "a wrong letter"
  case typoInFirstLetters = "a typo in the first letters"
  case company = "a company with a name"
  case eastAsian = "names in Chinese, Japanese and Korean"
  case cyrillic = "names in Cyrillic"

  /// What someone types for a person; nil where this is not a way to type that name.
  func query(for person: Person, _ random: inout some RandomNumberGenerator) -> String? {
    guard person.script == script else { return nil }
    let given = plain(person.given)
    let family = plain(person.family)
    switch self {
    case .firstLetters: return start(of: given, &random) + " " + start(of: family, &random)
    case .familyFirst: return "\(family) \(Bool.random(using: &random) ? given : start(of: given, &random))"
    case .initial: return "\(given.prefix(1)) \(family)"
    case .plainLetters: return given + family == person.given + person.family ? nil : "\(given) \(family)".lowercased()
    case .swapped: return mistyped(given, family, &random) { swap(&$0, at: $1) }
    case .missing: return mistyped(given, family, &random) { $0.remove(at: $1) }
    case .doubled: return mistyped(given, family, &random) { $0.insert($0[$1], at: $1) }
    case .wrong:
      let letter = "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "q"
      return mistyped(given, family, &random) { $0[$1] = $0[$1] == letter ? "q" : letter }
    case .typoInFirstLetters:
      return mistyped(String(given.prefix(5)), String(family.prefix(5)), &random) { swap(&$0, at: $1) }
    case .company:
      guard !person.company.isEmpty else { return nil }
      let name = Bool.random(using: &random) ? given : family
      return "\(person.company.prefix { $0 != " " }) \(name)".lowercased()
    case .eastAsian: return eastAsianQuery(person, &random)
    case .cyrillic: return cyrillicQuery(person, &random)
    }
  }

  private var script: Person.Script {
    switch self {
    case .eastAsian: .eastAsian
    case .cyrillic: .cyrillic
    default: .latin
    }
  }
}

private func eastAsianQuery(_ person: Person, _ random: inout some RandomNumberGenerator) -> String {
  switch Int.random(in: 0..<3, using: &random) {
  case 0: person.family + person.given
  case 1: "\(person.family) \(person.given)"
  default: "\(person.given) \(person.family)"
  }
}

private func cyrillicQuery(_ person: Person, _ random: inout some RandomNumberGenerator) -> String {
  let given = person.given.lowercased()
  let family = person.family.lowercased()
  switch Int.random(in: 0..<5, using: &random) {
  case 0: return "\(family) \(given)"
  case 1: return "\(given.prefix(1)) \(family)"
  case 2: return "\(given.prefix(4)) \(family.prefix(4))"
  case 3: return "\(given) \(family)".replacing("ё", with: "е")
  default: return mistyped(given, family, &random) { swap(&$0, at: $1) } ?? "\(given) \(family)"
  }
}

/// Both names in small letters, with a typo in one of them, behind its first letter.
private func mistyped(
  _ given: String, _ family: String, _ random: inout some RandomNumberGenerator,
  _ change: (inout [Character], Int) -> Void
) -> String? {
  var names = [Array(given.lowercased()), Array(family.lowercased())]
  let number = Int.random(in: 0...1, using: &random)
  let before = names[number]
  guard before.count >= 4, before.allSatisfy(\.isLetter) else { return nil }
  change(&names[number], Int.random(in: 1..<before.count, using: &random))
  return names[number] == before ? nil : names.map { String($0) }.joined(separator: " ")
}

private func swap(_ letters: inout [Character], at place: Int) {
  letters.swapAt(place, place - 1)
}

private func start(of name: String, _ random: inout some RandomNumberGenerator) -> String {
  String(name.lowercased().prefix(Int.random(in: 3...5, using: &random))).trimmingCharacters(in: .whitespaces)
}

/// The name in letters that any keyboard has.
private func plain(_ name: String) -> String {
  let letters: [Character: String] = [
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae",
    "Æ": "Ae", "ß": "ss", "ı": "i",
  ]
  let spelt = name.map { letters[$0] ?? String($0) }.joined()
  return spelt.applyingTransform(.stripDiacritics, reverse: false) ?? spelt
}
