import CentreServer
import CommandKit
import EventModel
import Foundation
import ServerOptions

/// `resources-centre serve`: the catalogue over HTTP, and news of its changes to those who subscribed.
enum ServeCommand {
  static let spec = CommandSpec(
    name: "serve", summary: "Serve the catalogue until told to stop, by Ctrl-C or SIGTERM.",
    options: ServerOptions.specs(listeningOn: usualPlace) + [
      OptionSpec(
        "data", .text("PATH"),
        summary: "Serve this database, or a directory with speakers.jsonl, organizers.csv and so on as they are."),
      OptionSpec("demo", summary: "Serve the sample data."),
      OptionSpec("log", .text("FILE"), summary: "Add a line for each request here instead of on standard error."),
    ])

  private static let usualPlace = "127.0.0.1:5000"
  /// How long answers under way may still take when the program is told to stop.
  private static let patience = Duration.seconds(8)

  static func run(_ command: ParsedCommand, _ place: CentrePlace, _ environment: [String: String]) throws {
    let key = environment["API_KEY"] ?? ""
    let listening = try command.place(listeningOn: usualPlace)
    guard !(command.has("demo") && command.has("data")) else {
      throw UsageError("serve needs to know what to serve; give either --demo or --data PATH.")
    }
    guard let store = command.has("demo") ? try .temporary(holding: .demo()) : try place.servedStore() else {
      throw UsageError("serve needs to know what to serve; give --demo or --data PATH, or import some data first.")
    }
    guard try !key.isEmpty || store.keys().contains(where: { $0.revokedAt == nil }) else {
      throw CentreError("API_KEY is not set; set it to the key that clients shall send, or make one with `key add`.")
    }
    let log = try command.text("log").map { try AccessLog(path: $0) { .present } } ?? AccessLog { .present }
    let authority = environment["RESOURCES_CENTRE_CA"].flatMap { $0.isEmpty ? nil : $0 }
    raiseFileLimit()
    // A log that nobody reads any more must not end the service.
    signal(SIGPIPE, SIG_IGN)
    let signals = TerminationSignals()
    let server = try CentreServer(
      store: store, apiKey: key.isEmpty ? nil : key, at: listening, log: log)
    let sender = try WebhookSender(store: store, trusting: authority, now: { .present }, log: log)
    sender.start()
    try writeOutput("Resources Centre listening on \(server.url)")
    signals.wait()
    sender.stop()
    server.stop(waitingFor: patience)
  }

  /// Each connection needs a few open files, and the usual limit is meant for programs with few connections.
  private static func raiseFileLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 8192))
    setrlimit(resource, &limit)
  }
}
