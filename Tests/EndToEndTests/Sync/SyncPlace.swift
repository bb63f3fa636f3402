import Foundation
import TestSupport

/// A database of its own and the built program that syncs into it.
struct SyncPlace {
  let directory: TemporaryDirectory
  let url: String
  /// What the program is told by its environment.
  var environment: [String: String]

  /// The key that the syncs send.
  static let key = "key-of-the-tests"

  init(_ url: String, key: String = Self.key) throws {
    directory = try TemporaryDirectory()
    self.url = url
    environment = [
      "HOME": directory.url.path, "PIVOTAL_DATABASE": directory.path("pivotal.db"), "RESOURCES_CENTRE_URL": url,
      "RESOURCES_CENTRE_API_KEY": key,
    ]
  }

  var database: String { directory.path("pivotal.db") }

  /// Starts `pivotal sync` with some options.
  func start(_ options: String...) throws -> ProgramRun { try start(options) }

  /// Starts `pivotal sync` with some options.
  func start(_ options: [String]) throws -> ProgramRun {
    try ProgramRun(BuiltProducts.program("pivotal"), ["sync"] + options, environment: environment)
  }

  /// Runs `pivotal sync` with some options to its end.
  func sync(_ options: String...) throws -> ProgramResult {
    try run(BuiltProducts.program("pivotal"), ["sync"] + options, environment: environment)
  }

  /// The rows that a query gives, as text; it may look at another database as well, as `other`.
  func rows(_ sql: String, attaching other: String? = nil) throws -> [String] {
    let reader = try DatabaseReader(database)
    if let other { try reader.rows("ATTACH '\(other)' AS other") }
    return try reader.rows(sql).map { row in row.map { $0 ?? "null" }.joined(separator: "|") }
  }

  /// All that a sync stores but for the local times, and how far it has read.
  func catalogue() throws -> [[String]] {
    try [
      "SELECT external_id, name, title, company, bio, remote_updated_at, missing_since IS NULL FROM speakers ORDER BY 1",
      "SELECT external_id, name, website, remote_updated_at, missing_since IS NULL FROM organizers ORDER BY 1",
      "SELECT external_id, name, website, remote_updated_at, missing_since IS NULL FROM sponsors ORDER BY 1",
      "SELECT collection, newest, etag, is_incremental FROM sync_checkpoints ORDER BY 1",
    ].map { try rows($0) }
  }
}

/// A listing of numbered records, as the Centre answers.
func listing(_ collection: String, _ numbers: some Sequence<Int>, _ name: String = "Name", day: Int = 1) -> String {
  let records = numbers.map { number in
    "{\"id\":\(number),\"name\":\"\(name) \(number)\",\"updated_at\":\"2026-01-0\(day)T00:00:00Z\"}"
  }
  return "{\"\(collection)\":[\(records.joined(separator: ","))]}"
}
