/// A shell that completes what is typed.
public enum CompletingShell: String, CaseIterable, Sendable {
  case bash, fish, zsh

  /// What the file is called from which the shell takes the completions of a program.
  public func fileName(for program: String) -> String {
    switch self {
    case .bash: "\(program).bash"
    case .fish: "\(program).fish"
    case .zsh: "_\(program)"
    }
  }
}

extension ProgramSpec {
  /// A script that completes the program's commands, options and the words they take.
  public func completions(for shell: CompletingShell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .fish: fishCompletions
    case .zsh: zshCompletions
    }
  }

  private var named: [CommandSpec] { commands.filter { !$0.name.isEmpty } }

  private var unnamedOptions: [OptionSpec] {
    (commands.first { $0.name.isEmpty }?.options ?? []) + [.help, .version]
  }

  // MARK: - bash

  private var bashCompletions: String {
    let function = "_" + name.replacing("-", with: "_")
    let cases = named.map { command in
      let words = command.words(at: 0) + (command.options + [.help]).map { "--\($0.name)" }
      return "    \(command.name)) words='\(words.joined(separator: " "))' ;;"
    }
    let values = Set(named.flatMap(\.options).compactMap(\.choicePattern)).sorted()
    let first = named.map(\.name) + unnamedOptions.map { "--\($0.name)" }
    return """
      \(function)() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
        case $COMP_CWORD:$before in
          1:*) words='\(first.joined(separator: " "))' ;;
      \(values.map { "    *:\($0) ;;" }.joined(separator: "\n"))
        esac
        [ -n "$words" ] || case ${COMP_WORDS[1]} in
      \(cases.joined(separator: "\n"))
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F \(function) \(name)

      """
  }

  // MARK: - fish

  private var fishCompletions: String {
    var lines = ["complete -c \(name) -n __fish_use_subcommand -f"]
    lines += unnamedOptions.map { fishLine("__fish_use_subcommand", $0) }
    for command in named {
      let place = "__fish_seen_subcommand_from \(command.name)"
      lines.append(
        "complete -c \(name) -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
      if !command.arguments.contains(where: \.value.isFile) {
        let words = command.words(at: 0).joined(separator: " ")
        lines.append("complete -c \(name) -n '\(place)' -f" + (words.isEmpty ? "" : " -a '\(words)'"))
      }
      lines += (command.options + [.help]).map { fishLine("'\(place)'", $0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishLine(_ place: String, _ option: OptionSpec) -> String {
    let value =
      switch option.value {
      case nil: ""
      case .choice(let words)?: " -x -a '\(words.joined(separator: " "))'"
      case let value?: value.isFile ? " -r" : " -x"
      }
    return "complete -c \(name) -n \(place) -l \(option.name)\(value) -d \(quoted(option.summary))"
  }

  // MARK: - zsh

  private var zshCompletions: String {
    let listed = named.map { quoted("\($0.name.replacing(":", with: "\\:")):\($0.summary)") }
    let cases = named.map { command in
      let options = (command.options + [.help]).map(\.zshArgument)
      return "    \(command.name)) _arguments \((options + command.zshArguments).joined(separator: " ")) ;;"
    }
    return """
      #compdef \(name)
      local -a commands=(
      \(listed.map { "  \($0)" }.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe command commands
        _arguments \(unnamedOptions.map(\.zshArgument).joined(separator: " "))
      else
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      fi

      """
  }
}

extension CommandSpec {
  /// The words that the argument at a place may be; none where it is no choice.
  fileprivate func words(at place: Int) -> [String] {
    guard arguments.indices.contains(place), case .choice(let words) = arguments[place].value else { return [] }
    return words
  }
}

extension OptionSpec {
  /// What a bash `case` says of an option that takes one of some words.
  fileprivate var choicePattern: String? {
    guard case .choice(let words)? = value else { return nil }
    return "--\(name)) words='\(words.joined(separator: " "))'"
  }

  /// The option as `_arguments` of zsh takes it.
  fileprivate var zshArgument: String {
    let meaning = summary.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
    return quoted("--\(name)[\(meaning)]" + (value.map { ":" + $0.zshMessage } ?? ""))
  }
}

extension CommandSpec {
  /// The arguments as `_arguments` of zsh takes them.
  fileprivate var zshArguments: [String] {
    arguments.enumerated().map { index, argument in
      let place =
        switch argument.count {
        case .once: "\(index + 1):"
        case .optional: "\(index + 1)::"
        case .repeated, .anyNumber: "*:"
        }
      return quoted(place + argument.value.zshMessage)
    }
  }
}

extension ValueKind {
  /// What zsh calls a value, and what it offers for it.
  fileprivate var zshMessage: String {
    if case .choice(let words) = self { return " :(\(words.joined(separator: " ")))" }
    return placeholder.replacing(":", with: "\\:") + ":" + (isFile ? "_files" : " ")
  }

  /// Whether it is the name of a file, by the word that stands for it in the help.
  fileprivate var isFile: Bool {
    placeholder.split(separator: "|").contains { ["FILE", "PATH", "DIR"].contains($0) }
  }
}

/// A text as one word of any of the shells.
private func quoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
