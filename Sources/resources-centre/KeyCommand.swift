import CentreServer
import CommandKit
import EventModel

/// `resources-centre key`: one key for each client, so that one can be taken back alone.
enum KeyCommand {
  static let spec = CommandSpec(
    name: "key", summary: "Make, list and revoke the keys of clients; revoking works at once.",
    arguments: [
      ArgumentSpec(.choice(["add", "list", "revoke"]), summary: "What to do."),
      ArgumentSpec(.text("NAME|NUMBER"), .optional, summary: "Whom a new key is for, or the number of one to revoke."),
    ],
    options: [CentrePlace.option])

  static func run(_ command: ParsedCommand, _ place: CentrePlace) throws {
    let word = command.arguments.first ?? ""
    let argument = command.arguments.dropFirst().first.map(cleanedLine)
    switch word {
    case "add":
      guard let name = argument, !name.isEmpty else {
        throw UsageError("key add needs a name; say whom the key is for.")
      }
      let key = try place.store().addKey(named: name, at: .present)
      try writeOutput("The key for \(name), shown this once; clients send it in the header X-API-Key:")
      try writeOutput(key)
    case "revoke":
      guard let number = argument.flatMap({ Int64($0) }) else {
        throw UsageError("key revoke needs a number; key list shows them.")
      }
      guard try place.store().revokeKey(number, at: .present) else {
        throw CentreError("There is no valid key \(number); key list shows those that are there.")
      }
      try writeOutput("Revoked the key \(number).")
    default:
      guard argument == nil else { throw UsageError("key list takes no argument; leave the rest out.") }
      for key in try place.store().keys() {
        let end = key.revokedAt.map { ", revoked \($0.iso8601)" } ?? ""
        try writeOutput("\(key.number)  \(key.name), made \(key.createdAt.iso8601)\(end)")
      }
    }
  }
}
