import TestSupport
import Testing

@Suite("Events and search on the command line")
struct EventCommandsTests {
  /// Saves an event by keys.
  private func save(_ title: String, in work: Workplace) throws {
    let screen = try work.editor("new")
    try screen.begin(title, starts: "2026-07-01 09:30")
    try screen.waitFor("09:30 \(Workplace.zone)")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
  }

  @Test("No events are an empty list, and a hint for people")
  func noEvents() throws {
    let work = try Workplace()
    #expect(try work.events().isEmpty)
    let table = try work.pivotal("events")
    #expect(table.status == 0)
    #expect(table.output == "No events yet: `pivotal new` makes the first one.\n")
  }

  @Test("What is not set is null, and summer has its offset")
  func leastEvent() throws {
    let work = try Workplace()
    try save("Žižek \"quoted\" \\ 李", in: work)
    let expected = ListedEvent(
      id: "1", title: "Žižek \"quoted\" \\ 李", starts: "2026-07-01T09:30:00+01:00", ends: "2026-07-01T10:30:00+01:00",
      timeZone: Workplace.zone, venue: nil, city: nil, link: nil, capacity: nil, status: "draft", organizer: nil,
      sponsor: nil, speakers: [], description: nil)
    #expect(try work.events() == [expected])
    let json = try work.pivotal("events", "--format", "json").output
    for member in ["venue", "city", "link", "capacity", "organizer", "sponsor", "description"] {
      #expect(json.contains(#""\#(member)": null"#), "\(member)")
    }
    #expect(try work.pivotal("events").output.contains("Žižek \"quoted\" \\ 李"))
  }

  @Test("An event is opened by its number, changed and saved")
  func edit() throws {
    let work = try Workplace()
    try save("Draft of a talk", in: work)
    let screen = try work.editor("edit", "1")
    try screen.waitFor("Edit event")
    try screen.press(.control("u"))
    try screen.type("A talk")
    try screen.press(.function(2))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["A talk"])
  }

  @Test("Of two who change the same event, the second is asked and loses nothing")
  func changedMeanwhile() throws {
    let work = try Workplace()
    try save("Talk", in: work)
    let first = try work.editor("edit", "1")
    let second = try work.editor("edit", "1")
    try first.waitFor("Edit event")
    try second.waitFor("Edit event")
    try first.type(" of the first")
    try first.press(.control("s"))
    try first.waitFor("Saved")
    try second.type(" of the second")
    try second.press(.control("s"))
    try second.waitFor("Changed by two", "Talk of the second", "Talk of the first")
    #expect(try work.events().map(\.title) == ["Talk of the first"])
    try second.press(.escape)
    try second.waitForFields(["Title": "Talk of the second"])
  }

  @Test("The catalogue is searched as in the pickers")
  func search() throws {
    let work = try Workplace(CentreProgram("--demo"))
    #expect(try work.pivotal("sync").status == 0)
    let found = try work.pivotal("search", "speakers", "langefors", "borje")
    #expect(found.status == 0)
    #expect(found.output == "Börje Langefors — Professor, Stockholm University\n")
    let nobody = try work.pivotal("search", "speakers", "xyzzy")
    #expect(nobody.output.isEmpty && nobody.sentence == "No speakers match 'xyzzy'.")
    #expect(try work.pivotal("search", "sponsors", "o", "--limit", "2", "--json").output.contains("\"website\""))
  }

  @Test("Help and version need nothing set up", arguments: ["pivotal", "resources-centre"])
  func help(name: String) throws {
    let program = try BuiltProducts.program(name)
    for arguments in [["--help"], ["--version"]] {
      let result = try run(program, arguments)
      #expect(result.status == 0 && result.output.contains(name) && result.errors.isEmpty)
    }
    for command in name == "pivotal" ? ["new", "edit", "demo", "sync", "events", "search"] : ["serve"] {
      let result = try run(program, [command, "--help"])
      #expect(result.status == 0 && result.output.contains("\(name) \(command)"), "\(command)")
    }
  }
}
