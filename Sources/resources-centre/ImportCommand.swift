import CentreServer
import CommandKit
import EventModel

/// `resources-centre import`: records from files, all of them or none.
enum ImportCommand {
  static let spec = CommandSpec(
    name: "import", summary: "Take records from a file, or from all of a directory; all of them, or none at all.",
    arguments: [
      ArgumentSpec(
        .text("PATH"),
        summary: "speakers.jsonl, organizers.csv and the like, one JSON object or one row a record, or their directory."
      )
    ],
    options: [
      OptionSpec(
        "into", .choice(CentreCollection.allCases.map(\.rawValue)),
        summary: "What a file holds whose name does not say it."),
      CentrePlace.option,
    ])

  static func run(_ command: ParsedCommand, _ place: CentrePlace) throws {
    let path = command.arguments.first ?? ""
    let into = command.text("into").flatMap(CentreCollection.init)
    let data = CentrePlace.isDirectory(path) ? try CentreData(directory: path) : try CentreData(file: path, of: into)
    let counts = try place.store(importing: path).importing(data, at: .present)
    for collection in CentreCollection.allCases {
      guard let counts = counts[collection] else { continue }
      try writeOutput(
        "\(collection.rawValue): \(counts.added) added, \(counts.changed) changed, \(counts.removed) removed, "
          + "\(counts.unchanged) unchanged")
    }
  }
}
