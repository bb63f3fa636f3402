/// A date as typed, cut into words and those into numbers, letters and marks.
struct DateTokens: Sendable {
  /// One run of digits, one of letters, or any other single character.
  enum Token: Equatable, Sendable {
    case number(Int, digits: Int)
    case letters(String)
    case mark(Character)
  }

  /// The words as typed, without the commas that may follow one.
  private(set) var words: [String] = []
  /// All tokens in order; letters in lower case.
  private(set) var tokens: [Token] = []
  /// For every token the index of its word.
  private(set) var wordIndexes: [Int] = []

  /// The whole text, in single spaces.
  var text: String { words.joined(separator: " ") }

  init(_ text: String) {
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      add(word)
    }
  }

  private mutating func add(_ word: Substring) {
    var rest = word
    while let first = rest.first {
      let run: Substring
      if first.isDigit {
        run = rest.prefix { $0.isDigit }
        tokens.append(.number(Self.value(run), digits: run.count))
      } else if first.isLatinLetter {
        run = rest.prefix { $0.isLatinLetter }
        tokens.append(.letters(run.lowercased()))
      } else {
        run = rest.prefix(1)
        tokens.append(.mark(first))
      }
      wordIndexes.append(words.count)
      rest = rest.dropFirst(run.count)
    }
    words.append(String(word))
  }

  /// The value of some digits, held at a number that no date, time or length can have.
  private static func value(_ digits: Substring) -> Int {
    let largest = 999_999_999
    return min(Int(digits) ?? largest, largest)
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) && isASCII }
  fileprivate var isLatinLetter: Bool { isASCII && isLetter }
}
