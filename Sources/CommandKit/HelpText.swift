/// A part of a help text: a heading and some rows of a word and what it means.
public struct HelpSection: Sendable {
  /// The heading.
  public let title: String
  /// The words and what they mean.
  public let rows: [(word: String, meaning: String)]

  /// Makes a section.
  public init(title: String, rows: [(word: String, meaning: String)]) {
    self.title = title
    self.rows = rows
  }

  /// The section as text, the meanings in one column and broken at 80.
  var text: String {
    let indent = min(28, (rows.map(\.word.count).max() ?? 0) + 4)
    let lines = rows.map { row in
      let start = "  " + row.word
      let gap = start.count + 2 <= indent ? String(repeating: " ", count: indent - start.count) : "\n" + blanks(indent)
      return start + gap + brokenLines(row.meaning, width: 80 - indent).joined(separator: "\n" + blanks(indent))
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }
}

extension ProgramSpec {
  /// What `--help` without a command shows.
  public var helpText: String {
    let unnamed = commands.first { $0.name.isEmpty }
    var usage = unnamed.map { [$0.usage(in: self)] } ?? []
    usage.append("\(name) COMMAND [OPTIONS]")
    let named = commands.filter { !$0.name.isEmpty }
    let options = (unnamed?.options ?? []) + [.help, .version]
    let parts = [
      usageText(usage), paragraph(summary),
      HelpSection(title: "Commands", rows: named.map { ($0.signature, $0.summary) }).text,
      HelpSection(title: "Options", rows: options.map(\.row)).text,
    ]
    return (parts + sections.map(\.text)).joined(separator: "\n\n")
  }

  /// What `--help` with a command shows.
  public func helpText(for command: CommandSpec) -> String {
    var parts = [usageText([command.usage(in: self)]), paragraph(command.summary)]
    if !command.arguments.isEmpty {
      let rows = command.arguments.map { ($0.value.placeholder, $0.summary) }
      parts.append(HelpSection(title: "Arguments", rows: rows).text)
    }
    parts.append(HelpSection(title: "Options", rows: (command.options + [.help]).map(\.row)).text)
    return parts.joined(separator: "\n\n")
  }
}

extension CommandSpec {
  /// The name with its arguments.
  fileprivate var signature: String { ([name] + arguments.map(\.usage)).joined(separator: " ") }

  /// The whole line, as the help writes it.
  func usage(in program: ProgramSpec) -> String {
    ([path(in: program)] + arguments.map(\.usage) + ["[OPTIONS]"]).joined(separator: " ")
  }
}

extension OptionSpec {
  /// How the help writes it, and what it does.
  var row: (word: String, meaning: String) {
    (value.map { "--\(name) \($0.placeholder)" } ?? "--\(name)", summary)
  }
}

private func usageText(_ lines: [String]) -> String {
  "Usage: " + lines.joined(separator: "\n       ")
}

private func paragraph(_ text: String) -> String {
  brokenLines(text, width: 80).joined(separator: "\n")
}

private func blanks(_ count: Int) -> String {
  String(repeating: " ", count: count)
}

/// Breaks a text at its spaces into lines of at most the given width.
private func brokenLines(_ text: String, width: Int) -> [String] {
  var lines = [""]
  for word in text.split(separator: " ") {
    let current = lines[lines.count - 1]
    if current.isEmpty {
      lines[lines.count - 1] = String(word)
    } else if current.count + 1 + word.count <= width {
      lines[lines.count - 1] = current + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
