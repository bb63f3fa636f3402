extension ProgramSpec {
  /// The program's page of the manual, in the macros of man(7), from the same table as its help.
  ///
  /// - Parameter details: what the help has no room for; it stands before the environment and the files.
  /// - Returns: the page as `man -l` reads it, ended by a line break.
  public func manualPage(_ details: [HelpSection] = []) -> String {
    let unnamed = commands.first { $0.name.isEmpty }
    let named = commands.filter { !$0.name.isEmpty }
    let options = (unnamed?.options ?? []) + [.help, .version]
    let rows = HelpSection(title: "Options", rows: options.map(\.row))
    let parts = [
      ".TH \(name.uppercased()) 1 \"\" \"\(name) \(programVersion)\"",
      ".SH NAME\n\(roff(name)) \\- \(roff(summary))",
      ".SH SYNOPSIS\n" + commands.map { ".B \(roff($0.usage(in: self)))" }.joined(separator: "\n.br\n"),
      rows.manualText, ".SH COMMANDS",
    ]
    return (parts + named.map { $0.manualText(in: self) } + (details + sections).map(\.manualText))
      .joined(separator: "\n") + "\n"
  }
}

extension CommandSpec {
  fileprivate func manualText(in program: ProgramSpec) -> String {
    let rows = arguments.map { ($0.value.placeholder, $0.summary) } + options.map(\.row)
    return ([".SS \(roff(usage(in: program)))", roff(summary)] + rows.map(manualRow)).joined(separator: "\n")
  }
}

extension HelpSection {
  fileprivate var manualText: String {
    ([".SH \(roff(title.uppercased()))"] + rows.map(manualRow)).joined(separator: "\n")
  }
}

private func manualRow(_ word: String, _ meaning: String) -> String {
  ".TP\n.B \(roff(word))\n\(roff(meaning))"
}

/// A text that the formatter takes for nothing but text.
///
/// A hyphen would become a typographic one, which cannot be copied into a shell, and a line must not begin with the
/// sign of a macro (groff(7), "Escape sequences" and "Requests").
private func roff(_ text: String) -> String {
  let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
}
