import CentreSync
import Foundation

/// Why the program is not set up for what it is asked.
struct SettingsError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// What the environment and the user's own file of variables say.
///
/// The environment wins.
struct Settings: Sendable {
  private let values: [String: String]

  /// Where the file is, for the help.
  static let fileHint = "$XDG_CONFIG_HOME/pivotal/env"

  init(environment: [String: String]) throws {
    let base = Self.directory("XDG_CONFIG_HOME", else: ".config", environment)
    let file = try Self.read(base.appendingPathComponent("pivotal/env"))
    values = file.merging(environment) { _, given in given }
  }

  /// A variable's value; nil when it is not set or empty.
  subscript(_ name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All variables, as a program's environment.
  var environment: [String: String] { values }

  /// Where the events are kept.
  var databaseLocation: String {
    self["PIVOTAL_DATABASE"]
      ?? Self.directory("XDG_DATA_HOME", else: ".local/share", values).appendingPathComponent("pivotal/pivotal.db").path
  }

  /// How to reach the Resources Centre.
  ///
  /// - Throws: An error that names the variable to set.
  func centre() throws -> SyncConfiguration {
    guard let url = self["RESOURCES_CENTRE_URL"] else { throw Self.missing("RESOURCES_CENTRE_URL") }
    guard let key = self["RESOURCES_CENTRE_API_KEY"] else { throw Self.missing("RESOURCES_CENTRE_API_KEY") }
    var configuration = try SyncConfiguration(baseURL: url, apiKey: key)
    configuration.caFile = self["RESOURCES_CENTRE_CA"]
    return configuration
  }

  private static func missing(_ name: String) -> SettingsError {
    SettingsError("No Resources Centre is configured: set \(name), or run `pivotal demo` to try it with a sample one.")
  }

  /// A base directory of the XDG specification; a relative path in the variable does not count.
  private static func directory(_ variable: String, else fallback: String, _ environment: [String: String]) -> URL {
    if let path = environment[variable], path.hasPrefix("/") { return URL(fileURLWithPath: path, isDirectory: true) }
    let home = environment["HOME"].map { URL(fileURLWithPath: $0, isDirectory: true) }
    return (home ?? FileManager.default.homeDirectoryForCurrentUser).appendingPathComponent(fallback)
  }

  // MARK: - The file

  private static func read(_ file: URL) throws -> [String: String] {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else { return [:] }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw SettingsError("Others can read \(file.path), which may hold a key: run `chmod 600 \(file.path)`.")
    }
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw SettingsError("\(file.path) cannot be read as text: make it readable to you, or remove it.")
    }
    return try parse(text, of: file.path)
  }

  private static func parse(_ text: String, of path: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.trimmingCharacters(in: .whitespaces)
      if content.isEmpty || content.hasPrefix("#") { continue }
      let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      guard parts.count == 2, !name.isEmpty,
        name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
      else { throw SettingsError("Line \(index + 1) of \(path) is not NAME=value: correct it or put # before it.") }
      values[name] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return values
  }
}
