import CommandKit
import EventModel
import EventStore
import Foundation
import JSONStream
import PeopleSearch

/// `pivotal search`: what the pickers find, for scripts.
enum SearchCommand {
  static let spec = CommandSpec(
    name: "search", summary: "Search the catalogue as the editor's pickers do.",
    arguments: [
      ArgumentSpec(.choice(CatalogueCollection.allCases.map(\.rawValue)), summary: "What to search."),
      ArgumentSpec(.text("QUERY"), .repeated, summary: "Words in any order, with or without diacritics."),
    ],
    options: [
      OptionSpec("limit", .number("N", 1...1_000_000), summary: "The most rows to show; 20 by default."),
      OptionSpec("json", summary: "Print one JSON array."),
    ])

  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let storage = try settings.openStorage()
    let collection = CatalogueCollection(rawValue: command.arguments.first ?? "") ?? .speakers
    let rows = try rows(of: collection, in: storage)
    let index = PeopleIndex(rows.map(\.entry))
    let query = command.arguments.dropFirst().joined(separator: " ")
    let result = index.search(query, limit: command.number("limit") ?? 20)
    let found = result.hits.map { rows[$0.index] }
    if command.has("json") {
      try writeOutput(json(found))
    } else if rows.isEmpty {
      writeError("There are no \(collection.rawValue) yet; `pivotal sync` brings them.")
    } else if found.isEmpty {
      writeError("No \(collection.rawValue) match '\(query)'.")
    } else {
      for row in found { try writeOutput(row.entry.label) }
      if result.total > found.count { writeError("\(found.count) of \(result.total) are shown; --limit shows more.") }
    }
    return .success
  }

  /// One thing that can be found, with the members that its JSON has.
  private struct Row {
    let members: [(name: String, value: String)]

    var name: String { members.first?.value ?? "" }
    var entry: SearchEntry {
      let values = members.dropFirst().map(\.value) + ["", ""]
      return SearchEntry(name: name, title: values[0], company: values[1])
    }
  }

  private static func rows(of collection: CatalogueCollection, in storage: any EventStorage) throws -> [Row] {
    switch collection {
    case .speakers:
      try storage.speakers().map { Row(members: [("name", $0.name), ("title", $0.title), ("company", $0.company)]) }
    case .organizers: try storage.organizers().map { Row(members: [("name", $0.name), ("website", $0.website)]) }
    case .sponsors: try storage.sponsors().map { Row(members: [("name", $0.name), ("website", $0.website)]) }
    }
  }

  private static func json(_ rows: [Row]) -> String {
    let writer = JSONWriter(pretty: true)
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      row.members.forEach { writer.member($0.name, $0.value) }
      writer.endObject()
    }
    writer.endArray()
    return writer.text
  }
}
