/// One line `name = value` of the file of settings.
struct SettingLine: Equatable, Sendable {
  /// The number of the line, from 1.
  let number: Int
  let name: String
  let value: String
}

/// What is wrong with a line of the file of settings.
struct SettingMistake: Error, Equatable {
  let line: Int
  /// What is wrong and what to do, without the line: "there is no theme 'neon': choose …".
  let reason: String
}

/// The file of settings as lines: read for what they say, changed one at a time with all others kept.
enum SettingLines {
  /// Reads the lines; empty ones and those that begin with `#` say nothing.
  ///
  /// A `#` behind a space ends a value that does not begin with one.
  static func read(_ text: String) throws(SettingMistake) -> [SettingLine] {
    var result: [SettingLine] = []
    for (index, line) in lines(of: text).enumerated() {
      let content = trimmed(line)
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let equals = content.firstIndex(of: "=") else { throw notASetting(index + 1) }
      let name = String(trimmed(content[..<equals]))
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { throw notASetting(index + 1) }
      if let first = result.first(where: { $0.name == name }) {
        throw SettingMistake(
          line: index + 1, reason: "'\(name)' stands in line \(first.number) already: keep one of the two.")
      }
      let value = withoutComment(trimmed(content[content.index(after: equals)...]))
      result.append(SettingLine(number: index + 1, name: name, value: String(value)))
    }
    return result
  }

  /// The text with one setting changed, or added at its end.
  static func text(_ text: String, setting name: String, to value: String) -> String {
    var lines = lines(of: text).map(String.init)
    let place = lines.firstIndex { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && trimmed(parts[0]) == name
    }
    if let place {
      lines[place] = "\(name) = \(value)"
    } else {
      if lines.last?.isEmpty == true { lines.removeLast() }
      lines += ["\(name) = \(value)", ""]
    }
    let changed = lines.joined(separator: text.contains("\r\n") ? "\r\n" : "\n")
    return text.hasPrefix(encodingMark) ? encodingMark + changed : changed
  }

  /// What some editors begin a file with.
  private static let encodingMark = "\u{FEFF}"

  private static func lines(of text: String) -> [Substring] {
    let text = text.hasPrefix(encodingMark) ? text.dropFirst() : text[...]
    // Two scalars, one character: the end of a line as other systems write it.
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private static func notASetting(_ line: Int) -> SettingMistake {
    SettingMistake(line: line, reason: "it is not `name = value`: correct it or put # before it.")
  }

  private static func withoutComment(_ value: Substring) -> Substring {
    guard
      let sign = value.indices.dropFirst().first(where: {
        value[$0] == "#" && value[value.index(before: $0)].isWhitespace
      })
    else { return value }
    return trimmed(value[..<sign])
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }
}
