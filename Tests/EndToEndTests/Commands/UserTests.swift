import TestSupport
import Testing

@Suite("Who may do what")
struct UserTests {
  @Test("Whoever makes a database is its admin, and adds others")
  func creator() throws {
    let work = try Workplace()
    let me = try #require(try work.users().first)
    #expect(me.role == "admin")
    #expect(try work.pivotal("user", "add", "grace").output == "grace is staff now.\n")
    #expect(try work.pivotal("user", "role", "grace", "data_ops").output == "grace is data_ops now.\n")
    #expect(try work.users().contains(ListedUser(name: "grace", role: "data_ops")))
    #expect(try work.pivotal("user", "list").output.contains("grace"))
    #expect(try work.pivotal("user", "remove", "grace").output == "grace is no longer a user.\n")
    #expect(try work.users() == [me])
  }

  @Test("The last admin can neither go nor be less")
  func lastAdmin() throws {
    let work = try Workplace()
    let me = try #require(try work.users().first?.name)
    let sentence =
      "\(me) is the only admin; make somebody else one first, with `pivotal user add NAME admin` "
      + "or `pivotal user role NAME admin`."
    for line in [["user", "remove", me], ["user", "role", me, "staff"]] {
      let result = try work.pivotal(line)
      #expect(result.status == 1)
      #expect(result.sentence == "pivotal: \(sentence)" || result.sentence == sentence, "\(result.errors)")
    }
    #expect(try work.users().map(\.role) == ["admin"])
  }

  @Test("Somebody unknown is told what an admin runs, whatever they try and whatever the environment says")
  func unknown() throws {
    let work = try Workplace(.small())
    #expect(try work.pivotal("sync").status == 0)
    let me = try work.handOver(leaving: nil)
    work.environment["USER"] = "grace"
    work.environment["LOGNAME"] = "grace"
    let lines = [
      ["events"], ["search", "speakers", "ada"], ["sync"], ["sync", "--history"], ["user", "list"],
      ["user", "add", me, "admin"],
    ]
    for line in lines {
      let result = try work.pivotal(line)
      #expect(result.status == 1, "\(line)")
      #expect(result.output.isEmpty, "\(line)")
      #expect(
        result.sentence?.hasSuffix(
          "\(me) is not a user of this database; grace can change that with `pivotal user add \(me) staff`.") == true,
        "\(line): \(result.errors)")
    }
    let screen = try work.editor(columns: 120)
    #expect(try screen.waitForExit() == 1)
    #expect(try !screen.waitFor("pivotal user add \(me) staff").isAlternate)
  }

  @Test("Staff make events and refresh the catalogue in the editor, and no more")
  func staff() throws {
    let work = try Workplace(.small())
    let me = try work.handOver(leaving: "staff")
    for line in [["sync"], ["sync", "--full"], ["user", "list"], ["user", "add", "mary"]] {
      let result = try work.pivotal(line)
      #expect(result.status == 1, "\(line)")
      #expect(result.sentence?.contains("\(me) is staff here and may not ") == true, "\(result.errors)")
      #expect(result.sentence?.contains("grace can change that with `pivotal user role \(me) ") == true)
    }
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.press(.control("r"))
    try screen.waitFor("Sync completed successfully")
    try screen.type("Talk")
    try screen.press(.tab)
    try screen.type("tomorrow 14:00")
    try screen.go(to: "Speakers")
    try screen.type("Radia Perlman")
    try screen.waitFor("+ Add \"Radia Perlman\" to this event")
    try screen.press(.down)
    try screen.press(.enter)
    try screen.waitFor("[Radia Perlman x]")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.speakers) == [["Radia Perlman"]])
    #expect(try work.database().names(in: "speakers") == ["Ada Lovelace", "Alan Turing"])
  }

  @Test("data_ops add to the catalogue and change it in the editor, and a sync keeps what they changed")
  func dataOps() throws {
    let work = try Workplace(.small())
    try work.handOver(leaving: "data_ops")
    #expect(try work.pivotal("sync").status == 0)
    let screen = try work.editor("new")
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    try screen.type("Radia Perlman")
    try screen.waitFor("+ Add \"Radia Perlman\" to the catalogue")
    try screen.press(.down)
    try screen.press(.enter)
    try screen.waitFor("New speaker in the catalogue")
    try screen.type("Engineer")
    try screen.press(.control("s"))
    try screen.waitFor("Radia Perlman is in the catalogue now", "[Radia Perlman x]")
    try screen.type("turing")
    try screen.waitUntil("he is highlighted") { $0.highlightedRow == "[ ] Alan Turing" }
    try screen.press(.control("v"))
    try screen.waitFor("Change speaker in the catalogue")
    try screen.press(.tab)
    try screen.type("Fellow")
    try screen.press(.control("s"))
    try screen.waitFor("Alan Turing is changed in the catalogue", "Alan Turing — Fellow")
    let sync = try work.pivotal("sync")
    #expect(sync.status == 0)
    #expect(sync.output.contains("Alan Turing — edited here and kept until the Centre has a newer one"))
    let titles = try work.database().values("SELECT title FROM speakers ORDER BY name")
    #expect(titles == ["", "Fellow", "Engineer"])
    #expect(try work.pivotal("user", "list").status == 1)
  }

  @Test(
    "Wrong usage",
    arguments: [
      ["user"], ["user", "drop", "grace"], ["user", "add"], ["user", "add", "two words"],
      ["user", "add", "grace", "boss"], ["user", "role", "grace"], ["user", "list", "grace"],
      ["user", "add", "grace", "--json"], ["user", "add", "grace", "staff", "more"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let result = try Workplace().pivotal(arguments)
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1 && result.output.isEmpty, "\(result)")
  }
}
