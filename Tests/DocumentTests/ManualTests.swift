import CommandKit
import EventEditor
import Foundation
import TestSupport
import Testing

@testable import pivotal
@testable import resources_centre

/// The manual pages and the completions of the shells are made from the tables that the programs obey.
///
/// With `RECORD_SNAPSHOTS=1` they are written anew, and the tests fail so that nobody mistakes that for a check.
@Suite("Manual pages and completions") struct ManualTests {
  private static let programs = [
    (spec: Pivotal.spec, details: keys), (spec: ResourcesCentre.spec, details: []),
  ]

  private static var keys: [HelpSection] {
    KeyDocument.places.map { place in
      HelpSection(title: "Keys: \(place.title)", rows: place.keys.map { ($0.names, $0.help) })
    }
  }

  @Test(arguments: programs.indices) func `A page is up to date`(_ index: Int) throws {
    let (spec, details) = Self.programs[index]
    try expect(spec.manualPage(details), in: "Assets/man/\(spec.name).1")
  }

  @Test(arguments: programs.indices, CompletingShell.allCases)
  func `Completions are up to date`(_ index: Int, _ shell: CompletingShell) throws {
    let spec = Self.programs[index].spec
    try expect(spec.completions(for: shell), in: "Assets/completions/\(shell.fileName(for: spec.name))")
  }

  @Test(
    "bash completes commands, options, and the words they take",
    arguments: [
      (["pivotal", "s"], "sync serve search"), (["pivotal", "sync", "--dry"], "--dry-run"),
      (["pivotal", "search", "sp"], "speakers sponsors"),
      (["pivotal", "events", "--format", ""], "table json csv ics"),
      (["resources-centre", "key", ""], "add list revoke --data --help"),
    ])
  func bash(line: [String], expected: String) throws {
    let words = line.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      . \(Documents.root.path)/Assets/completions/\(line[0]).bash
      COMP_WORDS=(\(words)) COMP_CWORD=\(line.count - 1)
      _\(line[0].replacing("-", with: "_"))
      echo "${COMPREPLY[@]}"
      """
    let result = try run("/usr/bin/env", ["bash", "-c", script], environment: [:])
    #expect(result.output == expected + "\n", "\(result.errors)")
  }

  private func expect(_ text: String, in path: String) throws {
    let file = Documents.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(path) was written anew: look at it and commit it")
    }
    #expect(try Documents.text(path) == text, "run RECORD_SNAPSHOTS=1 swift test --filter ManualTests")
  }
}
