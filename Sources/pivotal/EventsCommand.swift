import CommandKit
import EventModel
import EventStore
import Foundation
import TerminalKit

/// `pivotal events`: the events, for people and for scripts.
enum EventsCommand {
  static let spec = CommandSpec(
    name: "events", summary: "List the events by start.",
    options: [
      OptionSpec("format", .choice(["table", "json"]), summary: "A table to read (the default), or one JSON array.")
    ])

  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let events = try settings.openStorage().events()
    if command.text("format") == "json" {
      try writeOutput(EventJSON.text(events))
    } else {
      // What is printed is UTF-8 whatever the locale, so it is measured so as well.
      try writeOutput(table(events, TextMetrics.activateLocale([:])))
    }
    return .success
  }

  private static func table(_ events: [Event], _ metrics: TextMetrics) -> String {
    guard !events.isEmpty else { return "No events yet: `pivotal new` makes the first one." }
    let rows = events.map { event in
      let details = event.details
      let zone = TimeZone(identifier: details.timeZone) ?? .gmt
      return [
        String(event.id.rawValue), startText(details.starts, in: zone), details.timeZone, details.title,
        details.organizer ?? "", details.speakers.joined(separator: ", "), details.status.rawValue,
      ]
    }
    return TextTable.text(
      ["ID", "Starts", "Time zone", "Title", "Organizer", "Speakers", "Status"], rows, width: TextTable.terminalWidth,
      metrics)
  }
}
