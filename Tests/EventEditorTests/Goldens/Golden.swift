import TerminalKit

@testable import EventEditor

/// A scene as text that people can read and compare: what stands on the screen, the style of each cell, and what
/// is different where there is nothing but ASCII.
struct Golden {
  private let scene: Scene
  private let frame: Frame
  private let ascii: Frame

  init(_ scene: Scene) {
    self.scene = scene
    frame = scene.screen.frame
    ascii = scene.asciiScreen.frame
  }

  /// The whole text of the file.
  var text: String {
    let (size, cursor) = (frame.size, frame.cursor)
    let head = [
      scene.title, "\(size.width) columns, \(size.height) rows, the cursor at column \(cursor.x) of row \(cursor.y)",
    ]
    let parts = [
      head, ["", "Text"] + rows(frame), ["", "Styles: \(legend)"] + styles, matches,
      different.isEmpty ? [] : ["", "In ASCII"] + different,
    ]
    return parts.joined().joined(separator: "\n") + "\n"
  }

  /// The rows as they are seen, between lines so that no blank is lost.
  private func rows(_ frame: Frame) -> [String] {
    frame.rows.indices.map { row in
      let line = frame.rows[row].map(\.text).joined()
      return "\(number(row)) |\(Self.masked(line))|"
    }
  }

  /// The rows that are others in ASCII.
  private var different: [String] {
    zip(rows(frame), rows(ascii)).compactMap { $0 == $1 ? nil : $1 }
  }

  private func number(_ row: Int) -> String { row < 10 ? " \(row)" : "\(row)" }

  /// How many zones there are is the operating system's matter.
  private static func masked(_ line: String) -> String {
    line.replacing(" of \(CatalogueSnapshot.empty.index(of: .timeZones).entries.count) shown", with: " of ### shown")
  }

  // MARK: - Styles

  /// The letter of each style; ordinary text has a dot.
  static let letters: [Style: Character] = [
    .text: ".", .heading: "H", .label: "l", .focusedLabel: "L", .field: "f", .focusedField: "F", .secondary: "s",
    .selected: "S", .badge: "b", .focusedBadge: "B", .error: "E", .warning: "W", .success: "G", .key: "k",
    .border: "-",
  ]

  /// The styles that the scene has.
  var used: Set<Style> { Set(frame.rows.joined().map(\.style.style)) }

  private var legend: String {
    Style.allCases.filter(used.contains).map { "\(Self.letters[$0] ?? "?") \($0.name)" }.joined(separator: ", ")
  }

  private var styles: [String] {
    frame.rows.indices.map { row in
      "\(number(row)) |\(String(frame.rows[row].map { Self.letters[$0.style.style] ?? "?" }))|"
    }
  }

  /// The rows with letters that a search has matched.
  private var matches: [String] {
    let found = frame.rows.indices.filter { frame.rows[$0].contains(where: \.style.isMatch) }.map { row in
      "\(number(row)) |\(String(frame.rows[row].map { $0.style.isMatch ? "^" : " " }))|"
    }
    return found.isEmpty ? [] : ["", "Matched letters"] + found
  }
}

/// How the themes show each style, on terminals with many colours, with eight and with none.
enum ThemeGolden {
  static var text: String {
    Theme.all.map { theme in
      let rows = Style.allCases.map { style in
        let look = theme.look(of: style)
        return [style.name, described(look, colors: 256), described(look, colors: 8), described(look, colors: 0)]
      }
      let table = [["", "256 colours", "8 colours", "no colour"]] + rows
      return "\(theme.name)\n" + table.map(line).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    let padded = cells.map { $0.padding(to: 28) }.joined()
    return "  " + padded.trimmingEnd
  }

  private static func described(_ look: Theme.Look, colors: Int) -> String {
    var words = [(look.bold, "bold"), (look.underline, "underline"), (look.reverse, "reverse")].filter(\.0).map(\.1)
    if colors > 0 {
      if let color = look.color { words.append("\(color.number(ofColors: colors))") }
      if let background = look.background { words.append("on \(background.number(ofColors: colors))") }
    }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }

  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
