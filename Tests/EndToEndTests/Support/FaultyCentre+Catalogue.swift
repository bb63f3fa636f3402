import Foundation
import TestSupport

extension FaultyCentre {
  /// The key that the programs send it, and that no output may hold.
  static let key = "a-key-nobody-may-see"

  /// A Centre with a small, proper catalogue: two speakers, an organizer and a sponsor.
  static func small() throws -> FaultyCentre {
    try FaultyCentre([
      "speakers": .listing("speakers", [["id": "1", "name": "Ada Lovelace"], ["id": "2", "name": "Alan Turing"]]),
      "organizers": .listing("organizers", [["id": "1", "name": "City Library"]]),
      "sponsors": .listing("sponsors", [["id": "1", "name": "Acme Trust"]]),
    ])
  }
}

extension FaultyCentre.Answer {
  /// A proper answer that lists records.
  static func listing(_ collection: String, _ records: [[String: String]]) throws -> FaultyCentre.Answer {
    .json(try FaultyCentre.body(collection, records))
  }
}

extension FaultyCentre {
  /// The body that lists records.
  static func body(_ collection: String, _ records: [[String: String]]) throws -> String {
    String(decoding: try JSONEncoder().encode([collection: records]), as: UTF8.self)
  }
}
