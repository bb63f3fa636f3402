import EventModel
import SQLiteKit
import TestSupport
import Testing

@testable import CentreServer

/// Numbers that only somebody with another program can have written are refused, and end no program.
@Suite struct OddNumbersTests {
  let centre: TestCentre

  init() throws {
    centre = try TestCentre()
    try centre.take(#"{"id":"1","name":"Ada"}"#)
  }

  private func execute(_ sql: String) throws {
    try SQLiteConnection(path: centre.directory.path("centre.db")).execute(sql)
  }

  @Test(arguments: ["bytes", "records", "revision"])
  func `Sums that cannot be are answered with 503`(_ column: String) throws {
    try execute("UPDATE collections SET \(column) = \(Int64.max)")
    #expect(try centre.answer("/api/v1/speakers").status == 503)
    #expect(throws: CentreError.self) { try centre.store.add(["name": "Alan"], id: "2", to: .speakers, at: noon) }
  }

  @Test func `A length that cannot be is refused where a page needs it`() throws {
    try execute("UPDATE speakers SET bytes = -1")
    #expect(try centre.answer("/api/v1/speakers?limit=5").status == 503)
    try execute("UPDATE speakers SET bytes = \(Int64.max)")
    #expect(try centre.answer("/api/v1/speakers?limit=5").status == 503)
    #expect(throws: CentreError.self) { try centre.store.remove("1", from: .speakers, at: noon) }
  }

  @Test(arguments: [Int64.max - 1, Instant.latest.microseconds, .min])
  func `Whatever time of change a record has, others get one that can be written down`(_ time: Int64) throws {
    try execute("UPDATE speakers SET changed_at = \(time)")
    for id in ["2", "3"] { try centre.store.add(["name": "Alan"], id: id, to: .speakers, at: noon) }
    #expect(try centre.take(#"{"id":"1","name":"Ada"}"#)?.changed == 1)
    #expect(try centre.answer("/api/v1/speakers?limit=10").ids.count == 3)
  }

  @Test func `A time that cannot be is no time of making`() throws {
    try execute("UPDATE speakers SET created_at = \(Int64.max)")
    #expect(throws: CentreError.self) { try centre.take(#"{"id":"1","name":"Ada King"}"#) }
  }

  @Test(arguments: [Int64.max, -1, 1_000_000])
  func `A number of tries that cannot be sends nothing, and one that is too high is the last`(_ tries: Int64) throws {
    _ = try centre.store.subscribe("http://127.0.0.1:1/hook", at: noon)
    try centre.store.add(["name": "Alan"], id: "2", to: .speakers, at: noon)
    try centre.store.prepareMessages(at: noon)
    try execute("UPDATE subscriptions SET tries = \(tries)")
    let sender = try WebhookSender(store: centre.store, now: { noon }, log: nil)
    if tries == 1_000_000 {
      try sender.step()
      #expect(try !centre.store.announcements(at: noon).hasDueMessage)
    } else {
      #expect(throws: CentreError.self) { try sender.step() }
    }
  }
}
