import Foundation
import TestSupport
import Testing

@Suite("Killed at any moment")
struct KillTests {
  /// What has happened when the kill is near.
  enum Moment: CaseIterable {
    case started, fileMade, logMade, centreAsked, logGrown

    /// The longest pause after it, in seconds, in which the next thing happens.
    fileprivate var pause: Double {
      switch self {
      case .started: 0.06
      case .fileMade, .logMade: 0.03
      case .centreAsked: 0.3
      case .logGrown: 0.005
      }
    }

    fileprivate func hasCome(to work: Workplace, _ centre: FaultyCentre) -> Bool {
      switch self {
      case .started: true
      case .fileMade: work.size(of: "pivotal.db") != nil
      case .logMade: work.size(of: "pivotal.db-wal") != nil
      case .centreAsked: centre.requests.count == 3
      case .logGrown: work.size(of: "pivotal.db-wal").map { $0 > 100_000 } ?? false
      }
    }
  }

  private static let count = 2_000

  /// A Centre whose speakers all bear a title and the time of a round.
  private func centre(round: Int = 0) throws -> FaultyCentre {
    let centre = try FaultyCentre.small()
    try update(centre, to: round)
    return centre
  }

  private func update(_ centre: FaultyCentre, to round: Int) throws {
    let records = (1...Self.count).map { number in
      [
        "id": "\(number)", "name": "Speaker \(number)", "title": "Round \(round)",
        "bio": String(repeating: "A line of \(number). ", count: 10), "updated_at": "2026-11-23T15:00:\(10 + round)Z",
      ]
    }
    centre.answer("speakers", with: try .listing("speakers", records))
  }

  /// Starts a sync and kills it soon after the moment, unless it has ended before.
  private func kill(
    at moment: Moment, in work: Workplace, _ centre: FaultyCentre, _ random: inout SeededGenerator
  ) throws {
    let program = try ProgramRun(try BuiltProducts.program("pivotal"), ["sync"], environment: work.environment)
    #expect(isMet(within: .seconds(30), every: 0.0002) { moment.hasCome(to: work, centre) || program.hasEnded })
    // The moment is what the test is about, so this is a pause and not a wait for something.
    Thread.sleep(forTimeInterval: .random(in: 0...moment.pause, using: &random))
    program.signal(SIGKILL)
    _ = try program.finish()
  }

  private func isSound(_ work: Workplace) throws -> DatabaseReader {
    let opened = try work.pivotal("events")
    #expect(opened.status == 0, "\(opened.errors)")
    let database = try work.database()
    #expect(try database.integrity() == "ok")
    #expect(try database.rows("PRAGMA foreign_key_check").isEmpty)
    return database
  }

  @Test("A first sync leaves all of a collection or nothing of it", arguments: Moment.allCases, [1, 2])
  func firstSync(moment: Moment, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let centre = try centre()
    let work = try Workplace(centre)
    try kill(at: moment, in: work, centre, &random)
    let database = try isSound(work)
    #expect([0, Self.count].contains(try database.names(in: "speakers").count))
    #expect(try work.pivotal("sync").status == 0)
    #expect(try database.names(in: "speakers").count == Self.count)
    #expect(try database.integrity() == "ok")
  }

  @Test("A later sync leaves a collection as it was or as it is to be")
  func laterSyncs() throws {
    var random = SeededGenerator(seed: 3)
    let centre = try centre()
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    for round in 1...8 {
      try update(centre, to: round)
      let moment: Moment = round % 2 == 0 ? .logMade : .logGrown
      try kill(at: moment, in: work, centre, &random)
      let titles = try isSound(work).values("SELECT DISTINCT title FROM speakers")
      #expect(titles.count == 1, "\(titles)")
    }
    #expect(try work.pivotal("sync").status == 0)
    #expect(try isSound(work).values("SELECT DISTINCT title FROM speakers") == ["Round 8"])
  }

  @Test("A save is in the database or it is not, and what was called saved is")
  func saves() throws {
    var random = SeededGenerator(seed: 4)
    let work = try Workplace()
    for round in 1...8 {
      let screen = try work.editor("new")
      try screen.begin("Event \(round)", starts: "2026-11-24 14:00")
      try screen.waitFor("14:00 \(Workplace.zone)")
      let size = work.size(of: "pivotal.db-wal") ?? 0
      try screen.press(.control("s"))
      if round % 2 == 0 {
        try screen.waitFor("Saved")
      } else {
        #expect(isMet(within: .seconds(30), every: 0.0002) { work.size(of: "pivotal.db-wal") ?? 0 > size })
        Thread.sleep(forTimeInterval: .random(in: 0...0.003, using: &random))
      }
      Foundation.kill(try #require(screen.processIdentifier), SIGKILL)
      #expect(try screen.waitForExit() == 128 + Int(SIGKILL))
      let titles = try isSound(work).values("SELECT title FROM events ORDER BY id")
      #expect(titles.filter { $0 == "Event \(round)" }.count <= 1)
      if round % 2 == 0 { #expect(titles.last == "Event \(round)") }
      // What was saved is not offered again, whenever the kill came.
      let drafts = try work.database().values("SELECT fields FROM drafts").filter { $0.contains("Event \(round)") }
      #expect(!titles.contains("Event \(round)") || drafts.isEmpty)
      try work.database().rows("DELETE FROM drafts")
    }
    #expect(try work.events().filter { ["Event 2", "Event 4", "Event 6", "Event 8"].contains($0.title) }.count == 4)
  }

  @Test("What was being written is offered at the next start")
  func draft() throws {
    let work = try Workplace()
    let screen = try work.editor("new")
    try screen.begin("Half an event", starts: "tomorrow 14")
    let isKept = try isMet(within: .seconds(30)) {
      try work.database().values("SELECT fields FROM drafts").contains { $0.contains("tomorrow 14") }
    }
    #expect(isKept)
    Foundation.kill(try #require(screen.processIdentifier), SIGKILL)
    try screen.waitForExit()
    _ = try isSound(work)
    let next = try work.editor()
    try next.waitFor("Restore")
    try next.press(.enter)
    try next.waitForFields(["Title": "Half an event", "Starts": "tomorrow 14"])
    try next.press(.control("s"))
    try next.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Half an event"])
    try next.type("q")
    #expect(try next.waitForExit() == 0)
    #expect(try work.database().values("SELECT id FROM drafts").isEmpty)
  }
}

extension Workplace {
  /// The size of a file in the home; nil where there is none.
  fileprivate func size(of name: String) -> Int? {
    var status = stat()
    return stat(files.path(name), &status) == 0 ? Int(status.st_size) : nil
  }
}
