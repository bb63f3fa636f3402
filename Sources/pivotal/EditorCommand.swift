import CentreSync
import CommandKit
import EventEditor
import EventModel
import EventStore
import Foundation
import TerminalKit

/// `pivotal`, `pivotal new`, `pivotal edit ID`: the editor on the user's own database.
enum EditorCommand {
  static func run(_ start: EditorOptions.Start, _ settings: Settings) throws -> ExitStatus {
    try CursesTerminal.checkAvailable(settings.environment)
    var options = try options(start, settings)
    let storage = try settings.openStorage()
    options.role = try storage.role()
    return try run(options, storage, settings)
  }

  static func edit(_ number: Int64, _ settings: Settings) throws -> ExitStatus {
    try CursesTerminal.checkAvailable(settings.environment)
    let id = Event.ID(rawValue: number)
    var options = try options(.event(id), settings)
    let storage = try settings.openStorage()
    options.role = try storage.role()
    guard try storage.event(id) != nil else {
      throw SettingsError("There is no event \(number): `pivotal events` lists those there are.")
    }
    return try run(options, storage, settings)
  }

  private static func run(
    _ options: EditorOptions, _ storage: AuthorizedStorage, _ settings: Settings
  ) throws -> ExitStatus {
    let patience = options.preferences.syncMaximumSeconds
    try EditorRuntime.run(options: options, environment: settings.environment) {
      .live(storage, centre: { try settings.centre().waiting(patience) }).keepingSettings(in: settings.preferencesFile)
    }
    return .success
  }

  static func options(_ start: EditorOptions.Start, _ settings: Settings) throws -> EditorOptions {
    let preferences = try settings.preferences()
    return EditorOptions(
      now: .present, timeZone: preferences.timeZone ?? settings.timeZone, preferences: preferences, start: start,
      dayMonthOrder: settings.dayMonthOrder, session: UUID().uuidString)
  }
}

extension SyncConfiguration {
  /// The same with so many seconds for an answer of unannounced length; nil for the usual ones.
  fileprivate func waiting(_ seconds: Int?) -> SyncConfiguration {
    var configuration = self
    if let seconds { configuration.limits.maximumTimeWhenUnsized = .seconds(seconds) }
    return configuration
  }
}
