import CentreServer
import CommandKit
import EventModel
import Foundation

/// The program that keeps and serves a Resources Centre.
enum ResourcesCentre {
  static let spec = ProgramSpec(
    name: "resources-centre",
    summary: "The system that owns the catalogue of speakers, organizers and sponsors, and serves it over HTTP.",
    commands: [
      ServeCommand.spec, ImportCommand.spec, RecordCommand.add, RecordCommand.edit, RecordCommand.remove,
      KeyCommand.spec, WebhookCommand.spec,
    ],
    sections: [
      HelpSection(
        title: "Environment",
        rows: [
          ("API_KEY", "A key that clients may send in the header X-API-Key, besides those of `key add`."),
          (
            "RESOURCES_CENTRE_CA",
            "A PEM file of an authority of your own, to trust where webhooks go besides the usual."
          ),
          ("XDG_DATA_HOME", "Where resources-centre/centre.db is, which holds the data unless --data says otherwise."),
        ]),
      ExitStatus.help(for: [.success, .failure, .usage]),
    ])

  /// Does what a command line asks for.
  static func run(_ line: [String], environment: [String: String]) -> ExitStatus {
    do {
      switch try spec.parse(line) {
      case .show(let text): try writeOutput(text)
      case .run(let command): try run(command, CentrePlace(command, environment), environment)
      }
      return .success
    } catch {
      writeError("\(error)")
      return error is UsageError ? .usage : .failure
    }
  }

  private static func run(_ command: ParsedCommand, _ place: CentrePlace, _ environment: [String: String]) throws {
    switch command.name {
    case "import": try ImportCommand.run(command, place)
    case "add", "edit", "remove": try RecordCommand.run(command, place)
    case "key": try KeyCommand.run(command, place)
    case "webhook": try WebhookCommand.run(command, place)
    default: try ServeCommand.run(command, place, environment)
    }
  }
}

extension Instant {
  /// What the clock shows.
  static var present: Instant {
    Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
  }
}
