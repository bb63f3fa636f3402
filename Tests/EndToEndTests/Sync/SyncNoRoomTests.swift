import TestSupport
import Testing

/// A disk that takes no more in the middle of a sync: what was there stays whole, and the next sync brings the rest.
@Suite struct SyncNoRoomTests {
  /// Runs a sync whose files may not grow beyond some hundred kilobytes.
  private func syncWithoutRoom(_ place: SyncPlace) throws -> ProgramResult {
    // A signal that is ignored here is ignored by the program as well, so that its writes fail as on a full disk.
    let script = "trap '' XFSZ; ulimit -f 1000; exec \"$0\" sync"
    return try run("/bin/sh", ["-c", script, BuiltProducts.program("pivotal")], environment: place.environment)
  }

  @Test func `What cannot be stored leaves the catalogue as it was, and comes in once there is room`() throws {
    let centre = try FaultyCentre([
      "speakers": .json(listing("speakers", 0..<10)), "organizers": .json(listing("organizers", 0..<2)),
      "sponsors": .json(listing("sponsors", 0..<2)),
    ])
    let place = try SyncPlace(centre.url)
    #expect(try place.sync().status == 0)
    let before = try place.rows("SELECT * FROM speakers")
    // More than stays in memory: temporary files are the first that have no room.
    let name = String(repeating: "A name that takes some room, ", count: 15)
    centre.answer("speakers", with: .json(listing("speakers", 0..<30_000, name, day: 2)))
    centre.answer("sponsors", with: .json(listing("sponsors", 0..<3)))
    let failed = try syncWithoutRoom(place)
    #expect([1, 3].contains(failed.status) && !failed.wasSignalled)
    #expect(failed.errors.contains("Speakers: not synced — "), "\(failed.errors)")
    #expect(failed.errors.split(separator: "\n").allSatisfy { $0.hasSuffix(".") })
    #expect(failed.errors.contains("emporary files") && failed.errors.contains("set TMPDIR to "), "\(failed.errors)")
    #expect(!failed.errors.contains("pivotal.db"))
    #expect(try place.rows("SELECT * FROM speakers") == before)
    #expect(try place.rows("PRAGMA integrity_check") == ["ok"])
    let again = try place.sync()
    #expect(again.status == 0)
    #expect(again.output.contains("Speakers: 29,990 added, 10 updated, 0 unchanged"))
  }
}
