/// What one command of a program takes: parsing, help and messages all come from this table.
public struct CommandSpec: Sendable {
  /// The word that names it; empty for what a program does without one.
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// The arguments, in order; only the last may be optional or repeated.
  public let arguments: [ArgumentSpec]
  /// The options, in the order of the help text; `--help` is added to every command.
  public let options: [OptionSpec]

  /// Describes a command.
  public init(name: String, summary: String, arguments: [ArgumentSpec] = [], options: [OptionSpec] = []) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.options = options
  }
}

/// What may be given for an option or an argument.
public enum ValueKind: Equatable, Sendable {
  /// Any text; the word stands for it in the help.
  case text(String)
  /// A whole number within bounds; the word stands for it in the help.
  case number(String, ClosedRange<Int>)
  /// One of some words.
  case choice([String])

  /// How the help writes it: `DIR`, `table|json`.
  var placeholder: String {
    switch self {
    case .text(let word), .number(let word, _): word
    case .choice(let words): words.joined(separator: "|")
    }
  }

  /// Why a value is not of this kind, after the words "takes …"; nil when it is.
  func objection(to value: String) -> String? {
    switch self {
    case .text:
      return nil
    case .number(_, let range):
      if let number = Int(value), range.contains(number) { return nil }
      // Nobody reads the largest number that a machine can hold as a bound.
      let end = range.upperBound == .max ? "up" : "to \(range.upperBound)"
      return "a whole number from \(range.lowerBound) \(end)"
    case .choice(let words):
      return words.contains(value) ? nil : listed(words)
    }
  }
}

/// One option of a command.
public struct OptionSpec: Sendable {
  /// Its name, without the dashes.
  public let name: String
  /// What is given with it; nil for one that is only there or not.
  public let value: ValueKind?
  /// What it does, in one sentence.
  public let summary: String

  /// Describes an option.
  public init(_ name: String, _ value: ValueKind? = nil, summary: String) {
    self.name = name
    self.value = value
    self.summary = summary
  }

  static let help = OptionSpec("help", summary: "Show this help.")
  static let version = OptionSpec("version", summary: "Show the version.")
}

/// One argument of a command, known by its place.
public struct ArgumentSpec: Sendable {
  /// How often an argument is given.
  public enum Count: Sendable {
    /// Exactly once.
    case once
    /// Once or not at all.
    case optional
    /// Once or more, to the end of the line.
    case repeated
    /// As often as wanted, to the end of the line, or not at all.
    case anyNumber
  }

  /// What is given.
  public let value: ValueKind
  /// How often.
  public let count: Count
  /// What it is for, in one sentence.
  public let summary: String

  /// Describes an argument.
  public init(_ value: ValueKind, _ count: Count = .once, summary: String) {
    self.value = value
    self.count = count
    self.summary = summary
  }

  /// How the usage line writes it.
  var usage: String {
    switch count {
    case .once: value.placeholder
    case .optional: "[\(value.placeholder)]"
    case .repeated: "\(value.placeholder)..."
    case .anyNumber: "[\(value.placeholder)]"
    }
  }
}

/// Writes some words as a choice between them: "a, b or c".
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
