import CommandKit
import EventModel
import Foundation
import TerminalKit

/// The program: which commands there are, and which function does each.
enum Pivotal {
  static let spec = ProgramSpec(
    name: "pivotal",
    summary: "A full-screen editor for events, with speakers, organizers and sponsors synced from a Resources Centre.",
    commands: [
      CommandSpec(name: "", summary: "Open the editor on your events.", options: [SyncCommand.allowHTTP]),
      CommandSpec(name: "new", summary: "Open the editor on a new event.", options: [SyncCommand.allowHTTP]),
      CommandSpec(
        name: "edit", summary: "Open the editor on one event.",
        arguments: [
          ArgumentSpec(.number("ID", 1...Int.max), summary: "The event's number, as `pivotal events` lists it.")
        ], options: [SyncCommand.allowHTTP]),
      CommandSpec(
        name: "demo", summary: "Try it: a sample Resources Centre, a throw-away database, and the editor on both."),
      SyncCommand.spec, ServeCommand.spec, EventsCommand.spec, SearchCommand.spec, UserCommand.spec, DoctorCommand.spec,
    ],
    sections: [
      HelpSection(
        title: "Environment",
        rows: [
          ("RESOURCES_CENTRE_URL", "Where the Resources Centre is, without /api/v1."),
          ("RESOURCES_CENTRE_API_KEY", "The key it knows you by."),
          (
            "RESOURCES_CENTRE_CA",
            "A file with the certificate of a private authority, if the Centre's is signed by one."
          ),
          ("RESOURCES_CENTRE_WEBHOOK_SECRET", "What the Centre signs its calls with; for `pivotal serve`."),
          ("PIVOTAL_DATABASE", "The database file; by default pivotal/pivotal.db where your system keeps data."),
          ("TZ", "The zone of new events, if it is not the system's."),
          ("PIVOTAL_THEME", "The colours of the editor: \(Theme.choices)."),
          ("PIVOTAL_ASCII", "Set to 1, it keeps the editor to ASCII."),
          ("NO_COLOR", "Set to anything, it keeps the editor free of colour."),
        ]),
      HelpSection(
        title: "Files",
        rows: [
          ("\(Settings.fileHint)", "The same names as lines NAME=value; only you may be able to read it."),
          (
            PreferencesFile.hint,
            "Lines `name = value`: time-zone, default-length, first-weekday, theme, mouse, ascii, key.COMMAND."
          ),
        ]),
      ExitStatus.help(for: [.success, .failure, .usage, .partial]),
    ])

  /// Does what a command line asks for.
  static func run(_ line: [String], environment: [String: String]) -> ExitStatus {
    do {
      switch try spec.parse(line) {
      case .show(let text):
        try writeOutput(text)
        return .success
      case .run(let command) where command.name == DoctorCommand.spec.name:
        return try DoctorCommand.run(command, environment: environment)
      case .run(let command):
        return try run(command, settings: Settings(environment: environment))
      }
    } catch {
      writeError("\(error)")
      return error is UsageError || error is TerminalError ? .usage : .failure
    }
  }

  private static func run(_ command: ParsedCommand, settings: Settings) throws -> ExitStatus {
    switch command.name {
    case "new": try EditorCommand.run(.newEvent, settings.allowingHTTP(command.has("allow-http")))
    case "edit":
      try EditorCommand.edit(
        command.arguments.first.flatMap { Int64($0) } ?? 0, settings.allowingHTTP(command.has("allow-http")))
    case "demo": try DemoCommand.run(settings)
    case "sync": try SyncCommand.run(command, settings)
    case "serve": try ServeCommand.run(command, settings)
    case "events": try EventsCommand.run(command, settings)
    case "search": try SearchCommand.run(command, settings)
    case "user": try UserCommand.run(command, settings)
    default: try EditorCommand.run(.list, settings.allowingHTTP(command.has("allow-http")))
    }
  }
}
