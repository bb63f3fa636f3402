import EventModel
import TestSupport
import Testing

@testable import EventStore

@Suite struct SyncRunTests {
  let directory: TemporaryDirectory
  let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  @Test func aRunComesBackWithItsProblems() throws {
    var speakers = SyncOutcome()
    speakers.created = 5
    speakers.updated = 2
    speakers.unchanged = 100_000
    speakers.problems = [
      SyncProblem(id: "7", name: "Ada", reason: "no \"id\""), SyncProblem(id: nil, name: nil, reason: "not an object"),
    ]
    var sponsors = SyncOutcome()
    sponsors.failure = "The answer is not JSON."
    let run = run(at: 0, [.speakers: speakers, .organizers: SyncOutcome(), .sponsors: sponsors])
    try storage.record(run)
    #expect(try storage.syncRuns(limit: 10) == [run])
  }

  /// An outcome with three bad records and a note.
  private var bad: SyncOutcome {
    var bad = SyncOutcome()
    bad.problems = (0..<3).map { SyncProblem(id: "\($0)", name: nil, reason: "name is missing") }
    bad.unnamedProblems = 4
    bad.notes = [SyncNote(kind: .conflict, id: "7", name: "Ada")]
    return bad
  }

  @Test func oldRunsKeepTheirCountsAndInTheEndGo() throws {
    let count = Int(SyncRunRetention.runs) + 5
    let day: Int64 = 86_400
    for number in 1...count { try storage.record(run(at: Int64(number) * day, [.speakers: bad])) }
    let runs = try storage.syncRuns(limit: count)
    #expect(runs.count == Int(SyncRunRetention.runs))
    #expect(runs.first?.finishedAt == .noon(plus: Int64(count) * day) && runs.last?.finishedAt == .noon(plus: 6 * day))
    #expect(runs.allSatisfy { $0.outcomes[.speakers]?.errors == 7 && !$0.isSuccess })
    let detailed = runs.map { $0.outcomes[.speakers]?.problems.count }
    #expect(detailed.prefix(50).allSatisfy { $0 == 3 } && detailed.dropFirst(50).allSatisfy { $0 == 0 })
    #expect(runs.count { $0.outcomes[.speakers]?.notes.isEmpty == false } == 50)
  }

  @Test func whatWasSaidOfSingleRecordsStaysForAMonthHoweverOftenASyncRuns() throws {
    let hour: Int64 = 3_600
    for number in 1...800 { try storage.record(run(at: Int64(number) * hour, [.speakers: bad])) }
    let runs = try storage.syncRuns(limit: 800)
    #expect(runs.count { $0.outcomes[.speakers]?.problems.isEmpty == false } == 30 * 24 + 1)
    #expect(runs.allSatisfy { $0.outcomes[.speakers]?.errors == 7 })
  }

  /// So few a run that the limit lets more runs keep theirs than are kept in any case.
  private static let perRun = 500

  @Test func veryManyBadRecordsAreForgottenBefore() throws {
    var worse = SyncOutcome()
    worse.problems = (0..<Self.perRun).map { SyncProblem(id: "\($0)", name: nil, reason: "name is missing") }
    let many = Int(SyncRunRetention.records) / Self.perRun
    for number in 1...(many + 20) { try storage.record(run(at: Int64(number), [.speakers: worse])) }
    let runs = try storage.syncRuns(limit: 2 * many)
    #expect(runs.count { $0.outcomes[.speakers]?.problems.isEmpty == false } == many)
    #expect(runs.allSatisfy { $0.outcomes[.speakers]?.errors == Self.perRun })
  }

  @Test func veryManyNotesAreForgottenBeforeToo() throws {
    var talkative = SyncOutcome()
    talkative.notes = (0..<Self.perRun).map { SyncNote(kind: .conflict, id: "\($0)", name: "Ada") }
    let many = Int(SyncRunRetention.records) / Self.perRun
    for number in 1...(many + 20) { try storage.record(run(at: Int64(number), [.speakers: talkative])) }
    let runs = try storage.syncRuns(limit: 2 * many)
    #expect(runs.count { $0.outcomes[.speakers]?.notes.isEmpty == false } == many)
  }

  @Test func theNewestRunComesFirst() throws {
    for seconds in [10, 30, 20] as [Int64] { try storage.record(run(at: seconds, [.speakers: SyncOutcome()])) }
    #expect(try storage.syncRuns(limit: 2).map(\.finishedAt) == [.noon(plus: 30), .noon(plus: 20)])
    #expect(try storage.syncRuns(limit: 0).isEmpty)
    #expect(try storage.syncRuns(limit: -1).isEmpty)
  }

  @Test func theLastSuccessIsTheLastRunThatReadSomething() throws {
    #expect(
      try storage.catalogueSummary()
        == CatalogueSummary(speakers: 0, organizers: 0, sponsors: 0, lastSuccess: nil))
    var failed = SyncOutcome()
    failed.failure = "No answer."
    try storage.record(run(at: 10, [.speakers: failed, .sponsors: SyncOutcome()]))
    try storage.record(run(at: 20, [.speakers: failed, .sponsors: failed]))
    try storage.addSpeakers(.speaker("1", "Ada"), .speaker("2", "Alan"))
    #expect(
      try storage.catalogueSummary()
        == CatalogueSummary(speakers: 2, organizers: 0, sponsors: 0, lastSuccess: .noon(plus: 10)))
  }

  private func run(at seconds: Int64, _ outcomes: [CatalogueCollection: SyncOutcome]) -> SyncRun {
    SyncRun(
      startedAt: .noon(plus: seconds - 5), finishedAt: .noon(plus: seconds), source: "https://centre.example",
      outcomes: outcomes)
  }
}
