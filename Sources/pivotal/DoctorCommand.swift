import CentreSync
import CommandKit
import Doctor
import EventModel
import EventStore
import Foundation
import HTTPTransport
import TerminalKit

/// `pivotal doctor`: what is configured, reachable, and wrong, with the next step for each.
enum DoctorCommand {
  static let spec = CommandSpec(
    name: "doctor", summary: "Check what is configured, reachable, and wrong, with the next step for each.",
    options: [OptionSpec("json", summary: "Print the findings as JSON."), SyncCommand.allowHTTP])

  /// Checks all; unlike any other command it goes on where the file of variables cannot be used.
  static func run(_ command: ParsedCommand, environment: [String: String]) throws -> ExitStatus {
    let settings: Settings
    let fileState: HealthFacts.Setting
    do {
      settings = try Settings(environment: environment)
      fileState = FileManager.default.fileExists(atPath: Settings.file(environment).path) ? .usable : .unset
    } catch {
      settings = Settings(withoutFile: environment)
      fileState = .flawed("\(error)")
    }
    let report = HealthReport(facts(settings.allowingHTTP(command.has("allow-http")), fileState))
    if command.has("json") {
      try writeOutput(report.json())
    } else {
      for line in report.lines { try writeOutput(line) }
    }
    return report.isHealthy ? .success : .failure
  }

  private static func facts(_ settings: Settings, _ fileState: HealthFacts.Setting) -> HealthFacts {
    var facts = HealthFacts(
      settingsFile: fileState, settingsPath: Settings.file(settings.environment).path,
      storage: inspectStorage(at: settings.databaseLocation), terminal: TerminalFacts(settings.environment),
      now: .present)
    facts.preferences = settings.preferencesState
    facts.url = settings.state(of: "RESOURCES_CENTRE_URL") { _ = try SyncConfiguration(baseURL: $0, apiKey: "any") }
    if facts.url == .usable { facts.shownURL = settings["RESOURCES_CENTRE_URL"] }
    facts.isCentreHere = facts.shownURL.map(HTTPClient.isLoopback) ?? false
    facts.key = settings.state(of: "RESOURCES_CENTRE_API_KEY") {
      _ = try SyncConfiguration(baseURL: "https://any", apiKey: $0)
    }
    facts.authority = settings.state(of: "RESOURCES_CENTRE_CA", check: checkAuthority)
    facts.webhookSecret = settings.state(of: "RESOURCES_CENTRE_WEBHOOK_SECRET") { _ in
      _ = try settings.webhookSecret()
    }
    if case .flawed = facts.authority { return facts }
    if let configuration = try? settings.centre() {
      facts.centre = CentreProbe(configuration: configuration.impatient, now: { .present }).run()
    }
    return facts
  }

  private static func checkAuthority(_ path: String) throws {
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    guard text?.contains("-----BEGIN CERTIFICATE-----") == true else {
      throw SettingsError(
        "RESOURCES_CENTRE_CA names \(path), which holds no certificate that can be read; "
          + "name a PEM file of the authority's.")
    }
  }
}

extension Settings {
  /// Whether the settings that are no secrets can be used.
  fileprivate var preferencesState: HealthFacts.Setting {
    do {
      _ = try preferences()
      return .usable
    } catch {
      return .flawed("\(error)")
    }
  }

  /// Whether a variable is set and passes a check that throws a sentence.
  fileprivate func state(of name: String, check: (String) throws -> Void) -> HealthFacts.Setting {
    guard let value = self[name] else { return .unset }
    do {
      try check(value)
      return .usable
    } catch {
      return .flawed("\(error)")
    }
  }
}

extension SyncConfiguration {
  /// The same for someone who waits for an answer.
  fileprivate var impatient: SyncConfiguration {
    var configuration = self
    configuration.limits.connectTimeout = .seconds(5)
    configuration.limits.stallTimeout = .seconds(10)
    configuration.limits.maximumTimeWhenUnsized = .seconds(15)
    return configuration
  }
}
