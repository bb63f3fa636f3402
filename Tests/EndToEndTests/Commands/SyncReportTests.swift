import Foundation
import TestSupport
import Testing

@Suite("What a sync reports")
struct SyncReportTests {
  /// The report as scripts read it.
  private struct Report: Decodable {
    let message: String
    let success: Bool
    let speakers: Outcome
    let organizers: Outcome
    let sponsors: Outcome

    struct Outcome: Decodable {
      let created: Int
      let updated: Int
      let errors: Int
      let problems: [Problem]

      var counts: [Int] { [created, updated, errors] }
    }

    struct Problem: Decodable, Equatable {
      let id: String?
      let name: String?
      let reason: String
    }
  }

  private func report(_ work: Workplace, status: Int32, _ options: String...) throws -> Report {
    let result = try work.pivotal(["sync", "--json"] + options)
    #expect(result.status == status)
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  @Test("A sync that went well, in just this shape")
  func success() throws {
    let work = try Workplace(.small())
    let result = try work.pivotal("sync", "--json")
    #expect(result.status == 0 && result.errors.isEmpty)
    let start =
      #"{"message":"Sync completed successfully","success":true,"speakers":{"created":2,"updated":0,"errors":0"#
    #expect(result.output.hasPrefix(start))
    let again = try report(work, status: 0)
    #expect([again.speakers, again.organizers, again.sponsors].map(\.counts) == [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
  }

  @Test("Bad records stand beside good ones, each with its reason")
  func badRecords() throws {
    let centre = try FaultyCentre.small()
    let records = [
      #"{"id":1,"name":"Ada Lovelace","updated_at":"2026-11-23T15:00:00.123456789+01:00","unknown":{"deep":[1]}}"#,
      #"{"name":"Without an id"}"#, #"{"id":3}"#, #"{"id":4,"name":"NUL \u0000 inside"}"#,
      #"{"id":5,"name":"Late","updated_at":"yesterday"}"#, #"{"id":6,"name":["A list"]}"#, #""no object""#,
      #"{"id":{"is":"an object"},"name":"Odd id"}"#, #"{"id":8,"name":"\#(FaultyCentre.key)","updated_at":1}"#,
      #"{"id":"9","name":"Alan Turing","updated_at":"Mon, 23 Nov 2026 15:00:00 GMT","title":null}"#,
    ]
    centre.answer("speakers", with: .json(#"{"speakers":[\#(records.joined(separator: ","))]}"#))
    let work = try Workplace(centre)
    let result = try report(work, status: 3)
    #expect(result.message == "Sync completed with errors" && !result.success)
    #expect(result.speakers.counts == [2, 0, 8])
    #expect(result.speakers.problems.count == 8)
    #expect(result.speakers.problems.contains { $0.id == "5" && $0.name == "Late" && $0.reason.contains("updated_at") })
    #expect(result.speakers.problems.contains { $0.id == "3" && $0.name == nil && $0.reason.contains("name") })
    #expect(try work.database().names(in: "speakers") == ["Ada Lovelace", "Alan Turing"])
    #expect(try work.database().values("SELECT reason FROM sync_problems").count == 8)
    let words = try work.pivotal("sync")
    #expect(words.errors.contains("Late — ") && words.output.contains("Organizers: 0 added"))
    #expect(!words.everything.contains(FaultyCentre.key))
  }

  @Test("A collection that failed whole counts as one error, with its reason")
  func failedWhole() throws {
    let centre = try FaultyCentre.small()
    centre.answer("sponsors", with: .html)
    let result = try report(try Workplace(centre), status: 3)
    #expect(result.message == "Sync completed with errors" && !result.success)
    #expect(result.sponsors.counts == [0, 0, 1])
    let problem = try #require(result.sponsors.problems.first)
    #expect(problem.id == nil && problem.name == nil && problem.reason.contains("web page"))
  }

  @Test("The report is printed as well where nothing could be synced")
  func failed() throws {
    let centre = try FaultyCentre()
    let answered = try report(try Workplace(centre), status: 1)
    #expect(answered.message == "Sync failed" && !answered.success && answered.speakers.errors == 1)
    let unset = try report(try Workplace(), status: 1)
    #expect(unset.message == "Sync failed" && !unset.success && unset.organizers.errors == 1)
    let work = try Workplace(centre)
    try work.files.write("Dear diary", to: "pivotal.db")
    let refused = try report(work, status: 1)
    #expect(refused.message == "Sync failed")
    #expect(refused.sponsors.problems.first?.reason.contains("is not a database of Pivotal") == true)
  }

  @Test("Only what is newer there is taken, whatever form its time has")
  func updates() throws {
    let centre = try FaultyCentre.small()
    func answer(_ title: String, _ time: String?) throws {
      var record = ["id": "1", "name": "Ada Lovelace", "title": title]
      record["updated_at"] = time
      centre.answer("speakers", with: try .listing("speakers", [record]))
    }
    let work = try Workplace(centre)
    try answer("first", "2026-11-23T15:00:00Z")
    #expect(try report(work, status: 0).speakers.counts == [1, 0, 0])
    // The same moment in London's summer, a second before in text order, and half a second after.
    let steps: [(title: String, time: String?, updated: Int)] = [
      ("same", "2026-11-23T16:00:00+01:00", 0), ("older", "2026-11-23T15:59:59+01:00", 0),
      ("newer", "2026-11-23T10:00:00.5-05:00", 1), ("flask", "Mon, 23 Nov 2026 15:00:01 GMT", 1),
      ("naive", "2026-11-23T15:00:01.000001", 1), ("untimed", nil, 1), ("untimed", nil, 0),
    ]
    for step in steps {
      try answer(step.title, step.time)
      #expect(try report(work, status: 0).speakers.counts == [0, step.updated, 0], "\(step.title)")
    }
    #expect(try work.database().values("SELECT title FROM speakers") == ["untimed"])
  }
}
