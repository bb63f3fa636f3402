import CommandKit
import EventModel
import EventStore
import JSONStream
import TerminalKit

/// `pivotal user`: who may use the database, and as what.
enum UserCommand {
  static let spec = CommandSpec(
    name: "user", summary: "Say who may use the database, and as what; for admins.",
    arguments: [
      ArgumentSpec(.choice(["add", "list", "role", "remove"]), summary: "What to do."),
      ArgumentSpec(
        .text("NAME ROLE"), .anyNumber,
        summary: "The user, by the operating system's name, and what they are: "
          + "staff (events; also where none is given), data_ops (the catalogue too) or admin (users too)."),
    ],
    options: [OptionSpec("json", summary: "Print the list as one JSON array.")])

  static func run(_ command: ParsedCommand, _ settings: Settings) throws -> ExitStatus {
    let words = command.arguments.dropFirst()
    if command.has("json"), command.arguments.first != "list" {
      throw UsageError("--json goes with pivotal user list; leave it out.")
    }
    switch command.arguments.first {
    case "add":
      let (name, role) = try (name(in: words, "add", 1...2), words.count < 2 ? .staff : role(words.last))
      let user = try settings.openStorage().addUser(name, role, at: .present)
      try writeOutput("\(user.name) is \(user.role.rawValue) now.")
    case "role":
      let (name, role) = try (name(in: words, "role", 2...2), role(words.last))
      try settings.openStorage().setRole(role, ofUser: name)
      try writeOutput("\(name) is \(role.rawValue) now.")
    case "remove":
      let name = try name(in: words, "remove", 1...1)
      try settings.openStorage().removeUser(name)
      try writeOutput("\(name) is no longer a user.")
    default:
      guard words.isEmpty else { throw UsageError("pivotal user list takes no name; leave it out.") }
      let users = try settings.openStorage().users()
      try writeOutput(command.has("json") ? json(users) : table(users))
    }
    return .success
  }

  private static func name(
    in words: ArraySlice<String>, _ action: String, _ count: ClosedRange<Int>
  ) throws(UsageError) -> String {
    guard count.contains(words.count), let word = words.first else {
      let usage = ["add": "NAME [ROLE]", "role": "NAME ROLE"][action] ?? "NAME"
      throw UsageError("Write pivotal user \(action) \(usage); pivotal user --help explains it.")
    }
    let reading = readUserName(word)
    guard let name = reading.value else { throw UsageError("\(reading.message ?? "").") }
    return name
  }

  private static func role(_ word: String?) throws(UsageError) -> Role {
    guard let role = word.flatMap(Role.init(rawValue:)) else {
      throw UsageError("'\(word ?? "")' is not a role: write staff, data_ops or admin.")
    }
    return role
  }

  private static func table(_ users: [User]) -> String {
    let rows = users.map { [$0.name, $0.role.rawValue, $0.createdAt.iso8601] }
    // What is printed is UTF-8 whatever the locale, so it is measured so as well.
    return TextTable.text(
      ["Name", "Role", "Since"], rows, width: TextTable.terminalWidth, TextMetrics.activateLocale([:]))
  }

  private static func json(_ users: [User]) -> String {
    let writer = JSONWriter(pretty: true)
    writer.beginArray()
    for user in users {
      writer.beginObject()
      writer.member("name", user.name)
      writer.member("role", user.role.rawValue)
      writer.member("created", user.createdAt.iso8601)
      writer.endObject()
    }
    writer.endArray()
    return writer.text
  }
}
