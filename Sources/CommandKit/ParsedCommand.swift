/// A command with the values that were given for its options and arguments, each of its kind.
public struct ParsedCommand: Equatable, Sendable {
  /// The command's name; empty where none was given.
  public let name: String
  /// The arguments, in order.
  public internal(set) var arguments: [String] = []
  var values: [String: String] = [:]

  init(name: String) {
    self.name = name
  }

  /// Whether an option was given.
  public func has(_ option: String) -> Bool { values[option] != nil }

  /// What was given with an option; nil where it was not given.
  public func text(_ option: String) -> String? { values[option] }

  /// What was given with two options that only make sense together; nil where neither was given.
  ///
  /// - Throws: ``UsageError`` where one was given without the other.
  public func pair(_ first: String, _ second: String) throws(UsageError) -> (first: String, second: String)? {
    switch (text(first), text(second)) {
    case (nil, nil): return nil
    case (let one?, let other?): return (one, other)
    default: throw UsageError("--\(first) and --\(second) go together; give both or neither.")
    }
  }

  /// The number that was given with an option; nil where it was not given.
  public func number(_ option: String) -> Int? { values[option].flatMap { Int($0) } }
}

/// What is wrong with a command line, in one plain sentence.
public struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and the next step.
  public let message: String

  /// Makes an error from its sentence.
  public init(_ message: String) {
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
