import TestSupport
import Testing

@Suite("A large catalogue")
struct LargeCatalogueTests {
  @Test("13,000 speakers come in completely; the second time there is nothing to do")
  func thirteenThousand() throws {
    let many = try ManySpeakers(13_000)
    let centre = try FaultyCentre.small()
    centre.answer("speakers", with: .json(many.body))
    let work = try Workplace(centre)
    let first = try work.pivotal("sync")
    #expect(first.status == 0 && first.errors.isEmpty)
    #expect(first.output.contains("Speakers: 13,000 added, 0 updated, 0 unchanged"))
    let stored = try work.database().names(in: "speakers")
    // Compared by scalars: the marks stay as they came, combined or not.
    #expect(stored.map { Array($0.unicodeScalars) } == many.names.map { Array($0.unicodeScalars) })
    let again = try work.pivotal("sync")
    #expect(again.status == 0)
    #expect(again.output.contains("Speakers: 0 added, 0 updated, 13,000 unchanged"))
  }

  @Test("The editor finds one of them as they are typed")
  func editor() throws {
    let many = try ManySpeakers(13_000)
    let centre = try FaultyCentre.small()
    centre.answer("speakers", with: .json(many.body))
    let screen = try Workplace(centre).editor("new")
    try screen.waitFor("New event")
    try screen.press(.control("r"))
    try screen.waitFor("Speakers: 13,000 added")
    try screen.go(to: "Speakers")
    try screen.type("emile 12813")
    try screen.waitUntil("she is found") { $0.highlightedRow == "[ ] E\u{301}mile Number 12813 — Dr., Institute 9" }
    try screen.waitFor("1 of 13,000 shown, 0 selected")
  }
}
