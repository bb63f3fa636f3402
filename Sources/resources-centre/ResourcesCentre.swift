import CentreServer
import CommandKit
import Foundation
import HTTPTransport

/// The program that serves a Resources Centre.
enum ResourcesCentre {
  static let spec = ProgramSpec(
    name: "resources-centre",
    summary: "The system that owns the catalogue of speakers, organizers and sponsors, and serves it over HTTP.",
    commands: [
      CommandSpec(
        name: "serve", summary: "Serve the catalogue until told to stop, by Ctrl-C or SIGTERM.",
        options: [
          OptionSpec(
            "listen", .text("HOST:PORT"),
            summary: "Listen here instead of on 127.0.0.1:5000; port 0 takes a free one and prints it."),
          OptionSpec(
            "data", .text("DIR"),
            summary: "Serve speakers.jsonl, organizers.jsonl, sponsors.jsonl and events.jsonl from a directory."),
          OptionSpec("demo", summary: "Serve the sample data."),
        ])
    ],
    sections: [
      HelpSection(title: "Environment", rows: [("API_KEY", "The key that clients send in the header X-API-Key.")]),
      ExitStatus.help(for: [.success, .failure, .usage]),
    ])

  /// Does what a command line asks for.
  static func run(_ line: [String], environment: [String: String]) -> ExitStatus {
    do {
      switch try spec.parse(line) {
      case .show(let text): try writeOutput(text)
      case .run(let command): try serve(command, key: environment["API_KEY"] ?? "")
      }
      return .success
    } catch {
      writeError("\(error)")
      return error is UsageError ? .usage : .failure
    }
  }

  private static func serve(_ command: ParsedCommand, key: String) throws {
    let place = command.text("listen") ?? "127.0.0.1:5000"
    guard let address = ListenAddress(place) else {
      throw UsageError("--listen takes HOST:PORT, such as 127.0.0.1:5000, not \"\(place)\".")
    }
    guard command.has("demo") != command.has("data") else {
      throw UsageError("serve needs to know what to serve; give either --demo or --data DIR.")
    }
    guard !key.isEmpty else {
      throw CentreError("API_KEY is not set; set it to the key that clients shall send.")
    }
    let data = try command.text("data").map { try CentreData(directory: $0) } ?? CentreData.demo()
    let signals = TerminationSignals()
    let server = try CentreServer(data: data, apiKey: key, address: address.host, port: address.port)
    try writeOutput("Resources Centre listening on \(server.url)")
    signals.wait()
    server.stop()
  }
}
