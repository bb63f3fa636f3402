import CommandKit
import EventFiles
import EventModel
import EventStore
import Foundation
import TerminalKit

/// `pivotal events`: the events, for people and for scripts.
enum EventsCommand {
  static let spec = CommandSpec(
    name: "events", summary: "List the events by start.",
    options: [
      OptionSpec(
        "from", .text("DATE"), summary: "Only those that start then or later: 2026-11-24, '24 nov 14:00', tomorrow."),
      OptionSpec("to", .text("DATE"), summary: "Only those that start until then; a day alone is all of that day."),
      OptionSpec(
        "format", .choice(["table", "json", "csv", "ics"]),
        summary: "A table to read (the default), one JSON array, a spreadsheet's CSV, or iCalendar."),
    ])

  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let period = try Period(from: command.text("from"), to: command.text("to"), settings)
    let all = try settings.openStorage().events()
    let events = all.filter { period.contains($0.details.starts) }
    if let format = command.text("format").flatMap(ExportFormat.init) {
      // The text ends its last line itself, and so does what writes it.
      try writeOutput(String(exportedText(events, as: format).unicodeScalars.dropLast()))
    } else if events.isEmpty, !all.isEmpty {
      try writeOutput("No event starts in that time.")
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

/// The time in which events are to start.
private struct Period {
  private var first = Instant.earliest
  private var last = Instant.latest

  init(from: String?, to: String?, _ settings: Settings) throws {
    if let from { first = try Self.bounds(from, option: "from", settings).lowerBound }
    if let to { last = try Self.bounds(to, option: "to", settings).upperBound }
  }

  func contains(_ moment: Instant) -> Bool { first <= moment && moment <= last }

  /// The moment that was typed, twice, or the day from its first moment to its last.
  private static func bounds(_ text: String, option: String, _ settings: Settings) throws -> ClosedRange<Instant> {
    if let day = day(text, settings) {
      let start = day.start(in: settings.timeZone)
      let end = Instant(microseconds: day.next.start(in: settings.timeZone).microseconds - 1)
      return start...max(end, start)
    }
    let context = DateContext(now: .present, timeZone: settings.timeZone, dayMonthOrder: settings.dayMonthOrder)
    switch readStart(text, in: context) {
    case .understood(let moment, _): return moment...moment
    case .unclear(let reason, let choices):
      let texts = choices.map { "'\($0.text)'" }.joined(separator: " or ")
      throw UsageError("--\(option) \(text) is not clear: \(reason). Write \(texts).")
    case .wrong(let reason):
      throw UsageError("--\(option): \(reason).")
    case .empty:
      throw UsageError("--\(option) is empty: write a date such as 2026-11-24, or leave it out.")
    }
  }

  /// The day that was typed, where there was no time with it: what such a day is read as depends on the time that is
  /// taken for a missing one.
  private static func day(_ text: String, _ settings: Settings) -> CivilDay? {
    // Clocks are set at night, so that these times are clear on every day.
    let readings = [12 * 60, 13 * 60].map { minutes in
      let context = DateContext(
        now: .present, timeZone: settings.timeZone, defaultStartMinutes: minutes, dayMonthOrder: settings.dayMonthOrder)
      return readStart(text, in: context).instant
    }
    guard let noon = readings.first ?? nil, readings.last != noon else { return nil }
    return CivilDay(noon, in: settings.timeZone)
  }
}
