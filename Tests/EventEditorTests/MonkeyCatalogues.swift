import EventModel

@testable import EventEditor

/// What a catalogue may become while somebody works with it.
enum MonkeyCatalogues {
  /// Each with what was done to it.
  static let all: [(name: String, snapshot: CatalogueSnapshot)] = [
    ("the usual", .sample), ("an empty", .empty), ("a shrunk", catalogue(people.filter { $0.name.count > 10 })),
    ("a reordered", catalogue(people.reversed(), organizers: organizers.reversed())),
    ("a renamed", catalogue(people.map(renamed), organizers: organizers.map { "The \($0)" }, newNames: newNames)),
    ("a grown", catalogue(people + (0..<300).map { person("Ada Number \($0)") })),
  ]

  private static let people = [
    "Ada Lovelace", "Alan Turing", "Barbara Liskov", "Donald Knuth", "Grace Hopper", "John Smith", "Søren Kierkegård",
    "渕一博",
  ].map(person)
  private static let organizers = ["City Library", "City Museum", "Computer History Museum"]

  /// What the people and organizers of the renamed catalogue were called before.
  private static let newNames: [CatalogueCollection: [String: [String]]] = [
    .speakers: Dictionary(uniqueKeysWithValues: people.map { ($0.name, [renamed($0).name]) }),
    .organizers: Dictionary(uniqueKeysWithValues: organizers.map { ($0, ["The \($0)"]) }),
  ]

  private static func person(_ name: String) -> Speaker {
    Speaker(id: 0, externalID: nil, name: name, title: "Fellow", company: "Open Press", bio: "")
  }

  private static func renamed(_ speaker: Speaker) -> Speaker { person("Dr. \(speaker.name)") }

  private static func catalogue(
    _ speakers: [Speaker], organizers: [String] = organizers,
    newNames: [CatalogueCollection: [String: [String]]] = [:]
  ) -> CatalogueSnapshot {
    CatalogueSnapshot(
      speakers: speakers,
      organizers: organizers.map { Organizer(id: 0, externalID: nil, name: $0, website: "") },
      sponsors: [Sponsor(id: 0, externalID: nil, name: "Acme Trust", website: "acme.example")], newNames: newNames,
      lastSync: EditorScreen.now)
  }
}
