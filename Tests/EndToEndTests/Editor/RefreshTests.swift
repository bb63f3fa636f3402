import TestSupport
import Testing

@Suite("What another program changes")
struct RefreshTests {
  /// Renames the one speaker, syncs beside the open editor, and tells how long the new name takes to be in its picker.
  private func rename(to name: String, _ centre: FaultyCentre, _ work: Workplace, _ screen: TmuxScreen) throws
    -> Duration
  {
    centre.answer("speakers", with: try .listing("speakers", [["id": "1", "name": "Ada \(name)"]]))
    try screen.type(name)
    try screen.waitFor("No speakers match '\(name)'")
    let sync = try work.pivotal("sync")
    #expect(sync.status == 0)
    let end = ContinuousClock.now
    try screen.waitUntil("the new name is there to choose") { $0.highlightedRow == "[ ] Ada \(name)" }
    let took = ContinuousClock.now - end
    try screen.press(.control("u"))
    try screen.waitForNo("\(name)'")
    return took
  }

  @Test("A sync elsewhere is in an open picker within two seconds, and no key is lost meanwhile")
  func picker() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.type("Talk")
    try screen.go(to: "Speakers")
    try screen.press(.down)
    try screen.waitFor("Ada Lovelace")
    // The quickest counts, since other tests may hold the processors up.
    let times = try ["Quimby", "Zwicky", "Fforde"].map { try rename(to: $0, centre, work, screen) }
    #expect(times.min() ?? .seconds(60) < .seconds(2))
    try screen.type("fforde")
    try screen.waitUntil("she is highlighted") { $0.highlightedRow == "[ ] Ada Fforde" }
    try screen.press(.enter)
    try screen.waitFor("[Ada Fforde x]")
  }

  @Test("Typing goes on while thousands of people come in from elsewhere")
  func keys() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    centre.answer("speakers", with: .json(try ManySpeakers(13_000).body))
    let sync = try ProgramRun(try BuiltProducts.program("pivotal"), ["sync"], environment: work.environment)
    var title = ""
    while !sync.hasEnded {
      title += "ab"
      try screen.type("ab")
      try screen.waitUntil("what was typed is there") {
        $0.line(with: "Title")?.hasSuffix(String(title.suffix(20))) == true
      }
    }
    #expect(try sync.finish().status == 0)
    try screen.go(to: "Speakers")
    try screen.type("emile 12813")
    try screen.waitUntil("she is found") { $0.highlightedRow?.hasPrefix("[ ] E\u{301}mile Number 12813") == true }
  }

  @Test("An event saved elsewhere is in the list")
  func events() throws {
    let work = try Workplace(.small())
    let list = try work.editor()
    try list.waitFor("never synced")
    let form = try work.editor("new")
    try form.waitFor("New event")
    try form.type("A talk from elsewhere")
    try form.go(to: "Starts")
    try form.type("tomorrow 9")
    try form.press(.control("s"))
    try form.waitFor("Saved")
    try list.waitFor("A talk from elsewhere")
  }
}
