import Foundation
import JSONStream
import TestSupport

/// A Resources Centre as the program serves it, with a little of everything, to be held against its description.
final class DescribedCentre {
  static let key = "key-of-the-description"

  let url: String
  private let files: TemporaryDirectory
  private let program: ProgramRun

  init() throws {
    files = try TemporaryDirectory()
    let records = files.url.appendingPathComponent("records")
    try FileManager.default.createDirectory(at: records, withIntermediateDirectories: false)
    for (name, lines) in Self.records { try files.write(lines.joined(separator: "\n"), to: "records/\(name).jsonl") }
    let database = files.path("centre.db")
    let centre = try BuiltProducts.program("resources-centre")
    let environment = ["API_KEY": Self.key, "HOME": files.url.path]
    for line in [
      ["import", records.path], ["remove", "speaker", "3"], ["remove", "organizer", "o-3"], ["remove", "sponsor", "3"],
    ] {
      let result = try run(centre, line + ["--data", database], environment: environment)
      guard result.status == 0 else { throw TestFailure("\(line): \(result.errors)") }
    }
    program = try ProgramRun(
      centre, ["serve", "--listen", "127.0.0.1:0", "--data", database], environment: environment)
    let line = try program.waitForOutput("listening on http://127.0.0.1:")
    url = line.split(separator: " ").last.map(String.init) ?? ""
  }

  private static let records = [
    "speakers": [
      #"{"id":1,"name":"Ada Lovelace","title":"Countess","company":"Analytical Engine","bio":"Wrote\nnotes","updated_at":"2026-01-01T10:00:00.123456Z"}"#,
      #"{"id":"s-2","name":"Alan Turing"}"#, #"{"id":3,"name":"Nobody"}"#,
    ],
    "organizers": [
      #"{"id":1,"name":"City Library","website":"https://library.example"}"#, #"{"id":"o-2","name":"Museum"}"#,
      #"{"id":"o-3","name":"Gone"}"#,
    ],
    "sponsors": [#"{"id":1,"name":"Acme Trust"}"#, #"{"id":2,"name":"Other"}"#, #"{"id":3,"name":"Gone"}"#],
    "events": [
      #"{"id":1,"title":"Talks","start":"2026-02-01T10:00:00Z","end":"2026-02-01T11:00:00Z","organizer":"City Library","sponsor":null,"speakers":["Ada Lovelace"]}"#,
      #"{"id":2,"title":"More","start":"2026-02-02T10:00:00Z","end":"2026-02-02T11:00:00Z","organizer":null,"sponsor":"Acme Trust","speakers":[]}"#,
    ],
  ]

  /// Asks for an address, with the key unless told otherwise.
  func ask(_ target: String, _ headers: [String: String] = ["X-API-Key": DescribedCentre.key], method: String = "GET")
    throws -> RawAnswer
  {
    try request(method, url + target, headers: headers)
  }

  /// Overwrites the database while the program has it open, so that it can read nothing more.
  func destroyData() throws {
    // Less than there was, so that what the program has in memory does not do.
    let junk = Data(repeating: 0xA5, count: 4096)
    for name in ["centre.db", "centre.db-wal"] {
      let path = files.path(name)
      guard let file = FileHandle(forUpdatingAtPath: path) else { continue }
      try file.truncate(atOffset: 0)
      if name == "centre.db" { try file.write(contentsOf: junk) }
      try file.close()
    }
  }

  func stop() throws {
    program.signal(SIGTERM)
    _ = try program.finish()
  }
}
