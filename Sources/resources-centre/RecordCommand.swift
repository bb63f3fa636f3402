import CentreServer
import CommandKit
import EventModel
import Foundation

/// `resources-centre add`, `edit` and `remove`: one record by hand.
enum RecordCommand {
  private static let kinds: [(word: String, collection: CentreCollection)] = [
    ("speaker", .speakers), ("organizer", .organizers), ("sponsor", .sponsors),
  ]
  private static let kind = ArgumentSpec(.choice(kinds.map(\.word)), summary: "What it is.")
  private static let reference = ArgumentSpec(.text("ID"), summary: "Its id, or its whole name where only one has it.")
  private static let members = [
    OptionSpec("name", .text("TEXT"), summary: "The name."),
    OptionSpec("title", .text("TEXT"), summary: "A speaker's title or position."),
    OptionSpec("company", .text("TEXT"), summary: "A speaker's company."),
    OptionSpec("bio", .text("TEXT"), summary: "A speaker's biography."),
    OptionSpec("website", .text("TEXT"), summary: "An organizer's or sponsor's website."),
  ]

  static let add = CommandSpec(
    name: "add", summary: "Add a speaker, organizer or sponsor.", arguments: [kind],
    options: [OptionSpec("id", .text("ID"), summary: "Its id; a new one is made otherwise.")] + members + [
      CentrePlace.option
    ])
  static let edit = CommandSpec(
    name: "edit", summary: "Change what is given and leave the rest.", arguments: [kind, reference],
    options: members + [CentrePlace.option])
  static let remove = CommandSpec(
    name: "remove", summary: "Delete one; clients that ask for changes are told that it is gone.",
    arguments: [kind, reference], options: [CentrePlace.option])

  static func run(_ command: ParsedCommand, _ place: CentrePlace) throws {
    let word = command.arguments.first ?? ""
    guard let collection = kinds.first(where: { $0.word == word })?.collection else { return }
    let reference = command.arguments.dropFirst().first ?? ""
    let members = try members(of: command, collection)
    switch command.name {
    case "add":
      guard members["name"] != nil else { throw UsageError("add \(word) needs a name; give --name.") }
      let id = command.text("id") ?? UUID().uuidString.lowercased()
      try place.store().add(members, id: id, to: collection, at: .present)
      try writeOutput("Added the \(word) \(id).")
    case "edit":
      guard !members.isEmpty else {
        throw UsageError("edit \(word) changes nothing; give what is to change, as --name.")
      }
      let name = try place.store().edit(reference, members, in: collection, at: .present)
      try writeOutput("Changed the \(word) \(name).")
    default:
      let name = try place.store().remove(reference, from: collection, at: .present)
      try writeOutput("Removed the \(word) \(name).")
    }
  }

  /// The members that were given, as clean as they are kept.
  private static func members(of command: ParsedCommand, _ collection: CentreCollection) throws -> [String: String] {
    let known = collection == .speakers ? ["name", "title", "company", "bio"] : ["name", "website"]
    var result: [String: String] = [:]
    for option in members {
      guard let text = command.text(option.name) else { continue }
      guard known.contains(option.name) else {
        throw UsageError("\(collection.rawValue.capitalized) have no \(option.name); leave out --\(option.name).")
      }
      result[option.name] = option.name == "bio" ? cleanedText(text) : cleanedLine(text)
    }
    return result
  }
}
