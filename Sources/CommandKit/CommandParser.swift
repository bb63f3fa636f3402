extension CommandSpec {
  /// Reads the words behind a command's name.
  func parse(_ words: [String], of program: ProgramSpec) throws(UsageError) -> ParsedCommand {
    var reader = CommandReader(self, path: path(in: program), words: words)
    try reader.readAll()
    return reader.parsed
  }

  /// The words that call the command: `pivotal sync`.
  func path(in program: ProgramSpec) -> String {
    name.isEmpty ? program.name : "\(program.name) \(name)"
  }
}

/// Goes through the words of one command line.
private struct CommandReader {
  private let spec: CommandSpec
  private let path: String
  private var words: ArraySlice<String>
  private(set) var parsed: ParsedCommand

  init(_ spec: CommandSpec, path: String, words: [String]) {
    self.spec = spec
    self.path = path
    self.words = words[...]
    parsed = ParsedCommand(name: spec.name)
  }

  mutating func readAll() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        while let rest = words.popFirst() { try take(argument: rest) }
      } else if word.hasPrefix("-"), word != "-" {
        try take(option: word)
      } else {
        try take(argument: word)
      }
    }
    try checkCount()
  }

  private mutating func take(option word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts[0])
    guard let option = spec.options.first(where: { "--\($0.name)" == written }) else { throw unknown(written) }
    guard !parsed.has(option.name) else { throw UsageError("\(written) is given twice; leave one out.") }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    parsed.values[option.name] = try value(for: option, attached: attached)
  }

  private mutating func value(for option: OptionSpec, attached: String?) throws(UsageError) -> String {
    guard let kind = option.value else {
      if attached != nil { throw UsageError("--\(option.name) takes no value; write it alone.") }
      return ""
    }
    guard let value = attached ?? following() else {
      throw UsageError("--\(option.name) needs a value; write --\(option.name) \(kind.placeholder).")
    }
    if let wanted = kind.objection(to: value) {
      throw UsageError("--\(option.name) takes \(wanted), not \"\(value)\".")
    }
    return value
  }

  /// Takes the next word as a value, unless it is an option itself.
  private mutating func following() -> String? {
    guard let next = words.first, !next.hasPrefix("--") else { return nil }
    return words.popFirst()
  }

  private mutating func take(argument word: String) throws(UsageError) {
    let index = parsed.arguments.count
    guard let last = spec.arguments.last, index < spec.arguments.count || [.repeated, .anyNumber].contains(last.count)
    else {
      throw UsageError("\(path) has no use for \"\(word)\"; \(path) --help explains what it takes.")
    }
    let argument = index < spec.arguments.count ? spec.arguments[index] : last
    if let wanted = argument.value.objection(to: word) {
      throw UsageError("\(path) takes \(wanted), not \"\(word)\".")
    }
    parsed.arguments.append(word)
  }

  private func checkCount() throws(UsageError) {
    let missing = spec.arguments.dropFirst(parsed.arguments.count).first {
      ![.optional, .anyNumber].contains($0.count)
    }
    guard let missing else { return }
    throw UsageError("\(path) needs \(missing.value.placeholder); \(path) --help explains it.")
  }

  private func unknown(_ written: String) -> UsageError {
    let known = spec.options.map { "--\($0.name)" }
    guard let near = nearest(to: written, among: known) else {
      return UsageError("\(path) has no option \(written); \(path) --help lists them.")
    }
    return UsageError("\(path) has no option \(written); did you mean \(near)?")
  }
}
