import CentreSync
import EventEditor
import EventModel
import Foundation
import Signatures

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
  /// Where the settings are that are no secrets.
  let preferencesFile: PreferencesFile
  private var allowsHTTP = false

  /// Where the file is, for the help.
  static let fileHint = "$XDG_CONFIG_HOME/pivotal/env"

  init(environment: [String: String]) throws {
    try self.init(environment, file: Self.read(Self.file(environment)))
  }

  /// What the environment says alone.
  init(withoutFile environment: [String: String]) {
    self.init(environment, file: [:])
  }

  private init(_ environment: [String: String], file: [String: String]) {
    values = file.merging(environment) { _, given in given }
    preferencesFile = PreferencesFile(url: Self.home(environment).appendingPathComponent("config"))
  }

  /// Where the file is.
  static func file(_ environment: [String: String]) -> URL {
    home(environment).appendingPathComponent("env")
  }

  /// Where both files are.
  private static func home(_ environment: [String: String]) -> URL {
    directory("XDG_CONFIG_HOME", else: ".config", environment).appendingPathComponent("pivotal")
  }

  /// A variable's value; nil when it is not set or empty.
  subscript(_ name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All variables, as a program's environment.
  var environment: [String: String] { values }

  /// How the person wants the editor to be.
  ///
  /// - Throws: An error that names the line which is wrong.
  func preferences() throws -> EditorPreferences {
    try EditorPreferences(text: preferencesFile.text(), path: preferencesFile.url.path, environment: values)
  }

  /// The environment's zone: `TZ`, also in the form with a colon before it, else the system's, else UTC.
  var timeZone: TimeZone {
    let name = (self["TZ"] ?? "").drop { $0 == ":" }
    return TimeZone(identifier: String(name)) ?? .current
  }

  /// Which number of `03/04` is the day, by the locale; nil where none is named.
  var dayMonthOrder: DayMonthOrder? {
    let named = ["LC_ALL", "LC_TIME", "LANG"].lazy.compactMap { self[$0] }.first ?? "C"
    let name = String(named.prefix { $0 != "." && $0 != "@" })
    guard !["C", "POSIX"].contains(name),
      let format = DateFormatter.dateFormat(fromTemplate: "dM", options: 0, locale: Locale(identifier: name)),
      let day = format.firstIndex(of: "d"), let month = format.firstIndex(where: { "ML".contains($0) })
    else { return nil }
    return day < month ? .dayFirst : .monthFirst
  }

  /// The same settings with or without leave to send the key unencrypted.
  func allowingHTTP(_ isAllowed: Bool) -> Settings {
    var settings = self
    settings.allowsHTTP = isAllowed
    return settings
  }

  /// Where the events are kept.
  var databaseLocation: String {
    self["PIVOTAL_DATABASE"]
      ?? Self.directory("XDG_DATA_HOME", else: ".local/share", values).appendingPathComponent("pivotal/pivotal.db").path
  }

  /// How to reach the Resources Centre.
  ///
  /// - Throws: An error that names the variable to set.
  func centre() throws -> SyncConfiguration {
    guard let url = self["RESOURCES_CENTRE_URL"] else {
      throw SettingsError(
        "No Resources Centre is configured: set RESOURCES_CENTRE_URL, or run `pivotal demo` to try it with a sample one."
      )
    }
    guard let key = self["RESOURCES_CENTRE_API_KEY"] else {
      throw SettingsError(
        "There is no key for the Resources Centre: set RESOURCES_CENTRE_API_KEY to the one it gave you.")
    }
    var configuration = try SyncConfiguration(baseURL: url, apiKey: key)
    configuration.caFile = self["RESOURCES_CENTRE_CA"]
    configuration.allowPlainHTTP = allowsHTTP
    return configuration
  }

  /// What the Resources Centre signs its calls with.
  ///
  /// - Throws: An error that names the variable to set, and shows nothing of the secret.
  func webhookSecret() throws -> WebhookSecret {
    let name = "RESOURCES_CENTRE_WEBHOOK_SECRET"
    let advice = "set it to the secret that the Resources Centre signs its calls with"
    guard let text = self[name] else { throw SettingsError("\(name) is not set: \(advice).") }
    do {
      return try WebhookSecret(text)
    } catch {
      throw SettingsError("\(name) \(error): \(advice).")
    }
  }

  /// Where a log of that name is.
  func logPath(_ name: String) -> String {
    Self.directory("XDG_STATE_HOME", else: ".local/state", values).appendingPathComponent("pivotal/\(name)").path
  }

  /// A base directory of the XDG specification; a relative path in the variable does not count.
  private static func directory(_ variable: String, else fallback: String, _ environment: [String: String]) -> URL {
    if let path = environment[variable], path.hasPrefix("/") { return URL(fileURLWithPath: path, isDirectory: true) }
    let home = environment["HOME"].map { URL(fileURLWithPath: $0, isDirectory: true) }
    return (home ?? FileManager.default.homeDirectoryForCurrentUser).appendingPathComponent(fallback)
  }

  // MARK: - The file

  /// Reads the file through one descriptor, so that what is checked is what is read.
  private static func read(_ file: URL) throws -> [String: String] {
    guard let handle = FileHandle(forReadingAtPath: file.path) else {
      guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
      throw SettingsError("\(file.path) cannot be read: make it readable to you, or remove it.")
    }
    defer { try? handle.close() }
    var status = stat()
    guard fstat(handle.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SettingsError("\(file.path) is not a file: put one with lines NAME=value there, or remove it.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw SettingsError("Others can read \(file.path), which may hold a key: run `chmod 600 \(file.path)`.")
    }
    guard let data = try? handle.readToEnd() ?? Data(), let text = String(data: data, encoding: .utf8) else {
      throw SettingsError("\(file.path) cannot be read as text: write it anew, or remove it.")
    }
    return try parse(text, of: file.path)
  }

  /// A value without the quotes that a shell would take off.
  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, let quote = value.first, quote == value.last, "\"'".contains(quote) else { return value }
    return String(value.dropFirst().dropLast())
  }

  private static func parse(_ text: String, of path: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if content.isEmpty || content.hasPrefix("#") { continue }
      let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].trimmingCharacters(in: .whitespacesAndNewlines)
      guard parts.count == 2, !name.isEmpty,
        name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
      else { throw SettingsError("Line \(index + 1) of \(path) is not NAME=value: correct it or put # before it.") }
      values[name] = unquoted(parts[1].trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return values
  }
}
