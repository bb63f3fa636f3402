import EventModel
import EventStore
import Foundation
import Synchronization
import Testing

@testable import CentreSync

/// One sync of a database runs at a time.
@Suite struct OneAtATimeTests {
  @Test(arguments: [0o600, 0o660]) func `Whoever may write to the database may sync it`(_ mode: Int) throws {
    let place = try Workplace()
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    try place.sync(from: Centre().url)
    let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "-sync")
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test func `A link to the database leads past nobody`() throws {
    let place = try Workplace()
    let link = place.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    let turn = try place.storage.beginSync(.refresh, by: "ada", at: Workplace.now)
    let other = try openStorage(at: link)
    #expect(throws: StorageError.syncIsRunning(by: "ada (process \(getpid()))", since: Workplace.now)) {
      try other.beginSync(.refresh, by: "bob", at: Workplace.now)
    }
    turn.end()
    try other.beginSync(.refresh, by: "bob", at: Workplace.now).end()
  }

  @Test func `The second is told who runs and since when, and the first goes on`() throws {
    let place = try Workplace()
    let refusals = Mutex<[String]>([])
    let other = try openStorage(at: place.path)
    let centre = try Centre()
    centre.answer(.speakers, records: [speaker(1, "Ada")])
    let configuration = try place.configuration(for: centre.url)
    let run = try place.sync(
      from: centre.url,
      progress: { step in
        guard case .applied(.speakers, _) = step else { return }
        do {
          try CentreSync(configuration: configuration, storage: other, user: "bob", now: { Workplace.now }).run()
        } catch {
          refusals.withLock { $0.append("\(error)") }
        }
      })
    #expect(run.speakers.counts == [1, 0, 0, 0])
    let sentence = try #require(refusals.withLock { $0.first })
    #expect(sentence.contains("ada (process ") && sentence.contains("2026-11-23T15:00:00Z"))
    #expect(try place.sync(from: centre.url).isSuccess)
    #expect(try place.storage.syncRuns(limit: 9).count == 2)
  }
}
