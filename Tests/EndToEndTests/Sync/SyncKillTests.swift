import Foundation
import TestSupport
import Testing

/// A sync that is killed at any moment leaves all of a collection or nothing, and the next one finishes the work.
@Suite struct SyncKillTests {
  @Test func `Killed at 200 moments, a sync of 2,000 records and one clean run equal an undisturbed run`() throws {
    let centre = try FaultyCentre([
      "speakers": .json(listing("speakers", 0..<1500)), "organizers": .json(listing("organizers", 0..<300)),
      "sponsors": .json(listing("sponsors", 0..<300)),
    ])
    let before = try SyncPlace(centre.url)
    #expect(try before.sync().status == 0)
    centre.answer("speakers", with: .json(listing("speakers", 100..<1600, "New", day: 2)))
    centre.answer("organizers", with: .json(listing("organizers", 50..<300, "New", day: 2)))
    centre.answer("sponsors", with: .json(listing("sponsors", 0..<250)))

    let undisturbed = try copy(of: before)
    let duration = try undisturbed.sync().duration
    let (old, new) = (try before.catalogue(), try undisturbed.catalogue())
    #expect(old != new)
    var random = SystemRandomNumberGenerator()
    var killed = 0
    for _ in 0..<200 {
      let place = try copy(of: before)
      let program = try place.start()
      Thread.sleep(forTimeInterval: Double.random(in: 0...1, using: &random) * (duration / .seconds(1)))
      program.signal(SIGKILL)
      if try program.finish().wasSignalled { killed += 1 }
      for (index, rows) in try place.catalogue().prefix(3).enumerated() {
        #expect(rows == old[index] || rows == new[index])
      }
      #expect(try place.sync().status == 0)
      #expect(try place.catalogue() == new)
    }
    #expect(killed > 50)
  }

  /// A database that is the same as another one, which nobody has open.
  private func copy(of place: SyncPlace) throws -> SyncPlace {
    let copy = try SyncPlace(place.url)
    try FileManager.default.copyItem(atPath: place.database, toPath: copy.database)
    return copy
  }
}
