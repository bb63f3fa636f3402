import CentreSync
import EventModel
import EventStore
import Foundation
import Synchronization
import TestSupport
import Testing

/// A sync that is killed at any moment leaves all of a collection or nothing, and the next one finishes the work.
@Suite struct SyncKillTests {
  /// How many are killed, two at a time.
  private static let kills = 200

  @Test func `Killed at 200 moments, a sync of 2,000 records and one clean run equal an undisturbed run`() async throws
  {
    let killed = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<2 { group.addTask { try KillRow().run(Self.kills / 2) } }
      return try await group.reduce(0, +)
    }
    #expect(killed > Self.kills / 2)
  }

  @Test func `Killed in its first sync, which takes all rows over at once, it leaves all of a collection or nothing`()
    throws
  {
    let kills = 40
    #expect(try KillRow(isFirst: true).run(kills) > kills / 2)
  }
}

/// Kills one after the other, with a Centre of their own.
private struct KillRow {
  private static let usualTables = [
    "speakers": "external_id, name, title, company, bio, remote_updated_at, missing_since IS NULL",
    "organizers": "external_id, name, website, remote_updated_at, missing_since IS NULL",
    "sponsors": "external_id, name, website, remote_updated_at, missing_since IS NULL",
    "sync_checkpoints": "collection, newest, etag, is_incremental",
  ]

  /// The columns that have to be the same in the end, by table.
  private let tables: [String: String]
  private let centre: FaultyCentre
  private let before: SyncPlace
  private let undisturbed: SyncPlace
  private let duration: Duration

  /// Makes a database and what the sync to be killed would make of it; where that is the first, there is nothing in it yet.
  init(isFirst: Bool = false) throws {
    // After a first sync that was killed the next one may ask for changes, and then knows whether there are any.
    tables = Self.usualTables.merging(isFirst ? ["sync_checkpoints": "collection, newest, etag"] : [:]) { $1 }
    centre = try FaultyCentre([
      "speakers": .json(listing("speakers", 0..<1500)), "organizers": .json(listing("organizers", 0..<300)),
      "sponsors": .json(listing("sponsors", 0..<300)),
    ])
    before = try SyncPlace(centre.url)
    #expect(try (isFirst ? before.sync("--history") : before.sync()).status == 0)
    centre.answer("speakers", with: .json(listing("speakers", 100..<1600, "New", day: 2)))
    centre.answer("organizers", with: .json(listing("organizers", 50..<300, "New", day: 2)))
    centre.answer("sponsors", with: .json(listing("sponsors", 0..<250)))
    undisturbed = try before.copy()
    let whole = try undisturbed.sync()
    #expect(whole.status == 0, "\(whole.errors)")
    duration = whole.duration
    for table in tables.keys { #expect(try !before.equals(undisturbed, tables[table] ?? "", in: table)) }
  }

  /// Kills so many syncs, and gives the number of those that had not ended before.
  func run(_ count: Int) throws -> Int {
    var random = SystemRandomNumberGenerator()
    var killed = 0
    // The machine may become quicker or slower while this goes on, so that the moments have to follow it.
    var window = duration / .seconds(1)
    for _ in 0..<count {
      let place = try before.copy()
      let program = try place.start()
      Thread.sleep(forTimeInterval: Double.random(in: 0...window, using: &random))
      program.signal(SIGKILL)
      let isKilled = try program.finish().wasSignalled
      if isKilled { killed += 1 }
      window *= isKilled ? 1.1 : 0.8
      for (table, columns) in tables where table != "sync_checkpoints" {
        let isOld = try place.equals(before, columns, in: table)
        #expect(try isOld || place.equals(undisturbed, columns, in: table), "\(table) is half done")
      }
      #expect(try syncHere(place).isSuccess)
      for (table, columns) in tables {
        #expect(try place.equals(undisturbed, columns, in: table), "\(table) is not as it should be")
      }
    }
    return killed
  }

  /// The clean run, in this process: what it does is the same, and starting a program costs more than it.
  private func syncHere(_ place: SyncPlace) throws -> SyncRun {
    let configuration = try SyncConfiguration(baseURL: place.url, apiKey: SyncPlace.key)
    let storage = try openStorage(at: place.database)
    return try CentreSync(configuration: configuration, storage: storage, now: { Instant(microseconds: 0) }).run()
  }
}

extension SyncPlace {
  /// A database that is the same as this one, which nobody has open.
  fileprivate func copy() throws -> SyncPlace {
    let copy = try SyncPlace(url)
    try FileManager.default.copyItem(atPath: database, toPath: copy.database)
    return copy
  }

  /// Whether a table has the same rows as in another database.
  fileprivate func equals(_ other: SyncPlace, _ columns: String, in table: String) throws -> Bool {
    let (here, there) = ("SELECT \(columns) FROM main.\(table)", "SELECT \(columns) FROM other.\(table)")
    let difference = """
      SELECT EXISTS (SELECT * FROM (\(here)) EXCEPT SELECT * FROM (\(there)))
        OR EXISTS (SELECT * FROM (\(there)) EXCEPT SELECT * FROM (\(here)))
      """
    return try rows(difference, attaching: other.database) == ["0"]
  }
}
