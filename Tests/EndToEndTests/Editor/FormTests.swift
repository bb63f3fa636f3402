import TestSupport
import Testing

@Suite("The form, in a terminal")
struct FormTests {
  @Test("A time that happens twice is picked, and stored as picked")
  func twice() throws {
    let work = try Workplace()
    work.environment["TZ"] = "Europe/Berlin"
    let screen = try work.editor("new")
    try screen.begin("Night shift", starts: "2027-10-31 02:30")
    try screen.waitFor("happens twice in Europe/Berlin", "> First: 02:30 +02:00", "Second: 02:30 +01:00")
    try screen.press(.down)
    try screen.waitFor("> Second: 02:30 +01:00")
    try screen.press(.enter)
    try screen.waitFor("the second of two")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.starts) == ["2027-10-31T02:30:00+01:00"])
  }

  @Test("A time that does not exist holds the save back until one beside it is picked")
  func gap() throws {
    let work = try Workplace()
    work.environment["TZ"] = "Europe/Berlin"
    let screen = try work.editor("new")
    try screen.begin("Night shift", starts: "2027-03-28 02:30")
    try screen.waitFor("does not exist in Europe/Berlin", "> Earlier: 01:30", "Later: 03:30")
    try screen.press(.control("s"))
    try screen.waitFor("Not saved: Starts: 02:30 on Sun 28 Mar 2027 does not exist", "> Earlier: 01:30")
    try screen.press(.enter)
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.starts) == ["2027-03-28T01:30:00+01:00"])
  }

  @Test(
    "03/04 is refused with both dates named, unless the locale settles it",
    arguments: [
      (["LANG": "C.UTF-8"], "'03/04' could be 3 April or 4 March"),
      (["LANG": "en_GB.UTF-8"], "3 Apr 20"), (["LANG": "en_US.UTF-8"], "4 Mar 20"),
      (["LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"], "3 Apr 20"),
      (["LANG": "de_DE.UTF-8", "LC_TIME": "en_GB", "LC_ALL": "en_US.UTF-8"], "4 Mar 20"),
    ])
  func ambiguous(locale: [String: String], words: String) throws {
    let screen = try Workplace().editor("new", with: locale)
    try screen.begin("Talk", starts: "03/04 9")
    try screen.waitFor(words)
  }

  @Test("That day's other events stand beside the form")
  func day() throws {
    let work = try Workplace()
    for (title, columns) in [("First talk", 120), ("Second talk", 80)] {
      let screen = try work.editor("new", columns: columns)
      try screen.begin(title, starts: "2027-11-24 14:00")
      try screen.waitFor(columns == 120 ? "Nothing else that day" : "Also that day: 14:00 First talk")
      try screen.press(.control("s"))
      try screen.waitFor("Saved")
      try screen.type("q")
      #expect(try screen.waitForExit() == 0)
    }
    let wide = try work.editor("edit", "1", columns: 120)
    try wide.waitFor("│ 14:00 Second talk")
  }

  @Test("Whoever was chosen last stands first when nothing is typed yet")
  func recent() throws {
    let work = try Workplace(.small())
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new")
    try screen.begin("Talk", starts: "2027-11-24 14:00")
    try screen.go(to: "Speakers")
    try screen.press(.down)
    try screen.waitUntil("they stand by name") { rows($0) == ["[ ] Ada Lovelace", "[ ] Alan Turing"] }
    try screen.pick("turing", "[ ] Alan Turing")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    try screen.type("n")
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    try screen.press(.down)
    try screen.waitUntil("the one who was chosen comes first") { rows($0) == ["[ ] Alan Turing", "[ ] Ada Lovelace"] }
  }

  /// The rows of the open list of speakers, without the mark.
  private func rows(_ screen: TerminalScreen) -> [String] {
    screen.lines.compactMap { line in line.range(of: "[ ] ").map { String(line[$0.lowerBound...]) } }
  }

  @Test("A speaker whom the Centre renamed is taken by one key")
  func renamed() throws {
    let centre = try FaultyCentre.small()
    let work = try Workplace(centre)
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new")
    try screen.begin("Talk", starts: "2027-11-24 14:00")
    try screen.go(to: "Speakers")
    try screen.pick("ada", "[ ] Ada Lovelace")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    centre.answer(
      "speakers",
      with: try .listing("speakers", [["id": "1", "name": "Ada King"], ["id": "2", "name": "Alan Turing"]]))
    #expect(try work.pivotal("sync").status == 0)
    try screen.press(.enter)
    try screen.waitFor("Edit event", "Ada Lovelace is Ada King now")
    try screen.go(to: "Speakers")
    try screen.waitFor("New name")
    try screen.press(.control("t"))
    try screen.waitFor("[Ada King x]")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.speakers) == [["Ada King"]])
  }

  @Test(
    "A speaker is deleted from the catalogue once that is answered, and a full sync brings back whom the Centre has")
  func deletedRecord() throws {
    let work = try Workplace(.small())
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new")
    try screen.begin("Talk", starts: "2027-11-24 14:00")
    try screen.go(to: "Speakers")
    try screen.pick("turing", "[ ] Alan Turing")
    try screen.type("turing")
    try screen.waitUntil("he is highlighted") { $0.highlightedRow == "[x] Alan Turing" }
    try screen.press(.control("v"))
    try screen.waitFor("Change speaker in the catalogue", "^T Delete")
    try screen.press(.control("t"))
    try screen.waitFor("Delete “Alan Turing” from the catalogue?", "The Resources Centre has it still", ">[N] No")
    try screen.type("y")
    try screen.waitFor("Alan Turing is deleted from the catalogue", "No speakers match 'turing'", "[Alan Turing x]")
    try screen.press(.control("u"))
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.speakers) == [["Alan Turing"]])
    #expect(!(try work.pivotal("search", "speakers", "turing").output.contains("Alan Turing")))
    #expect(try work.pivotal("sync", "--full").status == 0)
    #expect(try work.pivotal("search", "speakers", "turing").output.contains("Alan Turing"))
  }
}
