import Foundation
import TestSupport
import Testing

/// Every command line that the pages print is one that the programs understand, as it is printed.
@Suite struct PrintedCommandTests {
  /// The pages, by their path from the project's root.
  private static let pages = [
    "README.md", "Assets/docs/resources-centre-sync-guide.md", "Assets/docs/resources-centre-api-spec.md",
    "Assets/docs/files.md", "Assets/docs/settings.md",
  ]

  @Test(arguments: pages) func `What a page prints is understood`(_ page: String) throws {
    for line in try Self.commands(in: page) {
      let words = line.split(separator: " ").map(String.init)
      let program = try BuiltProducts.program(words[0])
      // With nothing configured and no key, but a record in the Centre, a right command line does its work or fails with 1.
      let place = try TemporaryDirectory()
      let environment = Self.environment(in: place)
      let centre = try BuiltProducts.program("resources-centre")
      #expect(try run(centre, ["add", "sponsor", "--name", "Acme"], environment: environment).status == 0)
      let result = try run(program, Array(words.dropFirst()), environment: environment)
      #expect(result.status != 2 || result.errors.contains("terminal"), "`\(line)`: \(result.errors)")
    }
  }

  @Test func `The guide prints those that a stranger needs`() throws {
    let lines = try Self.commands(in: "Assets/docs/resources-centre-sync-guide.md")
    for line in [
      "pivotal doctor", "pivotal sync", "pivotal sync --dry-run", "pivotal sync --every 1h",
      "pivotal serve --listen 127.0.0.1:8080 --sync-every 6h", "pivotal sync --history",
      "resources-centre import data", "resources-centre key add pivotal", "resources-centre serve --demo",
      "resources-centre webhook add https://pivotal.example.org/api/webhooks/resources-centre",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  private static func environment(in place: TemporaryDirectory) -> [String: String] {
    let homes = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].map { ($0, place.url.path) }
    return Dictionary(uniqueKeysWithValues: homes + [("TERM", "dumb")])
  }

  /// The command lines in a page: lines of a block of code, and code in a sentence.
  private static func commands(in page: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
    let text = try String(contentsOfFile: "\(root)/\(page)", encoding: .utf8)
    var lines = text.matches(of: /`([^`\n]+)`/).map { String($0.1) }
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() } else if isCode { lines.append(String(line)) }
    }
    return Set(
      lines.map { line in
        String(line.prefix { $0 != "#" }).trimmingCharacters(in: .whitespaces)
      }
    ).filter { line in
      // What has a choice or a gap in it is the form of a command, and none to type.
      ["pivotal ", "resources-centre "].contains(where: line.hasPrefix) && !line.contains { "[]|…\"'$".contains($0) }
        && !line.contains(/\s[A-Z]+\b/)
    }.sorted()
  }
}
