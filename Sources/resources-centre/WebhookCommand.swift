import CentreServer
import CommandKit
import EventModel
import HTTPTransport

/// `resources-centre webhook`: who is told of changes.
enum WebhookCommand {
  static let spec = CommandSpec(
    name: "webhook", summary: "Add, list and remove subscribers that are told when the catalogue has changed.",
    arguments: [
      ArgumentSpec(.choice(["add", "list", "remove"]), summary: "What to do."),
      ArgumentSpec(
        .text("URL|NUMBER"), .optional, summary: "Where signed messages go, or the number of one to remove."),
    ],
    options: [CentrePlace.option])

  static func run(_ command: ParsedCommand, _ place: CentrePlace) throws {
    let word = command.arguments.first ?? ""
    let argument = command.arguments.dropFirst().first
    switch word {
    case "add":
      guard let url = argument else { throw UsageError("webhook add needs the address that messages go to.") }
      try check(url)
      let secret = try place.store().subscribe(url, at: .present)
      try writeOutput("Messages to \(url) are signed with this secret, shown this once:")
      try writeOutput(secret)
    case "remove":
      guard let reference = argument else {
        throw UsageError("webhook remove needs a number; webhook list shows them.")
      }
      guard try place.store().unsubscribe(reference) else {
        throw CentreError("There is no webhook \(reference); webhook list shows those that are there.")
      }
      try writeOutput("Removed the webhook \(reference).")
    default:
      guard argument == nil else { throw UsageError("webhook list takes no argument; leave the rest out.") }
      for subscription in try place.store().subscriptions() {
        let outcome = subscription.outcome.isEmpty ? "nothing sent yet" : subscription.outcome
        try writeOutput(
          "\(subscription.number)  \(subscription.url), made \(subscription.createdAt.iso8601): \(outcome)")
      }
    }
  }

  private static func check(_ url: String) throws {
    do {
      try HTTPClient().check(url)
    } catch let error as HTTPClientError where error.kind == .insecure {
      throw CentreError("A webhook to another machine must be encrypted; give an address that begins with https.")
    }
  }
}
