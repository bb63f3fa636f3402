import Foundation
import TerminalKit
import Testing

@testable import EventEditor

/// Every screen as a file that was looked at; with `RECORD_SNAPSHOTS=1` the files are written anew, and the tests fail
/// so that nobody mistakes that for a check.
@Suite("Screens are as they were when somebody looked at them")
struct GoldenTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")

  @Test(arguments: Scene.all.map(\.name))
  func screen(_ name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    try compare(Golden(scene).text, with: name)
  }

  @Test func themes() throws {
    try compare(ThemeGolden.text, with: "themes")
  }

  @Test func everyFileIsOfAScreenAndEveryScreenHasANameOfItsOwn() throws {
    let names = Scene.all.map(\.name)
    #expect(Set(names).count == names.count)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(names.map { $0 + ".txt" } + ["themes.txt"]))
  }

  @Test func everyStyleAndEveryPlaceWhereAKeyActsIsSeen() {
    let styles = Scene.all.reduce(into: Set<Style>()) { $0.formUnion(Golden($1).used) }
    #expect(styles == Set(Style.allCases))
    let places = Scene.all.reduce(into: Set<KeyContext>()) { $0.formUnion($1.screen.state.contexts) }
    #expect(places == Set(KeyContext.allCases), "\(Set(KeyContext.allCases).subtracting(places))")
  }

  @Test(arguments: Scene.all.map(\.name))
  func inASCIIThereIsNothingElseAndNothingShifts(_ name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let (ascii, unicode) = (scene.asciiScreen.frame, scene.screen.frame)
    #expect(ascii.text.unicodeScalars.allSatisfy { $0.isASCII }, "\(ascii.text)")
    #expect(ascii.cursor.y == unicode.cursor.y)
    #expect(ascii.rows.map(\.count) == unicode.rows.map(\.count))
  }

  /// Compares with the file of a name, or writes it.
  private func compare(_ text: String, with name: String) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("Screens/\(name).txt was written anew: look at it and commit it")
      return
    }
    let advice = "RECORD_SNAPSHOTS=1 swift test --filter GoldenTests writes it anew"
    guard let written = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("There is no Screens/\(name).txt: \(advice)")
      return
    }
    let (old, new) = (written.lines, text.lines)
    guard let line = (0..<max(old.count, new.count)).first(where: { old.line($0) != new.line($0) }) else { return }
    Issue.record(
      "Screens/\(name).txt, line \(line + 1)\n  was: \(old.line(line))\n  is:  \(new.line(line))\nIf it is meant, \(advice)"
    )
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}

extension [Substring] {
  /// A line; past the last one there is nothing.
  fileprivate func line(_ index: Int) -> Substring { indices.contains(index) ? self[index] : "(no line)" }
}
