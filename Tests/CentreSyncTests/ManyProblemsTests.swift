import EventModel
import Testing

@testable import CentreSync

/// However many records are wrong, they are counted, and neither memory nor history grows with them.
@Suite struct ManyProblemsTests {
  @Test func `Of 12,000 wrong records 10,000 are named and all are counted`() throws {
    let place = try Workplace()
    let centre = try Centre()
    centre.answer(.speakers, records: (0..<12_000).map { "{\"id\":\($0)}" } + [speaker(99_999, "Ada")])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [1, 0, 0, 12_000])
    #expect(run.speakers.problems.count == SyncOutcome.mostProblems)
    #expect(run.speakers.problems.last?.id == "9999")
    #expect(run.exitStatus == 3)
    #expect(try place.storage.syncRuns(limit: 1) == [run])
    let lines = run.summaryLines(problemLimit: 3)
    #expect(lines.first == "Speakers: 1 added, 0 updated, 0 unchanged, 12,000 failed")
    #expect(lines.dropFirst(4).first == "  and 11,997 more")
    #expect(run.json().contains("\"errors\":12000,"))
  }
}
