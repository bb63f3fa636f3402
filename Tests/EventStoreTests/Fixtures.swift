import EventModel
import Foundation
import SQLiteKit
import TestSupport

@testable import EventStore

extension TemporaryDirectory {
  /// The path of a database in it, or of another file.
  func file(_ name: String = "pivotal.db") -> String { path(name) }

  /// Every file in it with its bytes, to see that nothing was touched.
  func contents() throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
      result[name] = try Data(contentsOf: URL(fileURLWithPath: file(name)))
    }
    return result
  }

  /// A database as another program might make it, closed again.
  func makeDatabase(_ script: String, name: String = "pivotal.db") throws {
    try Data().write(to: URL(fileURLWithPath: file(name)))
    try SQLiteConnection(path: file(name)).executeScript(script)
  }

  /// A connection past the storage, as another program has one.
  func connection(_ name: String = "pivotal.db") throws -> SQLiteConnection {
    try SQLiteConnection(path: file(name), busyTimeout: 0)
  }

  /// The storage in this directory's file.
  func storage() throws -> SQLiteStorage {
    try SQLiteStorage(path: file())
  }
}

let noon = Instant(microseconds: 1_795_521_600_000_000)

extension Instant {
  /// Noon of the test's day and some seconds.
  static func noon(plus seconds: Int64) -> Instant { EventStoreTests.noon.advanced(bySeconds: seconds) }
}

extension EventDetails {
  /// An event in which every member is set.
  static let full = EventDetails(
    title: "Accessibility in practice", starts: noon, ends: .noon(plus: 5_400), timeZone: "Europe/London",
    venue: "Main hall", city: "London", link: "https://example.org/a11y", capacity: 250, status: .confirmed,
    organizer: "City Library", sponsor: "Acme Trust", speakers: ["Ada Lovelace", "Łukasz \"Luk\" Żal / 李"],
    description: "First line\nand\tsecond")

  /// An event with what is needed only.
  static func plain(_ title: String, starts: Instant = noon) -> EventDetails {
    EventDetails(title: title, starts: starts, ends: starts.advanced(bySeconds: 3_600), timeZone: "UTC")
  }
}

extension CatalogueRecord {
  /// A speaker as the Centre tells of one.
  static func speaker(_ id: String, _ name: String, title: String = "", updated: Instant? = noon) -> CatalogueRecord {
    CatalogueRecord(externalID: id, values: [name, title, "", ""], remoteUpdatedAt: updated)
  }

  /// An organizer or a sponsor as the Centre tells of one.
  static func institution(_ id: String, _ name: String, website: String = "") -> CatalogueRecord {
    CatalogueRecord(externalID: id, values: [name, website], remoteUpdatedAt: noon)
  }
}
