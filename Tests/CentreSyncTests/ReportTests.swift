import EventModel
import Foundation
import Testing

@testable import CentreSync

/// What a run says to scripts and to people.
@Suite struct ReportTests {
  private func run(_ outcomes: [CatalogueCollection: SyncOutcome]) -> SyncRun {
    SyncRun(startedAt: Workplace.now, finishedAt: Workplace.now, source: "https://centre.example", outcomes: outcomes)
  }

  private func outcome(_ change: (inout SyncOutcome) -> Void) -> SyncOutcome {
    var outcome = SyncOutcome()
    change(&outcome)
    return outcome
  }

  private var partly: SyncRun {
    run([
      .speakers: outcome {
        $0.created = 5
        $0.updated = 2
        $0.unchanged = 11
        $0.problems = [
          SyncProblem(id: "7", name: "Ada \"Lovelace\"", reason: "bio is a number, not a text"),
          SyncProblem(id: "8", name: nil, reason: "name is empty"),
          SyncProblem(id: nil, name: nil, reason: "id is missing"),
        ]
        $0.listing = .changes
        $0.missing = 2
        $0.returned = 1
        $0.notes = [
          SyncNote(
            kind: .renamed, id: "9", name: "Ada Byron", newName: "Ada Lovelace",
            events: [EventUse(id: 3, title: "Talk")]),
          SyncNote(kind: .returned, id: "4", name: "Alan"),
        ]
      },
      .organizers: outcome { $0.failure = "The Resources Centre could not answer." },
      .sponsors: outcome {
        $0.unchanged = 25
        $0.emptied = SourceEmptied(here: 40, listed: 3)
      },
    ])
  }

  @Test func `The JSON has the members agreed, in their order`() {
    #expect(
      partly.json() == """
        {"message":"Sync completed with errors","success":false,\
        "speakers":{"created":5,"updated":2,"errors":3,"unchanged":11,"failure":null,"problems":[\
        {"id":"7","name":"Ada \\"Lovelace\\"","reason":"bio is a number, not a text"},\
        {"id":"8","name":null,"reason":"name is empty"},{"id":null,"name":null,"reason":"id is missing"}],\
        "listing":"changes","missing":2,"returned":1,"source_emptied":null,"notes":[\
        {"kind":"renamed","id":"9","name":"Ada Byron","new_name":"Ada Lovelace","events":[{"id":"3","title":"Talk"}]},\
        {"kind":"returned","id":"4","name":"Alan","new_name":null,"events":[]}]},\
        "organizers":{"created":0,"updated":0,"errors":1,"unchanged":0,"failure":"The Resources Centre could not answer.",\
        "problems":[{"id":null,"name":null,"reason":"The Resources Centre could not answer."}],\
        "listing":"complete","missing":0,"returned":0,"source_emptied":null,"notes":[]},\
        "sponsors":{"created":0,"updated":0,"errors":0,"unchanged":25,"failure":null,"problems":[],\
        "listing":"complete","missing":0,"returned":0,"source_emptied":{"here":40,"listed":3},"notes":[]}}
        """)
  }

  @Test func `The JSON is one document to others as well`() throws {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(partly.json().utf8)) as? [String: Any])
    #expect(object["success"] as? Bool == false)
    #expect((object["speakers"] as? [String: Any])?["errors"] as? Int == 3)
  }

  @Test func `People read counts, and each failure by its name`() {
    #expect(
      partly.summaryLines() == [
        "Speakers: 5 added, 2 updated, 11 unchanged, 2 gone, 3 failed",
        "  Ada \"Lovelace\" — bio is a number, not a text",
        "  speaker 8 — name is empty", "  a speaker without a name — id is missing",
        "Organizers: not synced — The Resources Centre could not answer.", "Sponsors: 0 added, 0 updated, 25 unchanged",
      ])
    #expect(
      partly.summaryLines(problemLimit: 1).prefix(3) == [
        "Speakers: 5 added, 2 updated, 11 unchanged, 2 gone, 3 failed",
        "  Ada \"Lovelace\" — bio is a number, not a text",
        "  and 2 more",
      ])
  }

  @Test func `Rows of which there is more to say are named`() {
    #expect(
      partly.noteLines() == [
        "  Ada Byron is Ada Lovelace now — used by 1 event: 3 Talk", "  Alan is back",
        "  The Resources Centre lists 3 of the 40 sponsors here, so none was marked as gone; "
          + "accept that with `pivotal sync --accept-removals`.",
      ])
  }

  @Test func `One line says all that is to be looked at`() {
    #expect(
      partly.line == "2026-11-23T15:00:00Z Sync completed with errors. "
        + "Speakers: 5 added, 2 updated, 11 unchanged, 2 gone, 3 failed, 1 renamed, 1 back; "
        + "Organizers: not synced — The Resources Centre could not answer.; Sponsors: 0 added, 0 updated, 25 unchanged. "
        + "The Resources Centre lists 3 of the 40 sponsors here, so none was marked as gone; "
        + "accept that with `pivotal sync --accept-removals`.")
    let many = outcome {
      $0.notes = [.conflict, .conflict, .kept, .overwritten].map { SyncNote(kind: $0, id: "1", name: "Ada") }
      $0.unnamedNotes = 1_234
    }
    #expect(
      run([.speakers: many]).line.hasSuffix(
        "0 unchanged, 2 in conflict, 1 overwritten, 1 kept as edited here, 1,234 more notes"))
    #expect(many.noteSentences.last == "  and 1,234 more notes")
    let failed = outcome { $0.failure = "No." }
    let total = run([.speakers: failed, .organizers: failed, .sponsors: failed])
    #expect(total.line == "2026-11-23T15:00:00Z Sync failed. Speakers, organizers and sponsors: not synced — No.")
  }

  @Test func `A new name is told whatever else is`() {
    let events = [EventUse(id: 3, title: "Talk")]
    func sentence(_ kind: SyncNote.Kind) -> String {
      SyncNote(kind: kind, id: "1", name: "Ada Byron", newName: "Ada Lovelace", events: events).sentence
    }
    #expect(sentence(.returned) == "Ada Byron is back as Ada Lovelace — used by 1 event: 3 Talk")
    #expect(
      sentence(.overwritten)
        == "Ada Byron — differed here and was replaced by the Centre's, which is called Ada Lovelace — used by 1 event: 3 Talk"
    )
  }

  @Test func `The exit status tells success, part and nothing apart`() {
    let good = outcome { $0.created = 1 }
    let failed = outcome { $0.failure = "no" }
    let bad = outcome { $0.problems = [SyncProblem(id: nil, name: nil, reason: "no")] }
    let success = run([.speakers: good, .organizers: good, .sponsors: good])
    #expect((success.message, success.exitStatus) == ("Sync completed successfully", 0))
    let nothing = run([.speakers: failed, .organizers: failed, .sponsors: failed])
    #expect((nothing.message, nothing.exitStatus) == ("Sync failed", 1))
    for outcomes in [[failed, failed, good], [bad, good, good], [bad, failed, failed], [bad, bad, bad]] {
      let part = run([.speakers: outcomes[0], .organizers: outcomes[1], .sponsors: outcomes[2]])
      #expect((part.message, part.exitStatus) == ("Sync completed with errors", 3))
    }
  }
}
