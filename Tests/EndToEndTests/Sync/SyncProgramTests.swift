import Foundation
import TestSupport
import Testing

/// `pivotal sync` with its options, as a script or a timer runs it.
@Suite struct SyncProgramTests {
  let centre: FaultyCentre
  let place: SyncPlace

  init() throws {
    centre = try FaultyCentre([
      "speakers": .json(listing("speakers", 0..<10)), "organizers": .json(listing("organizers", 0..<2)),
      "sponsors": .json(listing("sponsors", 0..<2)),
    ])
    place = try SyncPlace(centre.url)
  }

  @Test func `A dry run shows the plan by name and stores nothing, and the run after it has its counts`() throws {
    _ = try place.sync()
    centre.answer("speakers", with: .json(listing("speakers", 1..<12)))
    let before = try place.catalogue() + [place.rows("SELECT * FROM sync_runs")]
    let plan = try place.sync("--dry-run")
    #expect(plan.status == 0)
    #expect(
      plan.output.contains("Speakers: 2 added, 0 updated, 9 unchanged, 1 gone\n  + Name 10\n  + Name 11\n  - Name 0\n"))
    #expect(try place.catalogue() + [place.rows("SELECT * FROM sync_runs")] == before)
    let run = try place.sync()
    #expect(run.output.contains("Speakers: 2 added, 0 updated, 9 unchanged, 1 gone\n"))
  }

  @Test func `A Centre that was emptied is asked about, and accepted with an option`() throws {
    _ = try place.sync()
    centre.answer("speakers", with: .json("{\"speakers\":[]}"))
    let run = try place.sync()
    #expect(run.status == 0)
    #expect(run.output.contains("lists 0 of the 10 speakers here"))
    #expect(try place.sync("--json").output.contains("\"source_emptied\":{\"here\":10,\"listed\":0}"))
    #expect(try place.sync("--accept-removals").output.contains("10 gone"))
  }

  @Test func `The history lists the runs with their errors`() throws {
    #expect(try place.sync("--history").output.contains("No syncs yet"))
    centre.answer("sponsors", with: .status(404))
    #expect(try place.sync().status == 3)
    let history = try place.sync("--history")
    #expect(history.status == 0)
    #expect(history.output.contains("Sync completed with errors"))
    #expect(history.output.contains("Sponsors: not synced — Nothing was found at"))
    #expect(try place.sync("--history", "--json").output.hasPrefix("[{\"started_at\":"))
    #expect(try place.sync().status == 3)
    #expect(try place.sync("--history", "--limit", "1", "--json").output.split(separator: "started_at").count == 2)
  }

  @Test func `With an interval it runs again and again, a line each, also while the Centre is down, until told to end`()
    throws
  {
    let program = try place.start("--every", "1s", "--retry-for", "0")
    try program.waitForOutput("Sync completed successfully. Speakers: 10 added")
    centre.answer("speakers", with: .status(503))
    centre.answer("organizers", with: .status(503))
    centre.answer("sponsors", with: .status(503))
    try program.waitForOutput("Sync failed")
    centre.answer("speakers", with: .json(listing("speakers", 0..<11)))
    try program.waitForOutput("Speakers: 1 added")
    let start = ContinuousClock.now
    program.signal(SIGTERM)
    let result = try program.finish()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(result.status == 0 && !result.wasSignalled)
    let runs = try place.rows("SELECT count(*) FROM sync_runs")
    #expect(runs == ["\(result.output.split(separator: "\n").count)"])
  }

  @Test func `Told to end in the middle of a run, it ends within a second too`() throws {
    centre.answer("speakers", with: .hanging)
    let program = try place.start("--every", "1h")
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    let start = ContinuousClock.now
    program.signal(SIGTERM)
    #expect(try program.finish().status == 0)
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test func `Told to end while another program holds the database, it ends within a second as well`() throws {
    #expect(try place.sync().status == 0)
    centre.answer("speakers", with: .json(listing("speakers", 0..<20)))
    let other = try DatabaseReader(place.database)
    try other.rows("BEGIN IMMEDIATE")
    let before = centre.requests.count
    let program = try place.start("--every", "1h")
    #expect(isMet(within: .seconds(20)) { centre.requests.count == before + 3 })
    let start = ContinuousClock.now
    program.signal(SIGTERM)
    let result = try program.finish()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(result.status == 0 && !result.wasSignalled)
    try other.rows("ROLLBACK")
    #expect(try place.sync().output.contains("Speakers: 10 added"))
  }

  @Test func `While one runs the second says who and since when, and a killed one leaves nothing in the way`() throws {
    centre.answer("speakers", with: .hanging)
    let first = try place.start()
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    let second = try place.sync()
    #expect(second.status == 1)
    #expect(second.errors.contains("(process \(first.processIdentifier)) at 20"))
    first.signal(SIGKILL)
    _ = try first.finish()
    centre.answer("speakers", with: .json(listing("speakers", 0..<10)))
    #expect(try place.sync().status == 0)
    let history = try place.sync("--history").output.split(separator: "\n")
    #expect(history.count == 6)
    #expect(history.dropFirst(4).first?.hasSuffix("Z  Sync failed") == true)
    #expect(
      history.last?.hasSuffix(
        "(process \(first.processIdentifier)) began ended before it could say what it did; "
          + "what it had stored is in, and the next sync does the rest.") == true)
  }

  @Test func `A plan that is killed was no sync`() throws {
    centre.answer("speakers", with: .hanging)
    let plan = try place.start("--dry-run")
    #expect(isMet(within: .seconds(20)) { centre.requests.contains { $0.line.hasSuffix("speakers") } })
    plan.signal(SIGKILL)
    _ = try plan.finish()
    centre.answer("speakers", with: .json(listing("speakers", 0..<10)))
    #expect(try place.sync().status == 0)
    #expect(try place.rows("SELECT count(*) FROM sync_runs") == ["1"])
  }

  @Test(arguments: [
    ["--every", "soon"], ["--every", "0"], ["--retry-for", "-1s"], ["--dry-run", "--every", "1h"],
    ["--history", "--every", "1h"], ["--history", "--dry-run"], ["--limit", "5"], ["--history", "--limit", "0"],
  ])
  func `Options that make no sense are wrong usage`(_ options: [String]) throws {
    let program = try BuiltProducts.program("pivotal")
    #expect(try run(program, ["sync"] + options, environment: ["HOME": place.directory.url.path]).status == 2)
  }
}
