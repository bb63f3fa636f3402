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
    let storage = try settings.openStorage()
    return try run(start, storage, settings)
  }

  static func edit(_ number: Int64, _ settings: Settings) throws -> ExitStatus {
    try CursesTerminal.checkAvailable(settings.environment)
    let storage = try settings.openStorage()
    let id = Event.ID(rawValue: number)
    guard try storage.event(id) != nil else {
      throw SettingsError("There is no event \(number): `pivotal events` lists those there are.")
    }
    return try run(.event(id), storage, settings)
  }

  private static func run(
    _ start: EditorOptions.Start, _ storage: AuthorizedStorage, _ settings: Settings
  ) throws -> ExitStatus {
    try EditorRuntime.run(options: options(start, settings, role: storage.role()), environment: settings.environment) {
      .live(storage, centre: { try settings.centre() })
    }
    return .success
  }

  static func options(_ start: EditorOptions.Start, _ settings: Settings, role: Role) -> EditorOptions {
    EditorOptions(
      now: .present, timeZone: settings.timeZone, start: start, dayMonthOrder: settings.dayMonthOrder,
      session: UUID().uuidString, role: role)
  }
}

extension Instant {
  /// The time of day by the system's clock.
  static var present: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec), microseconds: Int64(time.tv_nsec) / 1000) ?? .earliest
  }
}
