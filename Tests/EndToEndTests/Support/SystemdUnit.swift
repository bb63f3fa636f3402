import Foundation
import TestSupport

/// One of the systemd units under `Assets/systemd`, taken apart.
struct SystemdUnit {
  /// The names of all of them.
  static let names = [
    "pivotal-sync.service", "pivotal-sync.timer", "pivotal-serve.service", "resources-centre.service",
  ]

  static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Assets/systemd")

  let name: String
  let text: String
  /// The values of each key, by section and key; a key may stand several times.
  private(set) var values: [String: [String: [String]]] = [:]

  init(_ name: String) throws {
    self.name = name
    text = try String(contentsOf: Self.directory.appendingPathComponent(name), encoding: .utf8)
    var section: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let section, parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter) else {
        throw TestFailure("Line \(index + 1) of \(name) is neither a section nor KEY=VALUE: \(line)")
      }
      values[section, default: [:]][parts[0], default: []].append(parts[1])
    }
  }

  /// The value of a key that stands once; nil where it stands not at all or several times.
  func value(_ key: String, in section: String = "Service") -> String? {
    guard let found = values[section]?[key], found.count == 1 else { return nil }
    return found.first
  }

  /// The words of the command that the unit runs.
  var command: [String] { (value("ExecStart") ?? "").split(separator: " ").map(String.init) }
}
