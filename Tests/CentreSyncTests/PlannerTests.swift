import EventModel
import Testing

@testable import CentreSync

/// What becomes of a record, decided without a database or a network.
@Suite struct PlannerTests {
  private static let early = Instant(microseconds: 1)
  private static let late = Instant(microseconds: 2)

  private func record(_ id: String, _ name: String, at time: Instant?) -> CatalogueRecord {
    CatalogueRecord(externalID: id, values: [name, ""], remoteUpdatedAt: time)
  }

  private func plan(
    _ records: [CatalogueRecord], problems: [SyncProblem] = [], stored: [CatalogueRecord] = []
  ) throws -> Plan {
    var times: [String: Instant?] = [:]
    for record in stored { times.updateValue(record.remoteUpdatedAt, forKey: record.externalID) }
    let planner = Planner(collection: .sponsors, remoteTimes: times) { id in
      stored.first { $0.externalID == id }?.values
    }
    return try planner.plan(Listing(collection: .sponsors, records: records, problems: problems))
  }

  @Test func `What is not here is created`() throws {
    let record = record("1", "Acme", at: nil)
    let plan = try plan([record])
    #expect(plan.created == [record])
    #expect(plan.changes?.collection == .sponsors)
  }

  @Test(
    arguments: [
      (late, early, "Acme", "update"), (early, early, "Acme", "keep"), (early, late, "Acme", "keep"),
      (late, early, "Same", "update"), (early, late, "Same", "keep"),
      (nil, early, "Acme", "update"), (nil, early, "Same", "keep"), (nil, nil, "Acme", "update"),
      (nil, nil, "Same", "keep"),
      (late, nil, "Acme", "update"), (late, nil, "Same", "keep"),
    ] as [(Instant?, Instant?, String, String)])
  func `What is here is updated where the Centre is newer, or differs where a time is missing`(
    _ remote: Instant?, _ local: Instant?, _ name: String, _ decision: String
  ) throws {
    let plan = try plan([record("1", name, at: remote)], stored: [record("1", "Same", at: local)])
    #expect(plan.created.isEmpty)
    #expect([plan.updated.count, plan.unchanged] == (decision == "update" ? [1, 0] : [0, 1]))
    #expect((plan.changes == nil) == (decision == "keep"))
  }

  @Test func `Content is compared code point by code point`() throws {
    let plan = try plan([record("1", "Jos\u{E9}", at: nil)], stored: [record("1", "Jose\u{301}", at: nil)])
    #expect(plan.updated.count == 1)
  }

  @Test func `Of one identifier the newest is taken, wherever it stands`() throws {
    let old = record("1", "Old", at: Self.early)
    let new = record("1", "New", at: Self.late)
    let timeless = record("1", "Timeless", at: nil)
    for records in [[old, new, timeless], [timeless, new, old], [new, timeless, old, new]] {
      let plan = try plan(records)
      #expect(plan.created == [new])
      #expect(plan.problems.map(\.name).sorted { $0 ?? "" < $1 ?? "" } == ["Old", "Timeless"])
      #expect(plan.unchanged == records.count - 3)
    }
  }

  @Test func `Of equally new ones the first is taken`() throws {
    let plan = try plan([
      record("1", "A", at: Self.late), record("1", "B", at: Self.late), record("1", "A", at: Self.late),
    ])
    #expect(plan.created.map(\.name) == ["A"])
    #expect(plan.unchanged == 1)
    #expect(plan.problems.map(\.name) == ["B"])
  }

  @Test func `Identifiers that only look alike are two`() throws {
    #expect(try plan([record("1", "A", at: nil), record("1.0", "A", at: nil)]).created.count == 2)
    #expect(try plan([record("\u{E9}", "A", at: nil), record("e\u{301}", "A", at: nil)]).created.count == 2)
  }

  @Test func `The counts always add up to the records received`() throws {
    let times = [nil, Self.early, Self.late]
    var seed = 1
    func pick(_ count: Int) -> Int {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % count
    }
    func some(_ count: Int) -> [CatalogueRecord] {
      (0..<count).map { _ in record("\(pick(12))", ["A", "B"][pick(2)], at: times[pick(3)]) }
    }
    for _ in 0..<300 {
      let stored = try plan(some(8)).created
      let records = some(40)
      let problem = SyncProblem(id: nil, name: nil, reason: "bad")
      let outcome = try plan(records, problems: [problem], stored: stored).outcome
      #expect(outcome.created + outcome.updated + outcome.unchanged + outcome.errors == records.count + 1)
    }
  }
}
