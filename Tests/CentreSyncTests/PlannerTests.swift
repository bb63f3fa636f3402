import EventModel
import EventStore
import Testing

@testable import CentreSync

/// What becomes of a record, decided without a database or a network.
@Suite struct PlannerTests {
  private static let early = Instant(microseconds: 1)
  private static let late = Instant(microseconds: 2)

  private func decide(
    at time: Instant?, here known: Instant?, same: Bool, missing: Bool = false, edited: Bool = false,
    deleted: Bool = false, full: Bool = false
  ) -> StagedAction {
    let row = StoredRow(
      id: 1, remoteTime: known, isMissing: missing, isEdited: edited, hasSameValues: same, hasSameName: same)
    let record = CatalogueRecord(externalID: "1", values: ["Acme", ""], remoteUpdatedAt: time, isDeleted: deleted)
    return Planner(isFull: full).decide(record, row)
  }

  @Test func `What is not here is created, and what was deleted before it came is not`() {
    let planner = Planner(isFull: false)
    let record = CatalogueRecord(externalID: "1", values: ["Acme", ""], remoteUpdatedAt: nil)
    #expect(planner.decide(record, nil) == StagedAction(.create))
    let deleted = CatalogueRecord(externalID: "1", values: ["", ""], remoteUpdatedAt: Self.late, isDeleted: true)
    #expect(planner.decide(deleted, nil) == StagedAction(.keep))
  }

  @Test(
    arguments: [
      (late, early, false, .update), (late, early, true, .update), (early, late, false, .keep),
      (early, early, true, .keep), (nil, early, false, .update), (nil, early, true, .keep), (nil, nil, false, .update),
      (nil, nil, true, .keep), (late, nil, false, .update), (late, nil, true, .keep),
    ] as [(Instant?, Instant?, Bool, StagedAction.Kind)])
  func `What is here is updated where the Centre is newer, or differs where a time is missing`(
    _ remote: Instant?, _ local: Instant?, _ same: Bool, _ kind: StagedAction.Kind
  ) {
    #expect(decide(at: remote, here: local, same: same) == StagedAction(kind))
    #expect(decide(at: remote, here: local, same: same, full: true) == StagedAction(kind))
  }

  @Test func `Other content with an equal time is a conflict, which a full sync settles`() {
    #expect(decide(at: Self.early, here: Self.early, same: false) == StagedAction(.keep, note: .conflict))
    #expect(
      decide(at: Self.early, here: Self.early, same: false, full: true) == StagedAction(.update, note: .overwritten))
  }

  @Test(arguments: [false, true]) func `An edit made here stays until the Centre has a newer one`(_ full: Bool) {
    let kept = StagedAction(.keep, note: .kept)
    #expect(decide(at: Self.early, here: Self.early, same: false, edited: true, full: full) == kept)
    #expect(decide(at: Self.early, here: Self.late, same: false, edited: true, full: full) == kept)
    #expect(decide(at: nil, here: Self.late, same: false, edited: true, full: full) == kept)
    #expect(decide(at: Self.early, here: Self.early, same: true, edited: true, full: full) == StagedAction(.keep))
    #expect(decide(at: Self.late, here: Self.early, same: false, edited: true, full: full) == StagedAction(.update))
  }

  @Test func `What was missing comes back, with newer content where there is some`() {
    #expect(decide(at: Self.early, here: Self.early, same: true, missing: true) == StagedAction(.relist))
    #expect(decide(at: Self.early, here: Self.late, same: false, missing: true) == StagedAction(.relist))
    #expect(decide(at: Self.late, here: Self.early, same: false, missing: true) == StagedAction(.update))
  }

  @Test func `What the Centre deleted goes, unless it is newer here or gone already`() {
    #expect(decide(at: Self.late, here: Self.early, same: false, deleted: true) == StagedAction(.remove))
    #expect(decide(at: Self.late, here: nil, same: false, deleted: true) == StagedAction(.remove))
    #expect(decide(at: Self.early, here: Self.late, same: false, deleted: true) == StagedAction(.keep))
    #expect(decide(at: Self.late, here: Self.early, same: false, missing: true, deleted: true) == StagedAction(.keep))
  }
}
