import Foundation
import TestSupport
import Testing

@Suite("What the programs refuse, in one sentence")
struct RefusalTests {
  @Test("The editor without a terminal", arguments: [[], ["new"], ["demo"]])
  func noTerminal(arguments: [String]) throws {
    let result = try Workplace().pivotal(arguments)
    #expect(result.status == 2)
    #expect(result.sentence?.contains("The editor needs a terminal") == true)
    #expect(result.output.isEmpty)
  }

  @Test("The editor whose output or input is elsewhere", arguments: ["</dev/null", ">/dev/null", "| cat"])
  func halfATerminal(redirection: String) throws {
    let screen = try Workplace().shell(columns: 120)
    try screen.type("(pivotal new; echo status $? >&2) \(redirection)")
    try screen.press(.enter)
    let shown = try screen.waitFor("The editor needs a terminal", "status 2")
    #expect(!shown.isAlternate)
  }

  @Test("Terminals that cannot show a screen", arguments: ["dumb", "nonsense", ""], ["new", "demo"])
  func unusableTerminal(name: String, command: String) throws {
    let screen = try Workplace().editor(command, columns: 120, terminal: name)
    #expect(try screen.waitForExit() == 2)
    let shown = try screen.waitFor("'\(name)'", "cannot show full screens: set TERM")
    #expect(!shown.isAlternate)
  }

  @Test(
    "Wrong usage",
    arguments: [
      ["snyc"], ["sync", "--jsno"], ["sync", "--max-time", "soon"], ["sync", "--json", "--json"], ["edit"],
      ["edit", "x"], ["edit", "1", "2"], ["events", "--format", "xml"], ["search"], ["search", "people", "ada"], ["-x"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let work = try Workplace()
    let result = try work.pivotal(arguments)
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1 && result.output.isEmpty, "\(result)")
    #expect(!FileManager.default.fileExists(atPath: work.files.path("pivotal.db")))
  }

  @Test("An event that is not there")
  func noSuchEvent() throws {
    let screen = try Workplace().editor("edit", "99")
    #expect(try screen.waitForExit() == 1)
    let shown = try screen.waitFor("There is no event 99: `pivotal events` lists those there are.")
    #expect(!shown.isAlternate)
  }

  @Test("A sync with no Centre configured, or with an address or a key that cannot be used")
  func notConfigured() throws {
    let work = try Workplace()
    let unset = try work.pivotal("sync")
    #expect(unset.status == 1)
    #expect(unset.sentence?.contains("set RESOURCES_CENTRE_URL, or run `pivotal demo`") == true)
    work.environment["RESOURCES_CENTRE_URL"] = "ftp://centre.example"
    work.environment["RESOURCES_CENTRE_API_KEY"] = "a key\nwith: a header"
    let wrong = try work.pivotal("sync")
    #expect(wrong.status == 1)
    #expect(wrong.sentence?.contains("RESOURCES_CENTRE_URL") == true)
    work.environment["RESOURCES_CENTRE_URL"] = "https://centre.example"
    let key = try work.pivotal("sync")
    #expect(key.status == 1)
    #expect(key.sentence?.contains("RESOURCES_CENTRE_API_KEY") == true)
    #expect(!key.everything.contains("a header"))
  }

  @Test("Plain http to another machine, which would show the key to everybody between")
  func plainHTTP() throws {
    let work = try Workplace()
    work.environment["RESOURCES_CENTRE_URL"] = "http://192.0.2.1"
    work.environment["RESOURCES_CENTRE_API_KEY"] = FaultyCentre.key
    let result = try work.pivotal("sync")
    #expect(result.status == 1)
    #expect(result.errorLines.allSatisfy { $0.contains("https") })
    #expect(!result.everything.contains(FaultyCentre.key))
  }

  @Test("A file of settings that others can read, or with a line that is none")
  func settingsFile() throws {
    let work = try Workplace()
    let folder = work.files.url.appendingPathComponent(".config/pivotal")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("env")
    try Data("# the Centre\nRESOURCES_CENTRE_URL https://centre.example\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let readable = try work.pivotal("events")
    #expect(readable.status == 1)
    #expect(readable.sentence?.contains("chmod 600 \(file.path)") == true)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let wrong = try work.pivotal("events")
    #expect(wrong.status == 1)
    #expect(wrong.sentence?.contains("Line 2 of \(file.path)") == true)
  }
}

@Suite("Databases that are refused stay as they are")
struct DatabaseRefusalTests {
  private let commands = [["events"], ["sync"], ["search", "speakers", "ada"]]

  @Test("A file of somebody else", arguments: ["Dear diary,\ntoday", "SQLite format 3\0 but no more than that"])
  func foreignFile(text: String) throws {
    let work = try Workplace(.small())
    try work.files.write(text, to: "pivotal.db")
    for command in commands {
      let result = try work.pivotal(command)
      #expect(result.status == 1)
      #expect(result.sentence?.contains("is not a database of Pivotal and was left as it is") == true)
    }
    #expect(work.files.text("pivotal.db") == text)
  }

  @Test("The editor refuses it as well, before it takes the terminal", arguments: [[], ["new"], ["edit", "1"]])
  func editor(arguments: [String]) throws {
    let work = try Workplace()
    try work.files.write("Dear diary", to: "pivotal.db")
    let screen = try work.editor(arguments)
    #expect(try screen.waitForExit() == 1)
    try screen.waitFor("is not a database of Pivotal")
    #expect(work.files.text("pivotal.db") == "Dear diary")
  }

  @Test("A database of a newer version")
  func newerDatabase() throws {
    let work = try Workplace(.small())
    #expect(try work.pivotal("events").status == 0)
    try work.database().rows("PRAGMA user_version = 99")
    let before = try Data(contentsOf: work.files.url.appendingPathComponent("pivotal.db"))
    for command in commands {
      let result = try work.pivotal(command)
      #expect(result.status == 1)
      #expect(result.sentence?.contains("was written by a newer version of Pivotal") == true)
    }
    #expect(try Data(contentsOf: work.files.url.appendingPathComponent("pivotal.db")) == before)
  }

  @Test("A PostgreSQL address, whose password is not repeated")
  func postgres() throws {
    let work = try Workplace(.small())
    work.environment["PIVOTAL_DATABASE"] = "postgres://ada:difference@db.example/pivotal"
    for command in commands {
      let result = try work.pivotal(command)
      #expect(result.status == 1)
      #expect(result.sentence?.contains("PostgreSQL database cannot be used yet; set PIVOTAL_DATABASE") == true)
      #expect(!result.everything.contains("difference"))
    }
  }

  @Test("A directory, and a place where nothing can be made")
  func noPlace() throws {
    let work = try Workplace()
    work.environment["PIVOTAL_DATABASE"] = work.files.url.path
    #expect(try work.pivotal("events").sentence?.contains("is a directory; set PIVOTAL_DATABASE") == true)
    try work.files.write("", to: "file")
    work.environment["PIVOTAL_DATABASE"] = work.files.path("file/pivotal.db")
    let result = try work.pivotal("events")
    #expect(result.status == 1)
    #expect(result.sentence?.contains("cannot be opened") == true)
  }
}
